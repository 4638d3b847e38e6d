/**
 * What happens to a sentence, in order, each kind with its one handler. A further kind of thing is a kind, a
 * handler, and its place in `timelineOf`.
 */

import { canonicalJson } from '../hash.ts'
import { because } from '../pack.ts'
import type { Day } from '../pack.types.ts'
import { placed, steppedDown, toCustody } from './custody.ts'
import { goodTimeLost } from './good-time.ts'
import { jailFirst } from './jail-first.ts'
import { modificationsInOrder, modify } from './modify.ts'
import { obstacle } from './obstacles.ts'
import { place } from './place.ts'
import { countBefore, countDays, type Span, union } from './spans.ts'
import { currentId, type Placed, type State, type Term, termOf } from './state.ts'
import { planStepDown } from './step-down.ts'
import type { CommitmentTerm, SentenceEvent } from './types.ts'

export type Happening =
  /** A commitment is on file, with the booking or received later. */
  | { readonly kind: 'on-file'; readonly commitment: CommitmentTerm }
  | { readonly kind: 'modification'; readonly commitment: CommitmentTerm }
  /** The booking's terms are placed in the calendar. */
  | { readonly kind: 'booking' }
  /** Commitments received on one day while active (WAP-SENT.6). */
  | { readonly kind: 'receipt'; readonly on: Day; readonly ids: readonly string[] }
  /** Days in jail before placement, once every term is placed (ARS-M). */
  | { readonly kind: 'jail-first' }
  /** What happened while it was served. */
  | SentenceEvent
  /** The plan of the step-down, once everything else is known (EMP-2.3). */
  | { readonly kind: 'step-down-plan' }

type Handlers = { [K in Happening['kind']]: (state: State, h: Extract<Happening, { kind: K }>) => void }

const handlers: Handlers = {
  'on-file': (state, { commitment: c }) => {
    if (c.arrival.kind !== 'modification') state.terms.set(c.id, termOf(c, c.arrival))
  },
  modification: (state, { commitment }) => modify(state, commitment),
  'good-time-lost': goodTimeLost,
  booking,
  receipt,
  'jail-first': jailFirst,
  placed,
  'step-down': steppedDown,
  returned: toCustody,
  withdrawn: toCustody,
  'step-down-plan': planStepDown,
}

/**
 * Modifications, and good time taken back, reach back to the start of what they change, so they come before
 * anything is placed.
 */
export function timelineOf(
  state: State,
  commitments: readonly CommitmentTerm[],
  events: readonly SentenceEvent[],
): readonly Happening[] {
  const ordered = [...commitments].sort((a, b) => (a.id < b.id ? -1 : 1))
  const receipts = Map.groupBy(
    ordered.flatMap((c) =>
      c.arrival.kind === 'received-while-active' ? [{ id: c.id, on: c.arrival.on }] : [],
    ),
    (c) => c.on,
  )
  const happened = inOrder(events)
  return [
    ...ordered.map((commitment) => ({ kind: 'on-file', commitment }) as const),
    ...modificationsInOrder(state, ordered).map(
      (commitment) => ({ kind: 'modification', commitment }) as const,
    ),
    ...happened.filter((event) => event.kind === 'good-time-lost'),
    { kind: 'booking' },
    ...[...receipts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([on, received]) => ({ kind: 'receipt', on, ids: received.map((r) => r.id) }) as const),
    { kind: 'jail-first' },
    ...happened.filter((event) => event.kind !== 'good-time-lost'),
    { kind: 'step-down-plan' },
  ]
}

/** By day; on one day out of the program before into it, so that a return and a new placement can share one. */
const ORDER: readonly SentenceEvent['kind'][] = [
  'good-time-lost',
  'step-down',
  'returned',
  'withdrawn',
  'placed',
]

/** What happened, in the order in which it is taken up. */
export function inOrder(events: readonly SentenceEvent[]): readonly SentenceEvent[] {
  const key = (event: SentenceEvent) => `${event.on} ${ORDER.indexOf(event.kind)} ${canonicalJson(event)}`
  return [...events].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Feeds the timeline to the handlers; stops at the first obstacle, since nothing after it would be right. */
export function run(state: State, timeline: readonly Happening[]): void {
  for (const happening of timeline) {
    if (state.obstacles.length > 0) return
    handle(state, happening)
  }
}

function handle<K extends Happening['kind']>(state: State, happening: Extract<Happening, { kind: K }>): void {
  handlers[happening.kind as K](state, happening)
}

const spansOf = (placed: Iterable<Placed>): readonly Span[] => union([...placed].map((p) => p.span))

/** WAP-DEF.1: the days to be served are those of the calendar that any of the terms covers. */
function booking(state: State): void {
  for (const term of state.terms.values()) if (term.arrival.kind === 'booking') place(state, term)
  const covered = spansOf(state.placed.values())
  for (const [id, { span }] of state.placed) state.servedOutAt.set(id, countBefore(covered, span.to))
  state.owed = countDays(covered)
  addTotal(state, 'sentence.total.union', state.owed, { days: state.owed })
}

/**
 * WAP-SENT.6 (own reading): what is owed are days of work. A concurrent commitment runs beside the days that
 * are left when it is received; a consecutive one begins when what it follows is served out.
 */
function receipt(state: State, { on, ids }: Extract<Happening, { kind: 'receipt' }>): void {
  const received = ids.map((id) => state.terms.get(currentId(state, id))!)
  const served = servedAt(state, received, on)
  if (served === null) return
  const owedBefore = state.owed
  for (const term of received) place(state, term)
  if (state.obstacles.length > 0) return
  for (const term of received) serveOut(state, term, served)
  state.owed = Math.max(owedBefore, ...received.map((term) => state.servedOutAt.get(term.id)!))
  addTotal(state, 'sentence.total.received', state.owed, {
    on,
    served,
    left: owedBefore - served,
    days: state.owed,
  })
}

/** The count at which a received term is served out; terms it follows first. */
function serveOut(state: State, term: Term, served: number): number {
  const known = state.servedOutAt.get(term.id)
  if (known !== undefined) return known
  const { span, follows, relation } = state.placed.get(term.id)!
  const others = follows.map((id) => serveOut(state, state.terms.get(id)!, served))
  const from = relation === 'consecutive' ? Math.max(served, ...others) : served
  const end = from + (span.to - span.from)
  state.servedOutAt.set(term.id, end)
  return end
}

/** Days served on the day of receipt: one figure a day, never fewer than before, never more than owed. */
function servedAt(state: State, received: readonly Term[], on: Day): number | null {
  const counts = received.flatMap((t) => (t.arrival.kind === 'booking' ? [] : [t.arrival.daysServed]))
  const served = Math.max(...counts)
  const first = received[0]!.id
  if (Math.min(...counts) !== served || served < state.servedAtReceipt) {
    state.obstacles.push(obstacle(state.pack, 'served-before-received-contradicts', first, { on, served }))
    return null
  }
  if (served > state.owed) {
    state.obstacles.push(obstacle(state.pack, 'served-more-than-owed', first, { served, owed: state.owed }))
    return null
  }
  state.servedAtReceipt = served
  return served
}

function addTotal(
  state: State,
  code: 'sentence.total.union' | 'sentence.total.received',
  days: number,
  values: Readonly<Record<string, string | number>>,
): void {
  const { clause, own } = because(state.pack, code)
  state.totals.push({ kind: 'total', code, clause, own, days, values })
}
