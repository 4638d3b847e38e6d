import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { listSearch } from '../../../parts/list/search.ts'

export const personDay = createRoute({
  getParentRoute: () => staff,
  path: '/people/$id/day/$date',
  staticData: { title: msg`A person’s day`, permission: 'location.read' },
  validateSearch: listSearch('alarm'),
  component: lazyRouteComponent(() => import('./view.tsx'), 'PersonDay'),
})
