import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { verb, type Work } from '../../platform/act.ts'
import { fieldProblem, Problem } from '../../platform/problem.ts'
import { writeUnitStep } from './hold-unit.ts'
import type { ReceiveUnits } from './unit-form.ts'

/**
 * Takes units of one model into the inventory; they are in stock.
 * @throws Problem `cannot-be` at each serial number that is there twice or on record already
 */
export const receiveUnits = verb(
  'equipment.receive-units',
  async (work, input: ReceiveUnits): Promise<{ ids: string[] }> => {
    const { ctx, db, emit } = work
    await check(work, input)
    const ids: string[] = []
    for (const serial of input.serials) {
      const id = randomUUID()
      await db
        .insertInto('equipment.unit')
        .values({
          agency_id: ctx.agency.id,
          id,
          model_id: input.modelId,
          serial,
          carrier: input.carrier,
          acquired_on: input.acquiredOn,
          note: input.note,
        })
        .execute()
      await writeUnitStep(work, { unitId: id, kind: 'received', at: receivedAt(work, input.acquiredOn) })
      // A forwarder names units by serial, so the watch has to know of each.
      await emit('equipment.unit-changed', { unit: id })
      ids.push(id)
    }
    return { ids }
  },
)

/** The day it was acquired began before anything else can have happened to it. */
function receivedAt({ ctx }: Work<'equipment'>, acquiredOn: Temporal.PlainDate): Temporal.Instant {
  return acquiredOn.toZonedDateTime({ timeZone: ctx.agency.timeZone }).toInstant()
}

async function check({ ctx, db }: Work<'equipment'>, input: ReceiveUnits): Promise<void> {
  if (Temporal.PlainDate.compare(input.acquiredOn, ctx.today) > 0)
    throw fieldProblem('acquiredOn', 'Units cannot have been acquired on a day that has not come.')
  const model = await db
    .selectFrom('equipment.model')
    .select('id')
    .where('id', '=', input.modelId)
    .executeTakeFirst()
  if (!model) throw fieldProblem('modelId', 'There is no such model in this office. Add it first.')
  const there = await db
    .selectFrom('equipment.unit')
    .select('serial')
    .where('serial', 'in', input.serials)
    .execute()
  const known = new Set(there.map((row) => row.serial))
  const fields = input.serials.flatMap((serial, index) => {
    const path = `serials.${index}`
    if (input.serials.indexOf(serial) < index) return [{ path, message: `${serial} is in the list twice.` }]
    return known.has(serial) ? [{ path, message: `${serial} is in the inventory already.` }] : []
  })
  if (fields.length > 0)
    throw new Problem('cannot-be', fields.map((field) => field.message).join(' '), { fields })
}
