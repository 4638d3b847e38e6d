import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const units = createRoute({
  getParentRoute: () => staff,
  path: '/equipment',
  staticData: { title: msg`Units`, permission: 'equipment.read', menu: { room: 'equipment', order: 10 } },
  validateSearch: listSearch('q', 'state', 'kind'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Units'),
})
