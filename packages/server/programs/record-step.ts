import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { verb, type Work } from '../platform/act.ts'
import { Problem } from '../platform/problem.ts'
import { dayInWords } from '../platform/words.ts'
import { otherOpenEnrolment } from './open-enrolments.ts'
import { type HeldEnrolment, holdEnrolment } from './state-of.ts'
import { canTake, type StepKind, stateInWords } from './steps.ts'

/** A step to record. `about`: ids and plain values that say more (an appointment, a contract). */
export interface RecordStep {
  enrolmentId: string
  kind: Exclude<StepKind, 'opened'>
  note?: string
  /** The day it happened, where it was not today; the verb that gives it has checked it. */
  onDay?: Temporal.PlainDate
  about?: Record<string, string | number | boolean | null>
}

/**
 * Records what happened in an enrolment today. The state follows from the steps: an ending holds until the
 * enrolment is reopened, else the furthest step counts, so that an appointment made again takes nothing back.
 * @returns the step's id
 * @throws Problem `not-found`; `cannot-be` when the step cannot be taken from the state it is in
 */
export const recordStep = verb(
  'programs.record-step',
  async (work, input: RecordStep): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    const enrolment = await holdEnrolment(db, input.enrolmentId, ctx.today)
    if (!canTake(input.kind, enrolment.state)) throw outOfOrder(input.kind, enrolment)
    if (input.kind === 'reopened') await refuseSecond(work, enrolment)
    const id = await writeStep(work, input)
    await emit('programs.step-recorded', {
      enrolment: enrolment.id,
      person: enrolment.personId,
      step: input.kind,
    })
    return { id }
  },
)

/** Writes a step that is known to be in order; the enrolment is held. */
export async function writeStep(
  { ctx, db }: Work<'programs'>,
  step: Omit<RecordStep, 'kind'> & { kind: StepKind },
): Promise<string> {
  const id = randomUUID()
  const { last } = await db
    .selectFrom('programs.step')
    .select(({ fn }) => fn.coalesce(fn.max('number'), sql<number>`0`).as('last'))
    .where('enrolment_id', '=', step.enrolmentId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('programs.step')
    .values({
      agency_id: ctx.agency.id,
      id,
      enrolment_id: step.enrolmentId,
      number: last + 1,
      kind: step.kind,
      on_day: step.onDay ?? ctx.today,
      at: ctx.now,
      by: ctx.actor,
      note: step.note ?? '',
      about: JSON.stringify(step.about ?? {}),
    })
    .execute()
  return id
}

function outOfOrder(kind: StepKind, enrolment: HeldEnrolment): Problem {
  return new Problem(
    'cannot-be',
    `"${kind}" cannot be recorded: ${enrolment.number} is ${stateInWords(enrolment.state)} since ${dayInWords(enrolment.since)}. Load the page again.`,
  )
}

async function refuseSecond({ ctx, db }: Work<'programs'>, enrolment: HeldEnrolment): Promise<void> {
  const other = await otherOpenEnrolment(db, enrolment.personId, enrolment.pack, ctx)
  if (other)
    throw new Problem(
      'already-done',
      `${enrolment.number} cannot be reopened: the person has ${other.number} open in this program.`,
    )
}
