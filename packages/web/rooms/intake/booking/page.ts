import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const booking = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments/$id/booking',
  staticData: { title: msg`Booking`, permission: 'enrolment.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Booking'),
})
