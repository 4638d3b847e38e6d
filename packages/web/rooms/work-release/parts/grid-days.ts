import { useLingui } from '@lingui/react/macro'
import type { MonthDay } from '../../../parts/month-grid/month-grid.tsx'
import { closedNames, type SiteDay } from './words.ts'

/** The days of a site as a month grid takes them: places left, or why there are none. */
export function useGridDays(days: readonly SiteDay[]): Record<string, MonthDay> {
  const { i18n } = useLingui()
  return Object.fromEntries(days.map((day) => [day.day, gridDay(day, (name) => i18n._(name))]))
}

function gridDay(
  { capacity, taken, because }: SiteDay,
  say: (name: (typeof closedNames)[keyof typeof closedNames]) => string,
): MonthDay {
  if (capacity > 0) return { places: Math.max(0, capacity - taken) }
  return {
    closed: say(
      because === 'plan' || because === 'other-number' ? closedNames['no-plan'] : closedNames[because],
    ),
  }
}
