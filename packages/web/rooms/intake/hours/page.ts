import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const appointmentHours = createRoute({
  getParentRoute: () => staff,
  path: '/appointments/hours',
  staticData: { title: msg`Appointment hours`, permission: 'parameter.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'AppointmentHours'),
})
