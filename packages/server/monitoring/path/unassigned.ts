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

/** What a unit said one or more times, one after the other: that it is so, or that it is no longer. */
export interface UnitSaying {
  agencyId: string
  isOver: boolean
  alarm: UnitAlarm & { times: number; lastAt: Temporal.Instant }
}

/** What units said while nobody wore them, of each in the order in which it was measured. */
export function sayingsOfUnits(readings: readonly Assigned[]): UnitSaying[] {
  const found: UnitSaying[] = []
  const latest = new Map<string, UnitSaying>()
  const unworn = readings.filter(({ personId }) => personId === null)
  for (const { agencyId, unitId, reading } of unworn.toSorted(
    (a, b) => a.reading.record.at - b.reading.record.at,
  )) {
    const said = saidIn(reading)
    if (said === null) continue
    const at = Temporal.Instant.fromEpochMilliseconds(reading.record.at)
    const before = latest.get(`${unitId} ${said.kind}`)
    if (before?.isOver === said.isOver) {
      before.alarm.times++
      before.alarm.lastAt = at
      continue
    }
    const why = `Nobody wears the unit, and ${words[said.kind]}.`
    const saying = {
      agencyId,
      isOver: said.isOver,
      alarm: { unitId, kind: said.kind, at, why, times: 1, lastAt: at },
    }
    latest.set(`${unitId} ${said.kind}`, saying)
    found.push(saying)
  }
  return found
}

function saidIn({ record }: Assigned['reading']): { kind: Kind; isOver: boolean } | null {
  if ('event' in record) {
    const { event } = record
    if (event === 'strap-closed' || event === 'case-closed')
      return { kind: event === 'strap-closed' ? 'strap' : 'case', isOver: true }
    return Object.hasOwn(words, event) ? { kind: event as Kind, isOver: false } : null
  }
  for (const kind of ['strap', 'case'] as const) if (record[kind]) return { kind, isOver: false }
  for (const kind of ['strap', 'case'] as const) if (record[kind] === false) return { kind, isOver: true }
  return null
}
