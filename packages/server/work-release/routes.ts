import type { Route } from '../platform/route.ts'
import { attendanceRoutes } from './attendance/attendance-routes.ts'
import { contractRoutes } from './contract/contract-routes.ts'
import { placeRoutes } from './places/place-routes.ts'
import { rosterRoutes } from './rosters/roster-routes.ts'
import { scheduleRoutes } from './schedule/schedule-routes.ts'
import { siteSheetRoutes } from './site-sheet/site-sheet-routes.ts'
import { siteRoutes } from './sites/site-routes.ts'

/** Every route of the room. */
export const workRoutes: Route[] = [
  ...siteRoutes,
  ...placeRoutes,
  ...scheduleRoutes,
  ...contractRoutes,
  ...rosterRoutes,
  ...attendanceRoutes,
  ...siteSheetRoutes,
]
