import type { Route } from '../platform/route.ts'
import { guidelineRoutes } from './guidelines/guideline-routes.ts'
import { lookRoutes } from './looks/look-routes.ts'
import { trackRoutes } from './tracks/track-routes.ts'

/** Every route of the monitoring room. */
export const monitoringRoutes: Route[] = [...guidelineRoutes, ...lookRoutes, ...trackRoutes]
