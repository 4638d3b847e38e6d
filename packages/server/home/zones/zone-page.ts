import { standingOf, type WeeklySchedule } from '@inlieu/watch'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { notFound } from '../../platform/problem.ts'
import { id, instant } from '../../platform/schemas.ts'
import { type EnrolmentState, isEnded } from '../../programs/index.ts'
import { openKinds } from '../leave/allowed-kinds.ts'
import { leaveKinds } from '../leave/codes.ts'
import { readPlaces, shownPlace } from '../places-shown.ts'
import { areaSchema } from './area.ts'
import { formOf } from './change-zone.ts'
import { readEnrolment } from './enrolment.ts'
import { formOfZone } from './save-set.ts'
import { setsBinding } from './sets-binding.ts'
import { severities, zoneForm } from './zone-form.ts'

/** How the schedule stands to a zone: in force always, in its hours, or never while it names other zones only. */
export const standings = ['always', 'scheduled', 'never'] as const

const drawing = zoneForm.extend({ number: z.int(), at: instant, by: z.string() })

const shownZone = zoneForm.extend({
  id,
  version: z.int(),
  standing: z.enum(standings),
  at: instant,
  by: z.string(),
})

export const shownException = z.object({
  id,
  zoneId: id,
  zoneName: z.string(),
  from: z.string(),
  to: z.string(),
  state: z.enum(['to-come', 'running', 'over']),
  why: z.string(),
  grantedAt: instant,
  grantedBy: z.string(),
  /** Before its time. */
  ended: z.object({ at: instant, by: z.string(), because: z.string() }).nullable(),
})

const shownSet = z.object({
  id,
  name: z.string(),
  version: z.int(),
  reach: z.enum(['everyone', 'program', 'person']),
  zones: z.array(
    z.object({
      id,
      name: z.string(),
      area: areaSchema,
      bufferM: z.int(),
      severity: z.enum(severities).nullable(),
    }),
  ),
})

/** Where a person may and may not be. */
export const zonesPage = z.object({
  enrolmentId: id,
  personId: id,
  person: z.string(),
  number: z.string(),
  timeZone: z.string(),
  /** The enrolment has ended: nothing can be set any more, and nothing binds. */
  ended: z.boolean(),
  zones: z.array(shownZone),
  sets: z.array(shownSet),
  exceptions: z.array(shownException),
  places: z.array(shownPlace),
  /** The kinds of absence that are open to the person (EMP-1.5); null: nobody has set them. */
  openKinds: z.array(z.enum(leaveKinds)).nullable(),
})

/** @throws Problem `not-found` */
export async function readZones(
  tx: RoomTx<'home'>,
  ctx: Context,
  enrolmentId: string,
): Promise<z.output<typeof zonesPage>> {
  const enrolment = await readEnrolment(tx, enrolmentId)
  const rows = await tx
    .selectFrom('home.v_zone as z')
    .leftJoin('access.v_account as a', 'a.id', 'z.by')
    .where('z.enrolment_id', '=', enrolmentId)
    .where('z.ended_at', 'is', null)
    .selectAll('z')
    .select('a.display_name')
    .orderBy('z.name')
    .orderBy('z.id')
    .execute()
  const named = rows.map(({ id, rule }) => ({ id, rule: rule as 'inclusion' | 'exclusion' }))
  const schedule = await scheduleOf(tx, enrolmentId, ctx.agency.timeZone)
  return {
    enrolmentId,
    personId: enrolment.personId,
    person: enrolment.person,
    number: enrolment.number,
    timeZone: ctx.agency.timeZone,
    ended: isEnded(enrolment.state as EnrolmentState),
    zones: rows.map((row, place) => ({
      id: row.id,
      version: row.version,
      ...formOf(row),
      standing: standingOf(named[place]!, named, schedule),
      why: row.why,
      at: row.at,
      by: row.display_name ?? '',
    })),
    sets: (await setsBinding(tx, enrolment)).map((set) => ({
      ...set,
      zones: set.zones.map(formOfZone),
    })),
    exceptions: await exceptionsOf(tx, ctx, enrolmentId),
    places: await readPlaces(tx, enrolmentId),
    openKinds: await openKinds(tx, enrolmentId),
  }
}

/** The hours of the week, from which a zone has its standing; single days and leave have no part in it. */
export async function scheduleOf(
  tx: RoomTx<'home'>,
  enrolmentId: string,
  timeZone: string,
): Promise<WeeklySchedule | null> {
  const row = await tx
    .selectFrom('home.v_schedule')
    .where('enrolment_id', '=', enrolmentId)
    .select('weekly')
    .executeTakeFirst()
  return row ? { timeZone, weekly: row.weekly as WeeklySchedule['weekly'] } : null
}

async function exceptionsOf(tx: RoomTx<'home'>, ctx: Context, enrolmentId: string) {
  const rows = await tx
    .selectFrom('home.v_zone_exception as x')
    .leftJoin('access.v_account as a', 'a.id', 'x.granted_by')
    .where('x.enrolment_id', '=', enrolmentId)
    .leftJoin('access.v_account as b', 'b.id', 'x.ended_by')
    .selectAll('x')
    .select(['a.display_name', 'b.display_name as ended_by_name'])
    .orderBy('x.to_at', 'desc')
    .orderBy('x.id')
    .limit(200)
    .execute()
  const now = ctx.now.epochMilliseconds
  return rows.map((row) => ({
    id: row.id,
    zoneId: row.zone_id,
    zoneName: row.zone_name,
    from: row.from_local,
    to: row.to_local,
    state:
      row.ended_at || row.to_at.epochMilliseconds <= now
        ? ('over' as const)
        : row.from_at.epochMilliseconds <= now
          ? ('running' as const)
          : ('to-come' as const),
    why: row.why,
    grantedAt: row.granted_at,
    grantedBy: row.display_name ?? '',
    ended: row.ended_at && {
      at: row.ended_at,
      by: row.ended_by_name ?? '',
      because: row.ended_because ?? '',
    },
  }))
}

/** Every drawing of one zone, newest first: what it was before, who changed it, when and why (EMP-8.2). */
export const zoneHistory = z.object({
  id,
  enrolmentId: id,
  ended: z.object({ at: instant, by: z.string(), because: z.string() }).nullable(),
  versions: z.array(drawing),
})

/** @throws Problem `not-found` */
export async function readHistory(tx: RoomTx<'home'>, zoneId: string): Promise<z.output<typeof zoneHistory>> {
  const zone = await tx
    .selectFrom('home.zone as z')
    .leftJoin('access.v_account as a', 'a.id', 'z.ended_by')
    .where('z.id', '=', zoneId)
    .select(['z.enrolment_id', 'z.ended_at', 'z.ended_because', 'a.display_name'])
    .executeTakeFirst()
  if (!zone) throw notFound('zone')
  const versions = await tx
    .selectFrom('home.zone_version as v')
    .leftJoin('access.v_account as a', 'a.id', 'v.by')
    .where('v.zone_id', '=', zoneId)
    .selectAll('v')
    .select('a.display_name')
    .orderBy('v.number', 'desc')
    .execute()
  return {
    id: zoneId,
    enrolmentId: zone.enrolment_id,
    ended: zone.ended_at && {
      at: zone.ended_at,
      by: zone.display_name ?? '',
      because: zone.ended_because ?? '',
    },
    versions: versions.map((row) => ({
      ...formOf(row),
      number: row.number,
      why: row.why,
      at: row.at,
      by: row.display_name ?? '',
    })),
  }
}
