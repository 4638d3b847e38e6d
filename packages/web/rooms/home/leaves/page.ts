import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const leaves = createRoute({
  getParentRoute: () => staff,
  path: '/leave',
  staticData: { title: msg`Leave`, permission: 'home.read', menu: { room: 'home', order: 30 } },
  validateSearch: listSearch('show', 'who', 'kind'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Leaves'),
})
