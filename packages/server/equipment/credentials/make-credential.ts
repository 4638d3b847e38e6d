import { randomUUID } from 'node:crypto'
import { verb, type Work } from '../../platform/act.ts'
import { Problem } from '../../platform/problem.ts'
import type { Door } from '../codes.ts'
import { holdUnit, notFrom } from '../units/hold-unit.ts'
import { endCredentialsOf } from './end-credential.ts'
import { digestOf, hintOf } from './secret.ts'

/** A way in to be made. `unitId` null: of a forwarder, which has a name instead. */
export interface MakeCredential {
  unitId: string | null
  door: Door
  name: string
  /** Comes in from outside, because what a verb answers is kept. */
  secret: string
}

/**
 * Makes a way in at a device door. One of the same unit and door that was there ends with it. Only the digest of
 * the secret is kept.
 * @throws Problem `not-found`; `cannot-be` for a unit that is retired; `already-done` for a second forwarder of
 * one name
 */
export const makeCredential = verb(
  'equipment.make-credential',
  async (work, input: MakeCredential): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    if (input.unitId !== null) await endEarlier(work, input.unitId, input.door)
    else await refuseSecondName(work, input.name)
    const id = randomUUID()
    await db
      .insertInto('equipment.credential')
      .values({
        agency_id: ctx.agency.id,
        id,
        unit_id: input.unitId,
        door: input.door,
        digest: digestOf(input.secret),
        hint: hintOf(input.secret),
        name: input.unitId === null ? input.name : '',
        made_at: ctx.now,
        made_by: ctx.actor,
      })
      .execute()
    await emit('equipment.credential-changed', {
      credential: id,
      ...(input.unitId === null ? {} : { unit: input.unitId }),
    })
    return { id }
  },
)

async function endEarlier(work: Work<'equipment'>, unitId: string, door: Door): Promise<void> {
  const unit = await holdUnit(work.db, unitId)
  if (unit.state === 'retired') throw notFrom(unit, 'It reports no more.')
  await endCredentialsOf(work, unitId, 'Another one was made.', door)
}

async function refuseSecondName({ db }: Work<'equipment'>, name: string): Promise<void> {
  const same = await db
    .selectFrom('equipment.credential')
    .select('id')
    .where('unit_id', 'is', null)
    .where('name', '=', name)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (same) throw new Problem('already-done', `There is a forwarder "${name}" already. End that one first.`)
}
