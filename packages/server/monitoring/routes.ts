import type { Route } from '../platform/route.ts'
import { alarmRoutes } from './alarms/alarm-routes.ts'
import { alarmWorkRoutes } from './alarms/work-routes.ts'
import { guidelineRoutes } from './guidelines/guideline-routes.ts'
import { helpRoutes } from './help/help-routes.ts'
import { lookRoutes } from './looks/look-routes.ts'
import { messageRoutes } from './messages/message-routes.ts'
import { notTakenRoutes } from './not-taken/not-taken-routes.ts'
import { shiftRoutes } from './shifts/shift-routes.ts'
import { trackRoutes } from './tracks/track-routes.ts'
import { whatIfRoutes } from './what-if/what-if-routes.ts'

/** Every route of the monitoring room. */
export const monitoringRoutes: Route[] = [
  ...alarmRoutes,
  ...alarmWorkRoutes,
  ...guidelineRoutes,
  ...shiftRoutes,
  ...helpRoutes,
  ...messageRoutes,
  ...notTakenRoutes,
  ...lookRoutes,
  ...trackRoutes,
  ...whatIfRoutes,
]
