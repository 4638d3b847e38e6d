import type { Route } from '../platform/route.ts'
import { detentionRoutes } from './detention/detention-routes.ts'
import { evaluationRoutes } from './evaluation/evaluation-routes.ts'
import { leaveRoutes } from './leave/leave-routes.ts'
import { scheduleRoutes } from './schedule/schedule-routes.ts'
import { leftZoneRoutes } from './zones/left-zones.ts'
import { setRoutes } from './zones/set-routes.ts'
import { zoneRoutes } from './zones/zone-routes.ts'

/** Every route of the room. */
export const homeRoutes: Route[] = [
  ...detentionRoutes,
  ...evaluationRoutes,
  ...zoneRoutes,
  ...leftZoneRoutes,
  ...setRoutes,
  ...scheduleRoutes,
  ...leaveRoutes,
]
