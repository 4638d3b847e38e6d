import { randomUUID } from 'node:crypto'
import { type IntakeItem, say } from '@inlieu/law'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { verb, type Work } from '../platform/act.ts'
import { fieldProblem, notFound, Problem } from '../platform/problem.ts'
import { day, text } from '../platform/schemas.ts'
import { readApplication } from './application-record.ts'
import { readChecklist } from './booking-record.ts'
import type { ChecklistItem } from './checklist.ts'
import { type IntakeEnrolment, readEnrolment } from './enrolment.ts'

export const tickBody = z.strictObject({
  item: z.string().max(60),
  /** One of the verbal reminders (a) to (g); '' for any other item. */
  part: z.string().max(60).default(''),
  day,
  note: text(500, false).default(''),
})
export const untickBody = z.strictObject({ reason: text(500) })

/**
 * Ticks an item of the intake checklist (WAP-BOOK.5), with who and when. What follows from the record is not
 * ticked.
 * @throws Problem `not-found`; `already-done`; `cannot-be` as {@link cannotTick} says
 */
export const tickItem = verb(
  'intake.tick-item',
  async (work: Work<'intake'>, input: z.output<typeof tickBody> & { enrolmentId: string }) => {
    const { ctx, db, emit } = work
    const enrolment = await readEnrolment(db, input.enrolmentId, ctx.today)
    const { law, items } = await readChecklist(db, enrolment)
    const refusal =
      cannotTick(law, items, input, ctx.today) ?? (await papersNotReady(work, enrolment, input.item))
    if (refusal) throw refusal
    const id = randomUUID()
    await db
      .insertInto('intake.tick')
      .values({
        agency_id: ctx.agency.id,
        id,
        enrolment_id: enrolment.id,
        item: input.item,
        part: input.part,
        note: input.note,
        on_day: input.day,
        at: ctx.now,
        by: ctx.actor!,
      })
      .execute()
    await emit('intake.item-ticked', { tick: id, enrolment: enrolment.id })
    return { id }
  },
)

/** Why this item cannot be ticked; null when it can. */
export function cannotTick(
  law: readonly IntakeItem[],
  items: readonly ChecklistItem[],
  input: { item: string; part: string; day: Temporal.PlainDate },
  today: Temporal.PlainDate,
): Problem | null {
  const item = items.find((one) => one.name === input.item)
  const name = law.find((one) => one.name === input.item)
  if (!item || !name) return fieldProblem('item', 'This is no item of the checklist. Load the page again.')
  if (item.by === 'record') {
    return fieldProblem(
      'item',
      `"${say('en', name.textCode)}" follows from the record. Record it where it belongs.`,
    )
  }
  if (item.state === 'not-needed') return fieldProblem('item', 'This does not apply here.')
  const isPart = item.parts.some((part) => part.part === input.part)
  if (item.parts.length > 0 ? !isPart : input.part !== '')
    return fieldProblem('part', 'This is no part of the item. Load the page again.')
  const ticked = item.parts.length > 0 ? item.parts.find((part) => part.part === input.part)?.tick : item.tick
  if (ticked) return new Problem('already-done', `${ticked.by} ticked this on ${ticked.on}.`)
  return Temporal.PlainDate.compare(input.day, today) > 0
    ? fieldProblem('day', 'This day has not come yet. Give the day on which it was done.')
    : null
}

// What is ticked as checked must be there to be checked.
async function papersNotReady(
  { db }: Work<'intake'>,
  enrolment: IntakeEnrolment,
  item: string,
): Promise<Problem | null> {
  if (item === 'application-checked') {
    const application = await readApplication(db, enrolment.id)
    return application?.signedOn
      ? null
      : fieldProblem('item', 'The application is not signed yet (WAP-BOOK.2). Take it first.')
  }
  if (item !== 'commitment-verified') return null
  const open = await db
    .selectFrom('programs.v_enrolment_commitment as j')
    .innerJoin('court.v_commitment as c', 'c.id', 'j.commitment_id')
    .select('c.docket')
    .where('j.enrolment_id', '=', enrolment.id)
    .where((eb) =>
      eb.or([
        eb('c.outcome', 'not in', ['accepted', 'accepted-pending-original']),
        eb('c.returned_at', 'is not', null),
      ]),
    )
    .orderBy('c.docket')
    .execute()
  return open.length === 0
    ? null
    : fieldProblem(
        'item',
        `The paper of docket ${open.map((row) => row.docket).join(', ')} is not accepted (WAP-AUTH.1). Settle that first.`,
      )
}

/** Takes a tick back that was wrong; it stays in the trail with the reason. */
export const untickItem = verb(
  'intake.untick-item',
  async (work: Work<'intake'>, input: { tickId: string; reason: string }) => {
    const { ctx, db, emit } = work
    const row = await db
      .updateTable('intake.tick')
      .set({ ended_at: ctx.now, ended_by: ctx.actor, end_reason: input.reason })
      .where('id', '=', input.tickId)
      .where('ended_at', 'is', null)
      .returning(['id', 'enrolment_id'])
      .executeTakeFirst()
    if (!row) throw notFound('tick')
    await emit('intake.item-unticked', { tick: row.id, enrolment: row.enrolment_id })
    return { done: true as const }
  },
)
