import type { Happening } from '@inlieu/watch'

/** What a change does to an alarm: it makes it, takes it away, or leaves it. */
export type Effect = 'new' | 'gone' | 'same'

/** An alarm of a trial. */
export interface TriedAlarm {
  happening: Happening
  effect: Effect
  /** It is on record too: it was made at the time. */
  onRecord: boolean
  /** When it was over, epoch milliseconds; null where it was not, or is over at once. */
  endedAt: number | null
}

export interface Compared {
  alarms: TriedAlarm[]
  /** How many alarms of places and hours there were on record, would be as things are set now, and with the change. */
  onRecord: number
  asSet: number
  withChange: number
}

/** An alarm asks somebody for something; what ends one, or is noted, does not. */
const isAlarm = ({ severity, ends }: Pick<Happening, 'severity' | 'ends'>): boolean =>
  severity !== 'note' && ends === undefined

/**
 * The alarms of two runs over the same inputs, and those on record, by key: the same happening has the same key in
 * every run. Of the alarms that have no place only those that the change makes or takes away.
 *
 * @param from epoch milliseconds: what happened before only warmed the run up
 */
export function compare(
  runs: { asSet: readonly Happening[]; withChange: readonly Happening[] },
  recorded: ReadonlySet<string>,
  from: number,
): Compared {
  const asSet = byKey(runs.asSet, from)
  const withChange = byKey(runs.withChange, from)
  const all = new Map([...asSet, ...withChange])
  const alarms = [...all.values()].flatMap((happening): TriedAlarm[] => {
    const { key, zone } = happening
    const effect = !withChange.has(key) ? 'gone' : asSet.has(key) ? 'same' : 'new'
    if (effect === 'same' && zone === undefined) return []
    const said = effect === 'gone' ? runs.asSet : runs.withChange
    const end = said.find(({ ends }) => ends === key)
    return [{ happening, effect, onRecord: recorded.has(key), endedAt: end?.at ?? null }]
  })
  alarms.sort((a, b) => b.happening.at - a.happening.at || (a.happening.key < b.happening.key ? -1 : 1))
  const count = (...effects: Effect[]) => alarms.filter(({ effect }) => effects.includes(effect)).length
  return {
    alarms,
    onRecord: recorded.size,
    asSet: count('same', 'gone'),
    withChange: count('same', 'new'),
  }
}

const byKey = (happenings: readonly Happening[], from: number): Map<string, Happening> =>
  new Map(happenings.filter((one) => isAlarm(one) && one.at >= from).map((one) => [one.key, one] as const))
