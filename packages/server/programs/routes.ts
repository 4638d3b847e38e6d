import type { Route } from '../platform/route.ts'
import { enrolmentRoutes } from './enrolment-routes.ts'
import { goodTimeRoutes } from './good-time/good-time-routes.ts'
import { parameterRoutes } from './parameter-routes.ts'
import { worksheetRoutes } from './worksheet-routes.ts'

/** Every route of this room. */
export const programsRoutes: Route[] = [
  ...enrolmentRoutes,
  ...goodTimeRoutes,
  ...worksheetRoutes,
  ...parameterRoutes,
]
