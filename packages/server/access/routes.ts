import type { Route } from '../platform/route.ts'
import { accountRoutes } from './account-routes.ts'
import { delegationRoutes } from './delegations/delegation-routes.ts'
import { sessionRoutes } from './session-routes.ts'

/** Every route of this room. */
export function accessRoutes(options: { secureCookies: boolean }): Route[] {
  return [...sessionRoutes(options), ...accountRoutes, ...delegationRoutes]
}
