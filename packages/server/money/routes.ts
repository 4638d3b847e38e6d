import type { Route } from '../platform/route.ts'
import { feeRoutes } from './fee-routes.ts'
import { paymentRoutes } from './payment-routes.ts'
import { reportRoutes } from './report-routes.ts'
import { waiverRoutes } from './waiver-routes.ts'

/** Every route of the money room. */
export const moneyRoutes: Route[] = [...feeRoutes, ...paymentRoutes, ...waiverRoutes, ...reportRoutes]
