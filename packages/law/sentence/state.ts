import type { Day, Pack, Reason } from '../pack.types.ts'
import type { Parameters } from '../parameters.types.ts'
import type { CustodyLeft, JailFirst, StepDown } from './serving.types.ts'
import type { Span } from './spans.ts'
import type {
  Arrival,
  CommitmentTerm,
  Length,
  Obstacle,
  Relation,
  SentenceInput,
  SentenceReading,
  Superseded,
  WorksheetStep,
} from './types.ts'

/** A commitment as it stands after modifications. */
export interface Term {
  readonly id: string
  readonly docket: string
  readonly startsOn: Day | null
  readonly length: Length | null
  readonly creditDays: number
  readonly relation: Relation
  readonly consecutiveTo: readonly string[]
  readonly arrival: Exclude<Arrival, { kind: 'modification' }>
  readonly modified: boolean
  readonly offence: string | null
  readonly suspendedDays: number
  /** Good time that still stands, and what was taken back. */
  readonly goodTimeDays: number
  readonly goodTimeLostDays: number
}

/** A term with its place in the calendar; `span` is what is left of it to serve after credit. */
export interface Placed {
  readonly term: Term
  readonly start: Day
  readonly termDays: number
  readonly span: Span
  readonly relation: 'concurrent' | 'consecutive'
  readonly follows: readonly string[]
  readonly reasons: readonly Reason[]
}

/** What the handlers of the timeline fill in, one dated thing after the other. Local to one computation. */
export interface State {
  readonly pack: Pack
  /** Null where the program's sentences need none. */
  readonly parameters: Parameters | null
  readonly reading: SentenceReading
  /** Terms in force by id. */
  readonly terms: Map<string, Term>
  /** Where a replaced commitment's id leads now. */
  readonly replacedBy: Map<string, string>
  readonly superseded: Superseded[]
  readonly placed: Map<string, Placed>
  /** Terms that cannot be placed, the reason noted. */
  readonly blocked: Set<string>
  /** Counting days of work from the first: the count at which a commitment is served out. */
  readonly servedOutAt: Map<string, number>
  /** Days of work credited so far, as the input has them. */
  readonly credited: number
  /** Days of work owed in all so far. */
  owed: number
  /** Days served when the last commitment was received. */
  servedAtReceipt: number
  readonly totals: Extract<WorksheetStep, { kind: 'total' }>[]
  readonly obstacles: Obstacle[]
  jail: JailFirst | null
  stepDown: StepDown | null
  custody: CustodyLeft | null
  /** Whether the person is in the program now, and not in jail. */
  inProgram: boolean
  placedOn: Day | null
  steppedDownOn: Day | null
}

/** Where a program has days in jail first, a person is there until placed; elsewhere enrolment is the start. */
export function emptyState(
  pack: Pack,
  parameters: Parameters | null,
  { reading = 'days-owed', daysServed }: Pick<SentenceInput, 'reading' | 'daysServed'>,
  startsInJail: boolean,
): State {
  return {
    pack,
    parameters,
    reading,
    credited: daysServed,
    terms: new Map(),
    replacedBy: new Map(),
    superseded: [],
    placed: new Map(),
    blocked: new Set(),
    servedOutAt: new Map(),
    owed: 0,
    servedAtReceipt: 0,
    totals: [],
    obstacles: [],
    jail: null,
    stepDown: null,
    custody: null,
    inProgram: !startsInJail,
    placedOn: null,
    steppedDownOn: null,
  }
}

export function termOf(c: CommitmentTerm, arrival: Term['arrival']): Term {
  const { id, docket, length, creditDays, relation } = c
  const consecutiveTo = c.consecutiveTo ?? []
  const startsOn = c.startsOn ?? null
  return {
    id,
    docket,
    startsOn,
    length,
    creditDays,
    relation,
    consecutiveTo,
    arrival,
    modified: false,
    offence: c.offence ?? null,
    suspendedDays: c.suspendedDays ?? 0,
    goodTimeDays: c.goodTimeDays ?? 0,
    goodTimeLostDays: 0,
  }
}

/** The id that stands for `id` now, after modifications. */
export function currentId(state: State, id: string): string {
  let current = id
  while (state.replacedBy.has(current)) current = state.replacedBy.get(current)!
  return current
}
