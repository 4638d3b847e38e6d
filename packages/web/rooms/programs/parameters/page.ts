import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { realDay } from '../../../parts/day/real-day.ts'

/** `on`: the day to look at; today without it. `pack`: the program; the office's first without it. */
export type ParametersSearch = { on?: string; pack?: string }

export const parameters = createRoute({
  getParentRoute: () => staff,
  path: '/parameters',
  staticData: { title: msg`Parameters`, permission: 'parameter.read', menu: { room: 'programs', order: 90 } },
  validateSearch: ({ on, pack }: Record<string, unknown>): ParametersSearch => ({
    ...(typeof on === 'string' && realDay(on) ? { on } : {}),
    ...(typeof pack === 'string' && pack !== '' ? { pack } : {}),
  }),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Parameters'),
})
