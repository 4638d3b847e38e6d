import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Selectable } from 'kysely'
import { verb, type Work } from '../../platform/act.ts'
import { changedMeanwhile } from '../../platform/conflict.ts'
import type { DB } from '../../platform/database.ts'
import { notFound, Problem } from '../../platform/problem.ts'
import { holdForContract } from '../../programs/index.ts'
import { actorOf } from '../actor.ts'
import { dropHours } from '../schedule/drop-hours.ts'
import { runningEnrolment } from './enrolment.ts'
import { keepHome } from './keep-home.ts'
import { checkZone, versionColumns, type ZoneForm } from './zone-form.ts'
import { checkName, namesInForce } from './zone-name.ts'

/** `version`: the drawing that the page showed. */
export interface ChangeZone {
  zoneId: string
  version: number
  form: ZoneForm
}

export type ZoneRow = Selectable<DB['home.v_zone']>

type DrawnRow = Pick<
  ZoneRow,
  'name' | 'rule' | 'area' | 'buffer_m' | 'severity' | 'confirm_fixes' | 'confirm_seconds' | 'place_id'
>

/** A drawing as the form holds it, without why it was made. */
export const formOf = (row: DrawnRow): Omit<ZoneForm, 'why'> => ({
  name: row.name,
  rule: row.rule as ZoneForm['rule'],
  area: row.area,
  bufferM: row.buffer_m,
  severity: row.severity as ZoneForm['severity'],
  confirmFixes: row.confirm_fixes,
  confirmSeconds: row.confirm_seconds,
  placeId: row.place_id,
})

/**
 * Holds a zone until the transaction ends.
 * @throws Problem `not-found`; `already-done` when it was ended; `conflict` when the page showed another drawing
 */
export async function holdZone(work: Work<'home'>, zoneId: string, version: number): Promise<ZoneRow> {
  const { db } = work
  const held = await db
    .selectFrom('home.zone')
    .where('id', '=', zoneId)
    .select('id')
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!held) throw notFound('zone')
  const zone = await db
    .selectFrom('home.v_zone')
    .where('id', '=', zoneId)
    .selectAll()
    .executeTakeFirstOrThrow()
  if (zone.ended_at) throw new Problem('already-done', `${zone.name} was taken off already.`)
  if (zone.version !== version)
    throw await changedMeanwhile(work, {
      room: 'home',
      record: 'zone',
      rowId: zoneId,
      name: zone.name,
      current: { ...formOf(zone), version: zone.version },
    })
  return zone
}

/**
 * Changes a zone: a new drawing, in force at once; the earlier ones stay as evidence names them (EMP-8.2). A drawing
 * that is the same changes nothing. Exceptions to a zone that becomes the home end with it: a leave lifts that (EMP-0.1).
 * @throws Problem `not-found`, `conflict`, `already-done`; `cannot-be` with what is wrong and where
 */
export const changeZone = verb(
  'home.change-zone',
  async (work, { zoneId, version, form }: ChangeZone): Promise<{ version: number }> => {
    const { ctx, db, emit } = work
    await holdEnrolmentOf(work, zoneId)
    const zone = await holdZone(work, zoneId, version)
    await runningEnrolment(db, zone.enrolment_id)
    await checkZone(db, form, zone.enrolment_id)
    checkName(form.name, zoneId, await namesInForce(db, zone.enrolment_id))
    const { why: _, ...drawn } = form
    if (isDeepStrictEqual(drawn, formOf(zone))) return { version }
    const number = version + 1
    await db.updateTable('home.zone').set({ version: number }).where('id', '=', zoneId).execute()
    await db
      .insertInto('home.zone_version')
      .values({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        zone_id: zoneId,
        number,
        ...versionColumns(form),
        at: ctx.now,
        by: actorOf(ctx),
      })
      .execute()
    await keepHome(work, zone.enrolment_id)
    await emit('home.zone-changed', { zone: zoneId, person: zone.person_id, enrolment: zone.enrolment_id })
    return { version: number }
  },
)

/** `because`: why the zone no longer binds. */
export interface EndZone {
  zoneId: string
  version: number
  because: string
}

/**
 * Takes a zone off a person, at once, and its hours off the schedule with it: a new version, for the same reason.
 * @throws Problem `not-found`, `conflict`, `already-done`
 */
export const endZone = verb(
  'home.end-zone',
  async (work, { zoneId, version, because }: EndZone): Promise<{ done: true }> => {
    const { ctx, db, emit } = work
    await holdEnrolmentOf(work, zoneId)
    const zone = await holdZone(work, zoneId, version)
    await db
      .updateTable('home.zone')
      .set({ ended_at: ctx.now, ended_by: actorOf(ctx), ended_because: because })
      .where('id', '=', zoneId)
      .execute()
    const subject = { person: zone.person_id, enrolment: zone.enrolment_id }
    const hadHours = await dropHours(work, {
      zoneId,
      enrolmentId: zone.enrolment_id,
      personId: zone.person_id,
      because,
    })
    await emit('home.zone-changed', { zone: zoneId, ...subject })
    if (hadHours) await emit('home.schedule-changed', subject)
    return { done: true }
  },
)

/** Held before the zone, and by who sets hours or draws another: so that these are seen, or see what became of it. */
async function holdEnrolmentOf({ db, call }: Work<'home'>, zoneId: string): Promise<void> {
  const zone = await db
    .selectFrom('home.zone')
    .where('id', '=', zoneId)
    .select('enrolment_id')
    .executeTakeFirst()
  if (!zone) throw notFound('zone')
  await call(holdForContract, zone.enrolment_id)
}
