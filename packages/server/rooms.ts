import { accessRoutes } from './access/index.ts'
import type { Route } from './platform/route.ts'
import { platformRoutes } from './platform/routes.ts'

/** Every route of every room, in one list. A room adds its line here. */
export function allRoutes(options: { secureCookies: boolean }): Route[] {
  return [...platformRoutes, ...accessRoutes(options)]
}
