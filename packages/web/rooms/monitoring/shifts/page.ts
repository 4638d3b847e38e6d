import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

/** `from`: the first day shown; today without it. */
export type ShiftsSearch = { from?: string }

export const shifts = createRoute({
  getParentRoute: () => staff,
  path: '/shifts',
  staticData: { title: msg`Shift board`, permission: 'shift.read', menu: { room: 'monitoring', order: 50 } },
  validateSearch: ({ from }: Record<string, unknown>): ShiftsSearch =>
    typeof from === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(from) ? { from } : {},
  component: lazyRouteComponent(() => import('./view.tsx'), 'Shifts'),
})
