import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const search = createRoute({
  getParentRoute: () => staff,
  path: '/search',
  staticData: { title: msg`Search`, permission: 'search.use' },
  validateSearch: (given: Record<string, unknown>) => ({
    q: typeof given.q === 'string' || typeof given.q === 'number' ? String(given.q).slice(0, 100) : '',
  }),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Search'),
})
