import { because } from '../pack.ts'
import type { Day } from '../pack.types.ts'
import { obstacle } from './obstacles.ts'
import type { CustodyLeft, SentenceEvent } from './serving.types.ts'
import { countBefore, countDays, dayAt, dayNumber, type Span, union } from './spans.ts'
import type { State } from './state.ts'
import type { SentenceReading } from './types.ts'

type Ending = Extract<SentenceEvent, { kind: 'returned' | 'withdrawn' }>

/** The days that any of the terms covers. */
export const coveredBy = (state: State): readonly Span[] =>
  union([...state.placed.values()].map((placed) => placed.span))

/** The adjusted sentence by a reading of WAP-SENT.6. */
export const adjustedBy = (state: State, reading: SentenceReading): number =>
  reading === 'days-owed' ? state.owed : countDays(coveredBy(state))

/** Out of jail, into the program; a second time only after a return. */
export function placed(
  state: State,
  { on, jailDaysServed }: Extract<SentenceEvent, { kind: 'placed' }>,
): void {
  if (!inOrder(state, 'placed', on)) return
  state.inProgram = true
  state.custody = null
  state.placedOn ??= on
  const { jail } = state
  if (jail === null) return
  if (jailDaysServed < jail.daysServed) {
    const values = { on, days: jailDaysServed, before: jail.daysServed }
    state.obstacles.push(obstacle(state.pack, 'jail-served-goes-back', null, values))
    return
  }
  const daysLeft = Math.max(0, jail.days - jail.creditDays - jailDaysServed)
  const early =
    daysLeft > 0 ? [because(state.pack, 'sentence.jail.placed-early', { on, days: daysLeft })] : []
  state.jail = { ...jail, daysServed: jailDaysServed, daysLeft, notes: [...jail.notes, ...early] }
}

/** An officer confirmed the lower level of supervision. */
export function steppedDown(state: State, { on }: Extract<SentenceEvent, { kind: 'step-down' }>): void {
  if (inOrder(state, 'step-down', on)) state.steppedDownOn = on
}

/** The rest of the term is served in custody, from that day on (ARS-I, O, P; SCC-2.D). */
export function toCustody(state: State, event: Ending): void {
  const { pack } = state
  if (!inOrder(state, event.kind, event.on)) return
  state.inProgram = false
  const adjusted = adjustedBy(state, state.reading)
  const byCredit = pack.sentence.counts === 'days-of-work'
  const daysServed =
    event.daysServed ?? (byCredit ? state.credited : countBefore(coveredBy(state), dayNumber(event.on)))
  if (daysServed > adjusted) {
    const values = { on: event.on, served: daysServed, owed: adjusted }
    state.obstacles.push(obstacle(pack, 'custody-served-more-than-owed', null, values))
    return
  }
  const days = adjusted - daysServed
  const counting = byCredit ? 'sentence.custody.by-credit' : 'sentence.custody.by-calendar'
  const counted = event.daysServed === null ? [because(pack, counting, { daysServed })] : []
  state.custody = {
    kind: event.kind,
    ending: event.kind === 'returned' ? event.ending : null,
    from: event.on,
    daysServed,
    days,
    until: days === 0 ? null : dayAt(dayNumber(event.on) + days - 1),
    reasons: [custodyReason(state, event, days), ...counted],
  } satisfies CustodyLeft
}

function custodyReason({ pack }: State, event: Ending, days: number): CustodyLeft['reasons'][number] {
  const values = { on: event.on, days }
  if (event.kind === 'withdrawn') return because(pack, 'sentence.custody.withdrawn', values)
  const ending = pack.endings.find((e) => e.name === event.ending)
  const reason = because(pack, 'sentence.custody.returned', values)
  return ending === undefined ? reason : { ...reason, clause: ending.clause, own: ending.own }
}

/** Nobody is placed who is placed already, nor returned who is in custody; nothing comes before the sentence. */
function inOrder(state: State, kind: SentenceEvent['kind'], on: Day): boolean {
  const starts = [...state.placed.values()].map((p) => p.start)
  const first = starts.toSorted()[0]
  if (first !== undefined && on < first) {
    state.obstacles.push(obstacle(state.pack, 'event-before-sentence', null, { on, first }))
    return false
  }
  if (state.inProgram === (kind !== 'placed')) return true
  state.obstacles.push(obstacle(state.pack, 'events-contradict', null, { on }))
  return false
}
