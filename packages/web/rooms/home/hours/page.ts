import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const hours = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments/$id/hours',
  staticData: { title: msg`Weekly hours`, permission: 'home.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Hours'),
})
