import type { Fix, Input } from '@inlieu/watch'
import { Temporal } from 'temporal-polyfill'
import { verb, type Work } from '../../platform/act.ts'
import type { RoomTx } from '../../platform/database.ts'
import { fieldProblem, notFound } from '../../platform/problem.ts'
import type { DayLooking, Scope } from '../looks/purposes.ts'
import { recordLook } from '../looks/record-look.ts'
import { storedInputs } from '../path/stored-inputs.ts'
import { libraryOf } from '../telling/library.ts'
import type { DayAnswer } from './day-answer.ts'
import { fixesOf, unfitFixes } from './fit-fixes.ts'
import { happeningsOf } from './happenings-of-day.ts'
import { qualityOf } from './quality.ts'
import { gapsOf, type Span, stopsOf, type TrackFix } from './track.ts'
import { type UnitWorn, unitsWorn } from './units-worn.ts'
import { setsTold, zonesOf } from './zones-of-day.ts'

/** Whose day, and why. */
export interface DayLook {
  personId: string
  /** The office's day. */
  date: Temporal.PlainDate
  looking: DayLooking
}

/**
 * A person's day: where they went, how well that is known, what the watch found, and how well the unit did. The look
 * is recorded in the same act.
 * @throws Problem `not-found`; `cannot-be` for a day to come, or for an alarm about somebody else
 */
export const lookAtDay = verb('monitoring.look-at-day', (work, look: DayLook) => dayFor(work, look, 'day'))

/** The day itself with its look, of either scope: on the page, or taken away as a file. */
export async function dayFor(
  work: Work<'monitoring'>,
  { personId, date, looking }: DayLook,
  scope: Extract<Scope, 'day' | 'export'>,
): Promise<DayAnswer> {
  const { ctx, db } = work
  const [from, to] = dayBounds(date, ctx.agency.timeZone, ctx.now)
  const person = await db
    .selectFrom('people.v_person')
    .select(['id', 'family_name', 'given_names', 'suffix'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) throw notFound('person')
  const alarm = looking.purpose === 'alarm' ? await alarmAbout(db, looking.alarmId, personId) : null
  await recordLook(work, {
    ...looking,
    scope,
    periodFrom: from,
    periodTo: to,
    personIds: [personId],
  })
  return {
    now: ctx.now,
    alarm,
    person: {
      id: person.id,
      familyName: person.family_name,
      givenNames: person.given_names,
      suffix: person.suffix,
    },
    date,
    from,
    to,
    ...(await trackOf(db, personId, from, to)),
  }
}

/** The alarm that a look is for: one about this person. */
async function alarmAbout(
  db: RoomTx<'monitoring'>,
  alarmId: string,
  personId: string,
): Promise<{ id: string; number: number }> {
  const alarm = await db
    .selectFrom('monitoring.alarm')
    .select(['id', 'number', 'person_id'])
    .where('id', '=', alarmId)
    .executeTakeFirst()
  if (!alarm) throw notFound('alarm')
  if (alarm.person_id !== personId)
    throw fieldProblem(
      'looking',
      'This alarm is not about this person. Choose what you look for, or open the day from an alarm about them.',
    )
  return { id: alarm.id, number: alarm.number }
}

/** The office's day as instants; one that is not over yet ends now. */
function dayBounds(
  date: Temporal.PlainDate,
  timeZone: string,
  now: Temporal.Instant,
): [Temporal.Instant, Temporal.Instant] {
  const from = date.toZonedDateTime(timeZone).toInstant()
  const end = date.add({ days: 1 }).toZonedDateTime(timeZone).toInstant()
  if (Temporal.Instant.compare(from, now) >= 0)
    throw fieldProblem('date', 'This day has not begun yet. Choose today or an earlier day.')
  return [from, Temporal.Instant.compare(end, now) < 0 ? end : now]
}

async function trackOf(
  db: RoomTx<'monitoring'>,
  personId: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<Omit<DayAnswer, 'now' | 'alarm' | 'person' | 'date' | 'from' | 'to'>> {
  const units = await unitsWorn(db, personId, from, to)
  const inputs = await storedInputs(db, personId, from, to)
  const unfit = unfitFixes(personId, inputs)
  const fixes = fixesOf(inputs).map((fix) => ({ ...fix, ...asTrack(fix, unfit) }))
  const tracking = units.filter(({ positions }) => positions)
  const most = Math.min(...tracking.map(({ level }) => gapMinutes[level]))
  return {
    units: units.map((unit) => unitAnswer(unit, fixes)),
    fixes: columnsOf(fixes, units),
    stops: stopsOf(fixes).map((stop) => ({ ...stop, from: instantOf(stop.from), to: instantOf(stop.to) })),
    gaps: gapsOf(fixes, togetherWorn(tracking), most).map((gap) => ({
      ...gap,
      from: instantOf(gap.from),
      to: instantOf(gap.to),
    })),
    signals: signalsOf(inputs),
    zones: await zonesShown(db, inputs, from, to),
    happenings: await happeningsOf(db, personId, from, to),
  }
}

async function zonesShown(
  db: RoomTx<'monitoring'>,
  inputs: readonly Input[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<DayAnswer['zones']> {
  const library = await libraryOf(db, setsTold(inputs))
  const sets = await db.selectFrom('home.v_template_set').select(['id', 'name']).execute()
  const names = new Map(sets.map(({ id, name }) => [id, name]))
  return zonesOf(inputs, library, from.epochMilliseconds, to.epochMilliseconds).map(
    ({ zone, set, ...span }) => ({
      id: zone.id,
      name: zone.name ?? '',
      rule: zone.rule,
      set: set === null ? null : (names.get(set) ?? ''),
      version: zone.version ?? '',
      area: zone.area as DayAnswer['zones'][number]['area'],
      from: instantOf(span.from),
      to: instantOf(span.to),
    }),
  )
}

/** Own: minutes without a usable position that show as a gap, by tracking level; an active unit says where it is each minute. */
const gapMinutes = { active: 5, passive: 60, 'on-demand': 60 } as const

const asTrack = (fix: Fix, unfit: ReadonlyMap<string, string>): TrackFix => ({
  at: fix.at,
  lat: fix.lat,
  lon: fix.lon,
  accuracy: fix.accuracy ?? null,
  unfit: unfit.get(fix.key) ?? null,
})

type DayFix = Omit<Fix, 'accuracy'> & TrackFix

function unitAnswer(unit: UnitWorn, fixes: readonly DayFix[]): DayAnswer['units'][number] {
  const { positions: _positions, from, to, ...told } = unit
  const own = fixes.filter(({ device }) => device === unit.id)
  return { ...told, from: instantOf(from), to: instantOf(to), quality: qualityOf(own, [{ from, to }]) }
}

/** Two units worn at once leave no gap where either knows the place. */
function togetherWorn(units: readonly UnitWorn[]): Span[] {
  return units
    .toSorted((a, b) => a.from - b.from)
    .reduce<Span[]>((spans, { from, to }) => {
      const last = spans.at(-1)
      if (last && from <= last.to) last.to = Math.max(last.to, to)
      else spans.push({ from, to })
      return spans
    }, [])
}

function columnsOf(fixes: readonly DayFix[], units: readonly UnitWorn[]): DayAnswer['fixes'] {
  return {
    at: fixes.map(({ at }) => at),
    delay: fixes.map(({ at, received }) => received - at),
    unit: fixes.map(({ device, at }) =>
      units.findIndex(({ id, from, to }) => id === device && at >= from && at <= to),
    ),
    lat: fixes.map(({ lat }) => lat),
    lon: fixes.map(({ lon }) => lon),
    accuracy: fixes.map(({ accuracy }) => accuracy),
    speed: fixes.map(({ speed }) => speed ?? null),
    battery: fixes.map(({ battery }) => (battery === undefined ? null : Math.round(battery * 100))),
    unfit: fixes.map(({ unfit }) => unfit),
  }
}

const signalsOf = (inputs: readonly Input[]): DayAnswer['signals'] =>
  inputs
    .flatMap((input) => (input.kind === 'device' ? [input] : []))
    .sort((a, b) => a.at - b.at)
    .map(({ at, received, event }) => ({ at: instantOf(at), event, delay: received - at }))

const instantOf = (millis: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(millis)
