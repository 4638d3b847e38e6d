import type { Route } from '../platform/route.ts'
import { credentialRoutes } from './credentials/credential-routes.ts'
import { fittingRoutes } from './fittings/fitting-routes.ts'
import { modelRoutes } from './models/model-routes.ts'
import { unitRoutes } from './units/unit-routes.ts'

/** Every route of the room. */
export const equipmentRoutes: Route[] = [...modelRoutes, ...unitRoutes, ...fittingRoutes, ...credentialRoutes]
