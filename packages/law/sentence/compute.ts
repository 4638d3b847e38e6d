import { refuse } from '../errors.ts'
import { because, clausesInOrder, requirePart } from '../pack.ts'
import type { Clause, Pack, Reason } from '../pack.types.ts'
import { checkParameters } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { longestChain } from './chain.ts'
import { adjustedBy } from './custody.ts'
import { obstacle, obstaclesIn } from './obstacles.ts'
import { sentenceSchema } from './schema.ts'
import { countDays, dayAt, union } from './spans.ts'
import { emptyState, type Placed, type State } from './state.ts'
import { inOrder, run, timelineOf } from './timeline.ts'
import type {
  CannotCompute,
  SentenceEvent,
  SentenceInput,
  SentenceReading,
  Worksheet,
  WorksheetStep,
} from './types.ts'

/**
 * The adjusted sentence and release date, with every step (WAP-DEF.1, SENT.3 to SENT.6, P1.3).
 *
 * The first day counts; years and months run by the calendar; credit is taken off its own commitment, never
 * below zero; what says nothing is concurrent; a consecutive term starts the day after the other ends. The
 * adjusted sentence is the number of calendar days that any term covers. Commitments received while active
 * are reckoned both ways (WAP-SENT.6): days of work owed, and calendar days; where these differ an officer
 * chooses with `reading`. All figures are days. There is no good time (WAP-GT.1) but where the pack knows it: it
 * is taken off its own commitment, less what was lost for a rule violation (SCC-2.D).
 *
 * Where the pack says so, days in jail come first (ARS-M.2, M.3) and supervision is lowered at the end
 * (EMP-2.3), by `parameters`, those of the pack on `asOf`; a return or withdrawal says what is left in custody.
 *
 * Returns `cannot-compute` with what to ask where the papers leave it open; throws `LawInputError` where the
 * input does not fit its schema, parameters are needed and missing, or the program serves no sentences.
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * const base = { docket: 'M-1', sentencedOn: '2026-03-02', creditDays: 0, relation: 'unstated', arrival: { kind: 'booking' } }
 * const commitments = [
 *   { ...base, id: 'a', startsOn: '2026-03-02', length: { days: 30 }, creditDays: 5 },
 *   { ...base, id: 'b', length: { days: 10 }, relation: 'consecutive', consecutiveTo: ['a'] },
 * ]
 * const sheet = computeSentence(wap, { commitments, daysServed: 0, asOf: '2026-03-02' })
 * sheet.adjustedDays // => 35
 * sheet.releaseDate // => '2026-04-05'
 * sheet.bars[1].start // => '2026-03-27'
 * computeSentence(wap, { commitments: [commitments[1]], daysServed: 0, asOf: '2026-03-02' }).because[0].code // => 'consecutive-to-missing'
 */
export function computeSentence(
  pack: Pack,
  input: SentenceInput,
  parameters: Parameters | null = null,
): Worksheet | CannotCompute {
  accept('sentence', sentenceSchema(pack), input)
  requirePart(pack, 'sentence.total.adjusted', 'sentences to compute')
  refuseNeedlessTargets(input)
  if (parameters !== null) checkParameters(pack, parameters, input.asOf)
  const impossible = obstaclesIn(pack, input)
  if (impossible.length > 0) return { kind: 'cannot-compute', because: impossible }
  const events = input.events ?? []
  const state = emptyState(pack, parameters, input, startsInJail(pack, events))
  run(state, timelineOf(state, input.commitments, events))
  if (state.obstacles.length === 0 && input.daysServed < state.servedAtReceipt)
    state.obstacles.push(
      obstacle(pack, 'served-before-received-contradicts', null, {
        on: input.asOf,
        served: state.servedAtReceipt,
      }),
    )
  if (state.obstacles.length > 0) return { kind: 'cannot-compute', because: state.obstacles }
  return worksheet(state, input)
}

/** Where days in jail come first, or the first that happened was a placing. Whoever is returned was in the program. */
const startsInJail = (pack: Pack, events: readonly SentenceEvent[]): boolean =>
  pack.sentence.jailFirst !== null ||
  inOrder(events).find(({ kind }) => kind !== 'good-time-lost')?.kind === 'placed'

function worksheet(state: State, input: SentenceInput): Worksheet {
  const { pack } = state
  const placed = [...state.placed.values()].sort(byStart)
  const served = placed.filter((p) => p.span.to > p.span.from)
  const readings = { 'days-owed': state.owed, calendar: adjustedBy(state, 'calendar') }
  const reading = state.reading
  const adjustedDays = readings[reading]
  const askOfficer = readings['days-owed'] !== readings.calendar
  const notes = notesFor(state, placed, readings, input, adjustedDays)
  const steps = [
    ...placed.map(termStep),
    ...state.totals,
    ...finalTotals(state, readings, reading, askOfficer),
  ]
  const cited = [...steps.flatMap(clausesOf), ...servingClauses(state)]
  return {
    kind: 'worksheet',
    steps,
    bars: served.map(({ term, span }) => ({
      commitment: term.id,
      docket: term.docket,
      start: dayAt(span.from),
      end: dayAt(span.to - 1),
    })),
    superseded: state.superseded,
    adjustedDays,
    daysServed: input.daysServed,
    daysLeft: Math.max(0, adjustedDays - input.daysServed),
    releaseDate: served.length === 0 ? null : dayAt(Math.max(...served.map((p) => p.span.to)) - 1),
    reading,
    readings,
    askOfficer,
    notes,
    clauses: clausesInOrder(pack, [...cited, ...notes.map((n) => n.clause)]),
    asOf: input.asOf,
    ...serving(state),
  }
}

/** What only some programs have. */
function serving({ jail, stepDown, custody }: State): Pick<Worksheet, 'jail' | 'stepDown' | 'custody'> {
  return {
    ...(jail === null ? {} : { jail }),
    ...(stepDown === null ? {} : { stepDown }),
    ...(custody === null ? {} : { custody }),
  }
}

function termStep({ term, start, termDays, span, relation, follows, reasons }: Placed): WorksheetStep {
  const days = span.to - span.from
  return {
    kind: 'term',
    commitment: term.id,
    docket: term.docket,
    term: term.length!,
    termDays,
    creditDays: term.creditDays,
    relation,
    consecutiveTo: follows,
    start,
    end: days === 0 ? null : dayAt(span.to - 1),
    days,
    reasons,
  }
}

function finalTotals(
  state: State,
  readings: Worksheet['readings'],
  reading: SentenceReading,
  askOfficer: boolean,
): readonly WorksheetStep[] {
  const total = (
    code: 'sentence.total.calendar' | 'sentence.total.adjusted',
    days: number,
  ): WorksheetStep => {
    const { clause, own } = because(state.pack, code)
    return { kind: 'total', code, clause, own, days, values: { days } }
  }
  const beside = askOfficer ? [total('sentence.total.calendar', readings.calendar)] : []
  return [...beside, total('sentence.total.adjusted', readings[reading])]
}

function notesFor(
  state: State,
  placed: readonly Placed[],
  readings: Worksheet['readings'],
  input: SentenceInput,
  adjustedDays: number,
): readonly Reason[] {
  const { pack } = state
  const notes = [because(pack, 'sentence.note.first-day')]
  if (pack.citations['sentence.note.no-good-time']) notes.push(because(pack, 'sentence.note.no-good-time'))
  const booked = placed.filter((p) => p.term.arrival.kind === 'booking')
  const apart = countDays(union(booked.map((p) => p.span)))
  const together = longestChain(booked, ({ span }) => span.to - span.from)
  if (apart > together) notes.push(because(pack, 'sentence.note.starts-differ', { apart, together }))
  if (readings['days-owed'] !== readings.calendar)
    notes.push(
      because(pack, 'sentence.note.readings-differ', {
        owed: readings['days-owed'],
        calendar: readings.calendar,
      }),
    )
  const over = input.daysServed - adjustedDays
  if (over > 0) notes.push(because(pack, 'sentence.note.served-more', { days: over }))
  return notes
}

const clausesOf = (step: WorksheetStep): readonly Clause[] =>
  step.kind === 'term' ? step.reasons.map((r) => r.clause) : [step.clause]

function servingClauses({ jail, stepDown, custody }: State): readonly Clause[] {
  const jailReasons = jail === null ? [] : [...jail.terms.flatMap((t) => t.reasons), ...jail.notes]
  const others = [...(stepDown === null ? [] : [stepDown.reason]), ...(custody?.reasons ?? [])]
  return [...jailReasons, ...others].map((reason) => reason.clause)
}

function byStart(a: Placed, b: Placed): number {
  return a.span.from - b.span.from || (a.term.id < b.term.id ? -1 : 1)
}

function refuseNeedlessTargets(input: SentenceInput): void {
  for (const [i, c] of input.commitments.entries())
    if (c.relation !== 'consecutive' && c.consecutiveTo?.length)
      refuse('sentence', `commitments[${i}].consecutiveTo`, 'is only for a consecutive commitment')
}
