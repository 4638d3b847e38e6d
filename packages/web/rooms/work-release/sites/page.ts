import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const sites = createRoute({
  getParentRoute: () => staff,
  path: '/sites',
  staticData: { title: msg`Work sites`, permission: 'site.read', menu: { room: 'work', order: 10 } },
  validateSearch: listSearch('q', 'kind', 'contract'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Sites'),
})
