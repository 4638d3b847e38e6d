import { type ParameterName, parameterTable } from '@inlieu/watch'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { verb, type Work } from '../../platform/act.ts'
import type { RoomTx } from '../../platform/database.ts'
import { pointOf } from '../../platform/near.ts'
import { notFound } from '../../platform/problem.ts'
import { id, instant } from '../../platform/schemas.ts'
import { recordLook } from '../looks/record-look.ts'
import { deadSpot, deadSpots } from './dead-spots.ts'
import { usual, usualHere } from './usual-here.ts'
import { zoneAsItStood, zonesAsTheyStood } from './zones-as-they-stood.ts'

export const fixShown = z.object({
  at: instant,
  lat: z.number(),
  lon: z.number(),
  accuracy: z.number().nullable(),
  speed: z.number().nullable(),
  battery: z.number().nullable(),
  /** It decided: it stands in the evidence of a happening, so far beyond the line of the zone (meters). */
  decided: z.boolean(),
  distance: z.number().nullable(),
})

export const happeningShown = z.object({
  key: z.string(),
  kind: z.string(),
  severity: z.string(),
  at: instant,
  knownAt: instant,
  late: z.boolean(),
  withdrawn: z.boolean(),
  cause: z.string().nullable(),
  why: z.string(),
  /** What was measured besides positions, and the numbers that decided. */
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  parameters: z.array(z.object({ name: z.string(), value: z.number(), unit: z.string() })),
})

const unitNow = z.object({
  unitId: id,
  serial: z.string(),
  contactAt: instant,
  battery: z.number().nullable(),
  charging: z.boolean().nullable(),
  at: instant.nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  accuracy: z.number().nullable(),
})

/** What the decision rests on, where the person was around it, and where the unit is now. */
export const evidence = z.object({
  from: instant,
  to: instant,
  happenings: z.array(happeningShown),
  zones: z.array(zoneAsItStood),
  fixes: z.array(fixShown),
  /** More fixes than are shown: the newest are, and those that decided. */
  more: z.boolean(),
  units: z.array(unitNow),
  deadSpots: z.array(deadSpot),
  usual,
})
export type Evidence = z.output<typeof evidence>

/** Minutes before the first happening from which the track is shown, and after the last. */
const before = 30
const after = 60
const mostFixes = 600
/** Minutes for which one look at an alarm holds: what is shown is renewed as the alarm changes. */
const lookHolds = 5

/**
 * Opens an alarm's evidence. It shows where somebody was and is, so the look is recorded in the same act, with the
 * alarm as its purpose (monitoring rule 8).
 * @throws Problem `not-found`
 */
export const openEvidence = verb(
  'monitoring.open-evidence',
  async (work, { alarmId }: { alarmId: string }): Promise<Evidence> => {
    const { ctx, db } = work
    const alarm = await db
      .selectFrom('monitoring.alarm')
      .select(['id', 'person_id', 'unit_id', 'kind', 'happened_at', 'lat', 'lon'])
      .where('id', '=', alarmId)
      .executeTakeFirst()
    if (!alarm) throw notFound('alarm')
    const found = await findingsOf(db, alarmId)
    const span = spanOf([alarm.happened_at, ...found.map((one) => one.at)], ctx.now)
    if (alarm.person_id !== null) await look(work, alarmId, alarm.person_id, span.from)
    const here = pointOf(alarm)
    return {
      ...span,
      happenings: found.map(shownOf),
      zones: await zonesAsTheyStood(db, alarm.person_id, found),
      ...(await fixesOf(db, alarm, span, found)),
      units: await unitsOf(db, alarm),
      deadSpots: here === null ? [] : await deadSpots(db, here),
      usual: await usualHere(db, ctx, alarm),
    }
  },
)

/** A finding without what is drawn of it. */
export const shownOf = ({
  fixes: _fixes,
  zone: _zone,
  zoneVersion: _version,
  ...shown
}: Found): z.output<typeof happeningShown> => shown

async function look(
  work: Work<'monitoring'>,
  alarmId: string,
  person: string,
  from: Temporal.Instant,
): Promise<void> {
  const { ctx, db } = work
  const held = await db
    .selectFrom('monitoring.look')
    .select('id')
    .where('actor', '=', ctx.actor)
    .where('alarm_id', '=', alarmId)
    .where('scope', '=', 'alarm')
    .where('at', '>', ctx.now.subtract({ minutes: lookHolds }))
    .executeTakeFirst()
  if (held) return
  await recordLook(work, {
    purpose: 'alarm',
    scope: 'alarm',
    alarmId,
    personIds: [person],
    periodFrom: from,
    periodTo: ctx.now.add({ minutes: lookHolds }),
  })
}

interface Span {
  from: Temporal.Instant
  to: Temporal.Instant
}

function spanOf(times: readonly Temporal.Instant[], now: Temporal.Instant): Span {
  const sorted = [...times].sort(Temporal.Instant.compare)
  const to = sorted.at(-1)!.add({ minutes: after })
  return {
    from: sorted[0]!.subtract({ minutes: before }),
    to: Temporal.Instant.compare(to, now) > 0 ? now : to,
  }
}

/** A happening with the fixes that decided it and the zone it names. */
export interface Found extends z.output<typeof happeningShown> {
  zone: string | null
  zoneVersion: string | null
  fixes: { at: number; lat: number; lon: number; accuracy: number; distance?: number }[]
}

/** What the watch found of an alarm, with the fixes that decided it. */
export async function findingsOf(db: RoomTx<'monitoring'>, alarmId: string): Promise<Found[]> {
  const { rows } = await sql<
    Omit<Found, 'why' | 'values' | 'parameters' | 'fixes' | 'zoneVersion'> & { evidence: never }
  >`
    select l.key, l.kind, l.severity, l.at, l.known_at as "knownAt", l.late, l.withdrawn, h.cause, h.zone, h.evidence
    from monitoring.alarm_happening l
    left join monitoring.happening h on h.agency_id = l.agency_id and h.key = l.key
    where l.alarm_id = ${alarmId} order by l.at, l.key`.execute(db)
  return rows.map(({ evidence, ...row }) => {
    const kept = (evidence ?? {}) as Omit<Partial<Found>, 'parameters'> & {
      parameters?: Record<string, number>
    }
    return {
      ...row,
      why: kept.why ?? '',
      values: kept.values ?? {},
      parameters: withUnits(kept.parameters ?? {}),
      fixes: kept.fixes ?? [],
      zoneVersion: kept.zoneVersion ?? null,
    }
  })
}

/** The numbers with their units, as the guideline writes them. */
const withUnits = (parameters: Readonly<Record<string, number>>): Found['parameters'] =>
  Object.entries(parameters).map(([name, value]) => ({
    name,
    value,
    unit: name in parameterTable ? parameterTable[name as ParameterName].unit : '',
  }))

interface About {
  person_id: string | null
  unit_id: string | null
}

/** Fixes of the units that the person wore at any time of it: they are kept by unit and time. */
const ofPerson = (personId: string, { from, to }: Span) =>
  sql`f.person_id = ${personId} and f.unit_id in (
    select t.unit_id from equipment.v_fitting t where t.person_id = ${personId}
      and t.fitted_at <= ${to} and (t.removed_at is null or t.removed_at >= ${from}))`

/**
 * Fixes of a unit that nobody wore: no look is recorded for them, so not one may be of somebody. A fitting is also put
 * on record later than it was done; what came before that is on record as nobody's, and is the wearer's all the same.
 */
const ofUnit = (unitId: string | null) =>
  sql`f.unit_id = ${unitId} and f.person_id is null and not exists (
    select from equipment.v_fitting t where t.agency_id = f.agency_id and t.unit_id = f.unit_id
      and t.fitted_at <= f.at and (t.removed_at is null or t.removed_at > f.at))`

async function fixesOf(
  db: RoomTx<'monitoring'>,
  alarm: About,
  span: Span,
  found: readonly Found[],
): Promise<Pick<Evidence, 'fixes' | 'more'>> {
  const decided = new Map(
    found.flatMap((one) => one.fixes).map((fix) => [`${fix.at} ${fix.lat} ${fix.lon}`, fix]),
  )
  const { rows } = await sql<Omit<Evidence['fixes'][number], 'decided' | 'distance'>>`
    select f.at, f.lat, f.lon, f.accuracy, f.speed, f.battery
    from monitoring.fix f
    where f.at >= ${span.from} and f.at <= ${span.to} and f.lat is not null and f.lon is not null
      and ${alarm.person_id === null ? ofUnit(alarm.unit_id) : ofPerson(alarm.person_id, span)}
    order by f.at desc, f.digest limit ${mostFixes + 1}`.execute(db)
  const more = rows.length > mostFixes
  const shown = rows.slice(0, mostFixes).map((fix) => {
    const name = `${fix.at.epochMilliseconds} ${fix.lat} ${fix.lon}`
    const proof = decided.get(name)
    decided.delete(name)
    return { ...fix, decided: proof !== undefined, distance: proof?.distance ?? null }
  })
  // What decided is shown also where the track is no longer there, or too long: it is in the evidence itself.
  const kept = [...decided.values()].map((fix) => ({
    at: Temporal.Instant.fromEpochMilliseconds(fix.at),
    lat: fix.lat,
    lon: fix.lon,
    accuracy: fix.accuracy,
    speed: null,
    battery: null,
    decided: true,
    distance: fix.distance ?? null,
  }))
  const fixes = [...kept, ...shown].sort((one, other) => Temporal.Instant.compare(one.at, other.at))
  return { fixes, more }
}

/** Where the person's units are now; of a unit, only while nobody wears it: else that would be a look at somebody. */
async function unitsOf(db: RoomTx<'monitoring'>, alarm: About): Promise<Evidence['units']> {
  const { rows } = await sql<Evidence['units'][number]>`
    select s.unit_id as "unitId", u.serial, s.contact_at as "contactAt", s.battery, s.charging, s.at, s.lat, s.lon, s.accuracy
    from monitoring.standing s
    join equipment.v_unit u on u.agency_id = s.agency_id and u.id = s.unit_id
    where ${
      alarm.person_id === null
        ? sql`s.unit_id = ${alarm.unit_id} and s.person_id is null and u.person_id is null`
        : sql`s.person_id = ${alarm.person_id} and u.person_id = ${alarm.person_id}`
    }
    order by s.contact_at desc, s.unit_id`.execute(db)
  return rows
}
