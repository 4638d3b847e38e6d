import { z } from 'zod'
import { verb } from '../../platform/act.ts'
import { notFound } from '../../platform/problem.ts'
import { id, instant } from '../../platform/schemas.ts'
import type { Sitting } from '../looks/purposes.ts'
import { recordLook } from '../looks/record-look.ts'

/** What an operator needs of one person who was picked on the map; nothing of the case (people.md). */
export const personPosition = z.object({
  id,
  familyName: z.string(),
  givenNames: z.string(),
  suffix: z.string(),
  phones: z.array(z.object({ number: z.string(), kind: z.string() })),
  units: z.array(
    z.object({
      id,
      serial: z.string(),
      model: z.string(),
      level: z.string(),
      fittedAt: instant,
      contactAt: instant.nullable(),
      battery: z.number().nullable(),
      charging: z.boolean().nullable(),
      clockOffsetMs: z.number().nullable(),
      at: instant.nullable(),
      lat: z.number().nullable(),
      lon: z.number().nullable(),
      accuracy: z.number().nullable(),
      matters: z.array(z.string()),
    }),
  ),
  alarms: z.array(
    z.object({ id, number: z.number(), kind: z.string(), severity: z.string(), happenedAt: instant }),
  ),
})

/** Opens one person on the map: a look of its own. @throws Problem `not-found` for who wears no unit */
export const lookAtPerson = verb(
  'monitoring.look-at-person',
  async (
    work,
    { personId, looking }: { personId: string; looking: Sitting },
  ): Promise<z.output<typeof personPosition>> => {
    const { ctx, db } = work
    const person = await db
      .selectFrom('people.v_person')
      .select(['id', 'family_name', 'given_names', 'suffix'])
      .where('id', '=', personId)
      .executeTakeFirst()
    const units = await db
      .selectFrom('equipment.v_unit as u')
      .leftJoin('monitoring.standing as s', (join) =>
        join.onRef('s.unit_id', '=', 'u.id').onRef('s.person_id', '=', 'u.person_id'),
      )
      .select(['u.id', 'u.serial', 'u.maker', 'u.model', 'u.level', 'u.fitted_at'])
      .select(['s.contact_at', 's.battery', 's.charging', 's.clock_offset_ms', 's.at', 's.lat', 's.lon'])
      .select(['s.accuracy', 's.matters'])
      .where('u.person_id', '=', personId)
      .orderBy('u.fitted_at')
      .execute()
    if (!person || units.length === 0) throw notFound('person with a unit')
    const phones = await db
      .selectFrom('people.v_phone')
      .select(['number', 'kind'])
      .where('person_id', '=', personId)
      .orderBy('added_at')
      .execute()
    const alarms = await db
      .selectFrom('monitoring.v_alarm')
      .select(['id', 'number', 'kind', 'severity', 'happened_at'])
      .where('person_id', '=', personId)
      .where('closed_at', 'is', null)
      .orderBy('happened_at', 'desc')
      .execute()
    await recordLook(work, {
      purpose: looking.purpose,
      why: looking.why,
      sitting: looking.sitting,
      scope: 'person',
      periodFrom: ctx.now,
      periodTo: ctx.now.add({ minutes: 1 }),
      personIds: [personId],
    })
    return {
      id: person.id,
      familyName: person.family_name,
      givenNames: person.given_names,
      suffix: person.suffix,
      phones,
      units: units.map((unit) => ({
        id: unit.id,
        serial: unit.serial,
        model: `${unit.maker} ${unit.model}`,
        level: unit.level!,
        fittedAt: unit.fitted_at!,
        contactAt: unit.contact_at,
        battery: unit.battery,
        charging: unit.charging,
        clockOffsetMs: unit.clock_offset_ms,
        at: unit.at,
        lat: unit.lat,
        lon: unit.lon,
        accuracy: unit.accuracy,
        matters: unit.matters ?? [],
      })),
      alarms: alarms.map((alarm) => ({
        id: alarm.id,
        number: alarm.number,
        kind: alarm.kind,
        severity: alarm.severity,
        happenedAt: alarm.happened_at,
      })),
    }
  },
)
