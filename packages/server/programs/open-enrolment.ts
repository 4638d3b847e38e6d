import { randomUUID } from 'node:crypto'
import { holdCommitments } from '../court/index.ts'
import { setSearchKeys } from '../people/index.ts'
import { verb } from '../platform/act.ts'
import { fieldProblem, Problem } from '../platform/problem.ts'
import { joinAll } from './join-commitment.ts'
import { joinable, refuseStrayModifications } from './joinable.ts'
import { otherOpenEnrolment } from './open-enrolments.ts'
import { programRun } from './program.ts'
import { writeStep } from './record-step.ts'
import { takeNumber } from './take-number.ts'

/** `pack`: name of the law pack of the program. */
export interface OpenEnrolment {
  personId: string
  pack: string
  commitmentIds: readonly string[]
}

/**
 * Opens a person's time in a program over one or more commitments and gives it its booking number
 * (`WAP-2026-00001`). A person has one open at a time in a program; a further commitment joins that one.
 * @throws Problem `already-done` when one is open; `cannot-be` with what is wrong with a commitment
 */
export const openEnrolment = verb(
  'programs.open-enrolment',
  async (work, input: OpenEnrolment): Promise<{ id: string }> => {
    const { ctx, db, call, emit } = work
    const program = programRun(input.pack)
    if (!program) throw fieldProblem('pack', 'This office does not run that program.')
    if (input.commitmentIds.length === 0)
      throw fieldProblem('commitmentIds', 'Choose the commitment that is to be served.')
    await call(holdCommitments, input.commitmentIds)
    const open = await otherOpenEnrolment(db, input.personId, input.pack, ctx)
    if (open)
      throw new Problem(
        'already-done',
        `This person has ${open.number} open in this program. Join the commitment to it.`,
      )
    const commitments = await joinable(db, input.personId, input.pack, input.commitmentIds)
    refuseStrayModifications(commitments, input.commitmentIds)
    const id = randomUUID()
    const year = ctx.today.year
    const taken = await call(takeNumber, { kind: `booking ${program.prefix}`, year })
    const number = bookingNumber(program.prefix, year, taken)
    await db
      .insertInto('programs.enrolment')
      .values({
        agency_id: ctx.agency.id,
        id,
        person_id: input.personId,
        pack: input.pack,
        number,
        opened_on: ctx.today,
        opened_at: ctx.now,
      })
      .execute()
    await joinAll(work, id, commitments)
    // Whoever has the number finds the person by it.
    await call(setSearchKeys, { personId: input.personId, sourceId: id, kind: 'booking', texts: [number] })
    await writeStep(work, { enrolmentId: id, kind: 'opened' })
    await emit('programs.enrolment-opened', { enrolment: id, person: input.personId })
    return { id }
  },
)

/** `WAP-2026-00001`; past 99,999 in a year it grows longer. */
export function bookingNumber(prefix: string, year: number, number: number): string {
  return `${prefix}-${year}-${String(number).padStart(5, '0')}`
}
