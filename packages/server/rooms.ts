import { accessRoutes } from './access/index.ts'
import { courtRoutes } from './court/index.ts'
import { deskRoutes } from './desk/index.ts'
import { equipmentRoutes } from './equipment/index.ts'
import { homeRoutes } from './home/index.ts'
import { intakeRoutes } from './intake/index.ts'
import { moneyRoutes } from './money/index.ts'
import { monitoringRoutes } from './monitoring/index.ts'
import { peopleRoutes } from './people/index.ts'
import { setSubscriptions } from './platform/act.ts'
import type { Route } from './platform/route.ts'
import { platformRoutes } from './platform/routes.ts'
import { programsRoutes } from './programs/index.ts'
import { subscriptions } from './subscriptions.ts'
import { workRoutes } from './work-release/index.ts'

/** Connects what lower rooms say to what upper rooms do. Each process calls it once, before its first act. */
export function connectRooms(): void {
  setSubscriptions(subscriptions)
}

/** Every route of every room, in one list. A room adds its line here. */
export function allRoutes(options: { secureCookies: boolean }): Route[] {
  return [
    ...platformRoutes,
    ...accessRoutes(options),
    ...peopleRoutes,
    ...courtRoutes,
    ...programsRoutes,
    ...deskRoutes,
    ...intakeRoutes,
    ...moneyRoutes,
    ...workRoutes,
    ...homeRoutes,
    ...monitoringRoutes,
    ...equipmentRoutes,
  ]
}
