import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { realDay } from '../../../parts/day/real-day.ts'

/** `from`: the first day shown; today without it. */
export type ShiftsSearch = { from?: string }

export const shifts = createRoute({
  getParentRoute: () => staff,
  path: '/shifts',
  staticData: { title: msg`Shift board`, permission: 'shift.read', menu: { room: 'monitoring', order: 50 } },
  validateSearch: ({ from }: Record<string, unknown>): ShiftsSearch =>
    typeof from === 'string' && realDay(from) ? { from } : {},
  component: lazyRouteComponent(() => import('./view.tsx'), 'Shifts'),
})
