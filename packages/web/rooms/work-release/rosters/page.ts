import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const rosters = createRoute({
  getParentRoute: () => staff,
  path: '/rosters',
  staticData: { title: msg`Rosters`, permission: 'roster.read', menu: { room: 'work', order: 20 } },
  validateSearch: listSearch('site', 'state', 'from', 'lastDay'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Rosters'),
})
