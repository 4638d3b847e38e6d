import { randomUUID } from 'node:crypto'
import { verb } from '../../platform/act.ts'
import { actorOf } from '../actor.ts'
import { holdRunning } from './enrolment.ts'
import { keepHome } from './keep-home.ts'
import { checkZone, versionColumns, type ZoneForm } from './zone-form.ts'
import { checkName, namesInForce } from './zone-name.ts'

export interface DrawZone {
  enrolmentId: string
  form: ZoneForm
}

/**
 * Draws a zone for a person; it is in force at once (EMP-8.2).
 * @throws Problem `not-found`; `cannot-be` with what is wrong with the drawing and where, or a name that is taken
 */
export const drawZone = verb(
  'home.draw-zone',
  async (work, { enrolmentId, form }: DrawZone): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    const enrolment = await holdRunning(work, enrolmentId)
    await checkZone(db, form, enrolmentId)
    checkName(form.name, null, await namesInForce(db, enrolmentId))
    const id = randomUUID()
    const agency_id = ctx.agency.id
    await db
      .insertInto('home.zone')
      .values({ agency_id, id, enrolment_id: enrolmentId, person_id: enrolment.personId, version: 1 })
      .execute()
    await db
      .insertInto('home.zone_version')
      .values({
        agency_id,
        id: randomUUID(),
        zone_id: id,
        number: 1,
        ...versionColumns(form),
        at: ctx.now,
        by: actorOf(ctx),
      })
      .execute()
    await keepHome(work, enrolmentId)
    await emit('home.zone-changed', { zone: id, person: enrolment.personId, enrolment: enrolmentId })
    return { id }
  },
)
