import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { searchedFor } from '../../../parts/list/searched-for.ts'

export const search = createRoute({
  getParentRoute: () => staff,
  path: '/search',
  staticData: { title: msg`Search`, permission: 'search.use' },
  validateSearch: searchedFor,
  component: lazyRouteComponent(() => import('./view.tsx'), 'Search'),
})
