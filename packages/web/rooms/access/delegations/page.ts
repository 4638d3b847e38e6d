import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const delegations = createRoute({
  getParentRoute: () => staff,
  path: '/delegations',
  staticData: { title: msg`Delegations`, permission: 'delegation.read', menu: { room: 'access', order: 20 } },
  validateSearch: listSearch('q', 'state'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Delegations'),
})
