import { because } from '../pack.ts'
import type { Day, Reason, Values } from '../pack.types.ts'
import { obstacle } from './obstacles.ts'
import { dayAt, dayNumber, termDays } from './spans.ts'
import { currentId, type Placed, type State, type Term } from './state.ts'
import type { CannotComputeCode, Length } from './types.ts'

/**
 * Puts a term in the calendar, after those it follows (WAP-SENT.4). Returns null when something is missing;
 * what it is has then been noted in the state.
 */
export function place(state: State, term: Term, waiting: readonly string[] = []): Placed | null {
  const known = state.placed.get(term.id)
  if (known) return known
  if (state.blocked.has(term.id)) return null
  const placed = tryToPlace(state, term, waiting)
  if (placed) state.placed.set(term.id, placed)
  else state.blocked.add(term.id)
  return placed
}

function tryToPlace(state: State, term: Term, waiting: readonly string[]): Placed | null {
  if (waiting.includes(term.id)) return stop(state, 'consecutive-cycle', term)
  const follows = term.relation === 'consecutive' ? followed(state, term) : []
  if (follows === null) return null
  const before = follows.map((other) => place(state, other, [...waiting, term.id]))
  if (!before.every((placed) => placed !== null)) return null
  const derived = before.length === 0 ? null : dayAt(Math.max(...before.map((p) => p.span.to)))
  const start = startOf(state, term, derived)
  if (start === null) return null
  if (term.length === null) return stop(state, 'no-length', term)
  return placedFrom(state, { term, start, derived, follows, length: term.length })
}

/** A term whose start is known. `derived`: the day after those it follows; null when it follows none. */
interface Started {
  readonly term: Term
  readonly start: Day
  readonly derived: Day | null
  readonly follows: readonly Term[]
  readonly length: Length
}

function placedFrom(state: State, started: Started): Placed | null {
  const { term, start, follows, length } = started
  const whole = termDays(start, length)
  const days = Math.max(0, whole - term.suspendedDays - term.goodTimeDays - term.creditDays)
  if (term.suspendedDays > whole)
    return stop(state, 'suspended-more-than-term', term, { suspended: term.suspendedDays, days: whole })
  const from = dayNumber(start)
  return {
    term,
    start,
    termDays: whole,
    span: { from, to: from + days },
    relation: term.relation === 'consecutive' ? 'consecutive' : 'concurrent',
    follows: follows.map((other) => other.id),
    reasons: reasonsFor(state, started, whole),
  }
}

/** The terms a consecutive one follows: those stated, else the only other, else (received) all before it. */
function followed(state: State, term: Term): readonly Term[] | null {
  if (term.consecutiveTo.length > 0) return stated(state, term)
  const others = [...state.terms.values()].filter((other) => other.id !== term.id)
  if (term.arrival.kind === 'received-while-active') {
    const { on } = term.arrival
    return others.filter((o) => o.arrival.kind === 'booking' || o.arrival.on < on)
  }
  const booked = others.filter((other) => other.arrival.kind === 'booking')
  if (booked.length === 1) return booked
  return term.startsOn === null ? stop(state, 'consecutive-to-unstated', term) : []
}

function stated(state: State, term: Term): readonly Term[] | null {
  const targets: Term[] = []
  for (const id of term.consecutiveTo) {
    const target = state.terms.get(currentId(state, id))
    if (!target) return stop(state, 'consecutive-to-missing', term, { other: id })
    if (comesLater(target, term)) return stop(state, 'consecutive-to-later', term, { other: id })
    targets.push(target)
  }
  return targets
}

/** A commitment cannot follow one that reached the office after it. */
function comesLater(target: Term, term: Term): boolean {
  if (target.arrival.kind === 'booking') return false
  return term.arrival.kind === 'booking' || target.arrival.on > term.arrival.on
}

function startOf(state: State, term: Term, derived: Day | null): Day | null {
  if (derived !== null) {
    if (term.startsOn !== null && term.startsOn < derived)
      return stop(state, 'start-contradicts-consecutive', term, { stated: term.startsOn, derived })
    return term.startsOn ?? derived
  }
  if (term.startsOn !== null) return term.startsOn
  return term.arrival.kind === 'booking' ? stop(state, 'no-start-date', term) : term.arrival.on
}

function reasonsFor(state: State, started: Started, whole: number): readonly Reason[] {
  const { pack } = state
  const { term, start, derived, follows } = started
  const reasons = [relationReason(state, started)]
  if (derived !== null && start > derived)
    reasons.push(because(pack, 'sentence.start-later', { start, derived }))
  if (term.modified) reasons.push(because(pack, 'sentence.from-modified'))
  if (term.startsOn === null && follows.length === 0)
    reasons.push(because(pack, 'sentence.start-on-receipt', { start }))
  if (term.length?.years || term.length?.months)
    reasons.push(because(pack, 'sentence.calendar-term', { days: whole }))
  if (term.suspendedDays > 0)
    reasons.push(because(pack, 'sentence.suspended', { days: term.suspendedDays, of: whole }))
  const { goodTimeDays, goodTimeLostDays, creditDays } = term
  const toServe = whole - term.suspendedDays
  if (goodTimeDays > 0) reasons.push(because(pack, 'sentence.good-time', { days: goodTimeDays }))
  if (goodTimeLostDays > 0) reasons.push(because(pack, 'sentence.good-time-lost', { days: goodTimeLostDays }))
  // An order that shortens a term leaves its good time as it was: nobody is let go by that unseen.
  if (goodTimeDays > 0 && goodTimeDays >= toServe)
    reasons.push(because(pack, 'sentence.good-time-covers', { days: goodTimeDays, of: toServe }))
  if (creditDays > 0)
    reasons.push(because(pack, creditCode(creditDays, toServe, goodTimeDays), { days: creditDays }))
  return reasons
}

/** Credit is said to cover what is left by itself, or only beside good time. */
function creditCode(creditDays: number, toServe: number, goodTimeDays: number) {
  if (creditDays >= toServe) return 'sentence.credit-covers' as const
  if (creditDays < toServe - goodTimeDays) return 'sentence.credit' as const
  return 'sentence.credit-covers-rest' as const
}

function relationReason({ pack }: State, { term, start, follows }: Started): Reason {
  if (term.relation === 'consecutive') {
    if (follows.length === 0) return because(pack, 'sentence.consecutive-start-stated', { start })
    return because(pack, 'sentence.consecutive', { start, dockets: follows.map((o) => o.docket).join(', ') })
  }
  if (term.arrival.kind === 'received-while-active')
    return because(pack, 'sentence.concurrent-received', { on: term.arrival.on })
  return because(
    pack,
    term.relation === 'concurrent' ? 'sentence.concurrent' : 'sentence.concurrent-unstated',
  )
}

function stop(state: State, code: CannotComputeCode, term: Term, values: Values = {}): null {
  const noted = state.obstacles.some((o) => o.code === code && o.commitment === term.id)
  if (!noted) state.obstacles.push(obstacle(state.pack, code, term.id, values))
  return null
}
