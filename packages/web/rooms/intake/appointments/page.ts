import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'
import { realDay } from '../../../parts/day/real-day.ts'

/** `day`: `YYYY-MM-DD`; left out, the office's today. `show`: a state, or all. */
export type DaySearch = { day?: string; show?: string }

export const appointments = createRoute({
  getParentRoute: () => staff,
  path: '/appointments',
  staticData: {
    title: msg`Appointments`,
    permission: 'enrolment.read',
    menu: { room: 'intake', order: 10 },
  },
  validateSearch: (search: Record<string, unknown>): DaySearch => ({
    ...(typeof search.day === 'string' && realDay(search.day) ? { day: search.day } : {}),
    ...(typeof search.show === 'string' ? { show: search.show } : {}),
  }),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Appointments'),
})
