import type { Route } from '../platform/route.ts'
import { contractRoutes } from './contract/contract-routes.ts'
import { placeRoutes } from './places/place-routes.ts'
import { scheduleRoutes } from './schedule/schedule-routes.ts'
import { siteRoutes } from './sites/site-routes.ts'

/** Every route of the room. */
export const workRoutes: Route[] = [...siteRoutes, ...placeRoutes, ...scheduleRoutes, ...contractRoutes]
