import type { Route } from '../platform/route.ts'
import { applicationRoutes } from './application-routes.ts'
import { appointmentRoutes } from './appointment-routes.ts'
import { bookingRoutes } from './booking-routes.ts'
import { hoursRoutes } from './hours-routes.ts'
import { printRoutes } from './print-routes.ts'
import { screeningRoutes } from './screening-routes.ts'

/** From the appointment to the booking record. */
export const intakeRoutes: Route[] = [
  ...hoursRoutes,
  ...appointmentRoutes,
  ...applicationRoutes,
  ...printRoutes,
  ...screeningRoutes,
  ...bookingRoutes,
]
