import { keyOf } from '../keys.ts'
import { initialState } from '../state.ts'
import { step } from '../step.ts'
import type { AsideReason, Fix, Happening, Input, Millis, SetAside, Settings } from '../types.ts'
import type { Complaint, ReadTrack } from './readers/index.ts'
import { ticksBetween } from './ticks.ts'

/** What a replay came to. */
export interface Replay {
  /** Each once, as it was said last, in the order in which they happened. */
  happenings: Happening[]
  /** Every record once, in the order of the file, with why it was set aside, if it was. */
  track: { line: number; fix: Fix; aside?: AsideReason }[]
  complaints: Complaint[]
  summary: Summary
}

export interface Summary {
  /** Records in the file, those that could not be read among them. */
  records: number
  usable: number
  /** Could not be read. */
  bad: number
  /** Records that say what an earlier one said. */
  repeated: number
  setAside: Partial<Record<AsideReason, number>>
  happenings: Record<string, number>
  withdrawn: number
  /** The first and the last measured time; null without any. */
  from: Millis | null
  to: Millis | null
}

/** Such a record tells neither a place nor, by itself, a time. */
const unusable: readonly AsideReason[] = [
  'no-position',
  'zero-zero',
  'out-of-range',
  'future',
  'before-2000',
  'bad-time',
]

/**
 * Gives a track to the watch as it would have come, record by record in the order in which they were received, with a
 * tick each minute between them.
 *
 * @example replay({ zones }, readTrack(bytes, 'day.csv')).happenings
 */
export function replay(settings: Partial<Settings>, read: ReadTrack, person = 'track'): Replay {
  const fixes = read.records.map(({ line, fix }) => {
    const { received, ...record } = fix
    return { line, fix: { kind: 'fix', key: keyOf(person, record), received, ...record } satisfies Fix }
  })
  const track = firsts(fixes)
  const { said, aside } = run(
    settings,
    track.map(({ fix }) => fix),
    person,
  )
  const shown = track.map((one) => {
    const reason = aside.get(one.fix.key)
    return reason === undefined ? one : { ...one, aside: reason }
  })
  const happenings = [...said.values()].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
  const summary = summaryOf(read, shown, happenings, fixes.length - track.length)
  return { happenings, track: shown, complaints: read.complaints, summary }
}

function firsts<T extends { fix: Fix }>(fixes: readonly T[]): T[] {
  const known = new Set<string>()
  return fixes.filter(({ fix }) => !known.has(fix.key) && known.add(fix.key))
}

function run(
  settings: Partial<Settings>,
  fixes: readonly Fix[],
  person: string,
): { said: Map<string, Happening>; aside: Map<string, AsideReason> } {
  const said = new Map<string, Happening>()
  const aside = new Map<string, AsideReason>()
  let state = initialState(person)
  const give = (inputs: readonly Input[]) => {
    const out = step(state, inputs)
    state = out.state
    for (const happening of out.happenings) said.set(happening.key, happening)
    for (const one of out.setAside as SetAside[]) aside.set(one.key, one.reason)
  }
  give([{ kind: 'setting', key: 'settings', at: 0, received: 0, change: settings }])
  let last: Millis | null = null
  for (const fix of [...fixes].sort((a, b) => a.received - b.received)) {
    const ticks = last === null ? [] : ticksBetween(last, fix.received)
    for (const at of ticks) give([{ kind: 'tick', key: `tick-${at}`, at, received: at }])
    give([fix])
    last = fix.received
  }
  return { said, aside }
}

function summaryOf(
  read: ReadTrack,
  track: Replay['track'],
  happenings: readonly Happening[],
  repeated: number,
): Summary {
  const bad = read.complaints.filter(({ kept }) => !kept).length
  const usable = track.filter(({ aside }) => aside === undefined || !unusable.includes(aside))
  const times = usable.map(({ fix }) => fix.at)
  return {
    records: read.records.length + bad,
    usable: usable.length,
    bad,
    repeated,
    setAside: countBy(track.flatMap(({ aside }) => aside ?? [])),
    happenings: countBy(happenings.map(({ kind }) => kind)),
    withdrawn: happenings.filter(({ withdrawn }) => withdrawn).length,
    from: times.reduce<Millis | null>((least, at) => Math.min(least ?? at, at), null),
    to: times.reduce<Millis | null>((most, at) => Math.max(most ?? at, at), null),
  }
}

function countBy<K extends string>(names: readonly K[]): Partial<Record<K, number>> & Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts as Partial<Record<K, number>> & Record<string, number>
}
