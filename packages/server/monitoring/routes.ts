import type { Route } from '../platform/route.ts'
import { guidelineRoutes } from './guidelines/guideline-routes.ts'

/** Every route of the monitoring room. */
export const monitoringRoutes: Route[] = [...guidelineRoutes]
