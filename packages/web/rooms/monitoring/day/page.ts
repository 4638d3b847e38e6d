import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const personDay = createRoute({
  getParentRoute: () => staff,
  path: '/people/$id/day/$date',
  staticData: { title: msg`A person’s day`, permission: 'location.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'PersonDay'),
})
