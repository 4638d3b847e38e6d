import type { Kind } from '@inlieu/watch'
import { Temporal } from 'temporal-polyfill'
import type { UnitAlarm } from '../alarms/open-unit-alarm.ts'
import type { Assigned } from './rows.ts'

/** What an unworn unit may say that somebody has to look at: a strap closed on nobody is cut, a case is opened. */
const words: Readonly<Partial<Record<Kind, string>>> = {
  strap: 'the strap was opened or cut',
  case: 'the case was opened',
  sos: 'somebody asks for help',
  'shut-down': 'the unit was switched off',
}

/** Alarms of units that nobody wore when it happened: an incident of the equipment, at most one a kind and batch. */
export function unitAlarmsOf(readings: readonly Assigned[]): { agencyId: string; alarm: UnitAlarm }[] {
  const found = new Map<string, { agencyId: string; alarm: UnitAlarm }>()
  for (const { agencyId, unitId, personId, reading } of readings) {
    if (personId !== null) continue
    const { record } = reading
    const said = 'event' in record ? record.event : record.strap ? 'strap' : record.case ? 'case' : null
    if (said === null || !Object.hasOwn(words, said)) continue
    const kind = said as Kind
    const name = `${unitId} ${kind}`
    if (found.has(name)) continue
    const at = Temporal.Instant.fromEpochMilliseconds(record.at)
    const why = `Nobody wears the unit, and ${words[kind]}.`
    found.set(name, { agencyId, alarm: { unitId, kind, at, why } })
  }
  return [...found.values()]
}
