import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const errata = createRoute({
  getParentRoute: () => staff,
  path: '/errata',
  staticData: { title: msg`Errata`, permission: 'history.read', menu: { room: 'programs', order: 95 } },
  validateSearch: listSearch('changed', 'who', 'clause'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Errata'),
})
