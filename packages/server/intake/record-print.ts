import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import type { RoomTx } from '../platform/database.ts'
import { fieldProblem, notFound, Problem } from '../platform/problem.ts'
import { day, text } from '../platform/schemas.ts'
import { readEnrolment } from './enrolment.ts'
import { askNoMatchLetter } from './no-match-letter.ts'
import { dependsOn, type PrintHistory, type PrintKind, printKinds, printObstacle } from './prints.ts'

export const printBody = z.strictObject({
  kind: z.enum(printKinds),
  day,
  note: text(500, false).default(''),
})
export const withdrawPrintBody = z.strictObject({ reason: text(500) })

const inWords: Readonly<Record<PrintKind, string>> = {
  'history-found': 'a history was found',
  'history-none': 'there is no history',
  'prints-on-file': 'prints are on file',
  'no-prints-on-file': 'no prints are on file',
  'thumb-prints': 'thumb prints taken',
  'print-set': 'set of prints taken',
  'coin-on-application': 'COIN on the application',
  'duplicate-given': 'duplicate given to the person',
  'noted-on-original': 'noted on the original',
  'duplicate-sent': 'duplicate sent to the identification bureau',
  'returned-printed': 'duplicate returned, printed',
  'returned-match': 'duplicate returned, identity verified',
  'returned-no-match': 'duplicate returned, no match',
  'no-match-letter': 'letter sent because there was no match',
  'completion-sent': 'completion sent to the identification bureau',
  'violation-sent': 'duplicate sent back with the reason',
}

/** What is on record of history and prints, of this enrolment and of the person before. */
export async function printHistory(
  tx: RoomTx<'intake'>,
  enrolment: { id: string; personId: string; state: PrintHistory['state'] },
): Promise<PrintHistory> {
  const rows = await tx
    .selectFrom('intake.v_print_record')
    .select(['enrolment_id', 'kind'])
    .where('person_id', '=', enrolment.personId)
    .execute()
  const kindsOf = (own: boolean) =>
    new Set(
      rows.filter((row) => (row.enrolment_id === enrolment.id) === own).map((row) => row.kind as PrintKind),
    )
  return { recorded: kindsOf(true), earlier: kindsOf(false), state: enrolment.state }
}

/**
 * Records one thing done about history and prints (WAP-P2). "No match" letters are asked for with it.
 * @throws Problem `not-found`; `already-done`; `cannot-be` out of order, or for a day that has not come
 */
export const recordPrint = verb(
  'intake.record-print',
  async (
    work: Work<'intake'>,
    input: z.output<typeof printBody> & { enrolmentId: string },
  ): Promise<{ id: string; documentId: string | null }> => {
    const { ctx, db, emit } = work
    const enrolment = await readEnrolment(db, input.enrolmentId, ctx.today)
    if (Temporal.PlainDate.compare(input.day, ctx.today) > 0)
      throw fieldProblem('day', 'This day has not come yet. Give the day on which it was done.')
    const { recorded } = await printHistory(db, enrolment)
    const obstacle = printObstacle(input.kind, recorded)
    if (obstacle) throw refusal(obstacle)
    const documentId = input.kind === 'no-match-letter' ? await askNoMatchLetter(work, enrolment) : null
    const id = randomUUID()
    await db
      .insertInto('intake.print_record')
      .values({
        agency_id: ctx.agency.id,
        id,
        enrolment_id: enrolment.id,
        person_id: enrolment.personId,
        kind: input.kind,
        on_day: input.day,
        note: input.note,
        document_id: documentId,
        at: ctx.now,
        by: ctx.actor!,
      })
      .execute()
    await emit('intake.print-recorded', { print: id, enrolment: enrolment.id })
    return { id, documentId }
  },
)

/** Takes back a record that was entered wrongly; it stays in the trail with the reason. */
export const withdrawPrint = verb(
  'intake.withdraw-print',
  async (work: Work<'intake'>, input: { printId: string; reason: string }) => {
    const { ctx, db, emit } = work
    const row = await db
      .selectFrom('intake.print_record')
      .select(['id', 'enrolment_id', 'kind'])
      .where('id', '=', input.printId)
      .where('ended_at', 'is', null)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!row) throw notFound('record of prints')
    const enrolment = await readEnrolment(db, row.enrolment_id, ctx.today)
    const { recorded } = await printHistory(db, enrolment)
    const later = dependsOn(row.kind as PrintKind, recorded)
    if (later.length > 0) {
      throw new Problem(
        'cannot-be',
        `Other records stand on this one: ${later.map((kind) => inWords[kind]).join('; ')}. Take those back first.`,
      )
    }
    await db
      .updateTable('intake.print_record')
      .set({ ended_at: ctx.now, ended_by: ctx.actor, end_reason: input.reason })
      .where('id', '=', row.id)
      .execute()
    await emit('intake.print-withdrawn', { print: row.id, enrolment: row.enrolment_id })
    return { done: true as const }
  },
)

function refusal({ because, kinds }: NonNullable<ReturnType<typeof printObstacle>>): Problem {
  const names = kinds.map((kind) => inWords[kind])
  switch (because) {
    case 'recorded':
      return new Problem('already-done', `This is on record already: ${names[0]}.`)
    case 'contradicts':
      return fieldProblem('kind', `It is on record that ${names[0]}. Take that back first if it is wrong.`)
    case 'comes-after':
      return fieldProblem('kind', `This comes after: ${names.join(', or ')}. Record that first.`)
  }
}
