import { randomUUID } from 'node:crypto'
import type { Work } from '../platform/act.ts'
import type { AddressStep } from './address.ts'

/** Writes what was decided about a person's address. */
export async function setAddress(work: Work<'people'>, personId: string, step: AddressStep): Promise<void> {
  const { ctx, db } = work
  const current = () =>
    db.updateTable('people.address').where('person_id', '=', personId).where('until_day', 'is', null)
  if (step.kind === 'none') return
  if (step.kind === 'put-right') {
    await current().set(step.columns).execute()
    return
  }
  if (step.kind === 'moved') await current().set({ until_day: step.fromDay }).execute()
  await db
    .insertInto('people.address')
    .values({
      agency_id: ctx.agency.id,
      id: randomUUID(),
      person_id: personId,
      ...step.columns,
      from_day: step.fromDay,
      added_at: ctx.now,
      added_by: ctx.actor,
    })
    .execute()
}
