import { standingOf, type WeeklyHours, type WeeklySchedule } from '@inlieu/watch'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { day, id, instant } from '../../platform/schemas.ts'
import { isEnded } from '../../programs/index.ts'
import { readEnrolment } from '../zones/enrolment.ts'
import { scheduleOf, standings } from '../zones/zone-page.ts'
import { weeklyHours } from './weekly.ts'

/** The hours of a person's zones. */
export const schedulePage = z.object({
  enrolmentId: id,
  personId: id,
  person: z.string(),
  number: z.string(),
  timeZone: z.string(),
  ended: z.boolean(),
  /** 0: nobody has set hours; every zone is always in force. */
  version: z.int(),
  weekly: z.array(weeklyHours),
  zones: z.array(
    z.object({ id, name: z.string(), rule: z.enum(['inclusion', 'exclusion']), standing: z.enum(standings) }),
  ),
  /** Days from yesterday on: hours of yesterday may run into today. */
  dated: z.array(
    z.object({
      id,
      zoneId: id,
      zoneName: z.string(),
      onDay: day,
      from: z.string().nullable(),
      to: z.string().nullable(),
      why: z.string(),
      at: instant,
      by: z.string(),
    }),
  ),
  /** Newest first. */
  versions: z.array(
    z.object({ number: z.int(), weekly: z.array(weeklyHours), why: z.string(), at: instant, by: z.string() }),
  ),
})

/** @throws Problem `not-found` */
export async function readSchedule(
  tx: RoomTx<'home'>,
  ctx: Context,
  enrolmentId: string,
): Promise<z.output<typeof schedulePage>> {
  const enrolment = await readEnrolment(tx, enrolmentId)
  const { timeZone } = ctx.agency
  const versions = await versionsOf(tx, enrolmentId)
  return {
    enrolmentId,
    personId: enrolment.personId,
    person: enrolment.person,
    number: enrolment.number,
    timeZone,
    ended: isEnded(enrolment.state),
    version: versions[0]?.number ?? 0,
    weekly: versions[0]?.weekly ?? [],
    zones: await zonesOf(tx, enrolmentId, await scheduleOf(tx, enrolmentId, timeZone)),
    dated: await datedOf(tx, ctx, enrolmentId),
    versions,
  }
}

async function zonesOf(tx: RoomTx<'home'>, enrolmentId: string, schedule: WeeklySchedule | null) {
  const rows = await tx
    .selectFrom('home.v_zone')
    .where('enrolment_id', '=', enrolmentId)
    .where('ended_at', 'is', null)
    .select(['id', 'name', 'rule'])
    .orderBy('rule', 'desc')
    .orderBy('name')
    .orderBy('id')
    .execute()
  const zones = rows.map((row) => ({ ...row, rule: row.rule as 'inclusion' | 'exclusion' }))
  return zones.map((zone) => ({ ...zone, standing: standingOf(zone, zones, schedule) }))
}

async function versionsOf(tx: RoomTx<'home'>, enrolmentId: string) {
  const rows = await tx
    .selectFrom('home.schedule_version as v')
    .leftJoin('access.v_account as a', 'a.id', 'v.by')
    .where('v.enrolment_id', '=', enrolmentId)
    .select(['v.number', 'v.weekly', 'v.why', 'v.at', 'a.display_name'])
    .orderBy('v.number', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    // Kept as it was checked.
    weekly: row.weekly as (Omit<WeeklyHours, 'days'> & { days: WeeklyHours['days'][number][] })[],
    why: row.why,
    at: row.at,
    by: row.display_name ?? '',
  }))
}

async function datedOf(tx: RoomTx<'home'>, ctx: Context, enrolmentId: string) {
  const rows = await tx
    .selectFrom('home.v_dated_hours as d')
    .innerJoin('home.v_zone as z', 'z.id', 'd.zone_id')
    .leftJoin('access.v_account as a', 'a.id', 'd.by')
    .where('d.enrolment_id', '=', enrolmentId)
    .where('d.on_day', '>=', ctx.today.subtract({ days: 1 }))
    .select(['d.id', 'd.zone_id', 'z.name', 'd.on_day', 'd.from_time', 'd.to_time', 'd.why', 'd.at'])
    .select('a.display_name')
    .orderBy('d.on_day')
    .orderBy('z.name')
    .orderBy('d.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    zoneId: row.zone_id,
    zoneName: row.name,
    onDay: row.on_day,
    from: row.from_time,
    to: row.to_time,
    why: row.why,
    at: row.at,
    by: row.display_name ?? '',
  }))
}
