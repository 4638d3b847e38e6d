import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const appointment = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments/$id/appointment',
  staticData: { title: msg`Appointment`, permission: 'enrolment.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'AppointmentOfCase'),
})
