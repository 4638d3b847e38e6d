import { type Input, kindNames, problemOf, type Settings } from '@inlieu/watch'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import {
  checkArea,
  checkBuffer,
  checkDay,
  checkName,
  checkWeekly,
  exceptionsEndedBy,
} from '../../home/index.ts'
import { verb, type Work } from '../../platform/act.ts'
import { type RoomTx, viewsOf } from '../../platform/database.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { id, instant } from '../../platform/schemas.ts'
import { recordLook } from '../looks/record-look.ts'
import { storedInputs } from '../path/stored-inputs.ts'
import { type Known, knownOf } from '../telling/known.ts'
import { libraryOf } from '../telling/library.ts'
import { settingsOf } from '../telling/settings-of.ts'
import { compare, type TriedAlarm } from './compare.ts'
import { asIf, newZone, type Proposal, withProposal } from './proposal.ts'
import { remark, remarksOn } from './remarks.ts'
import { run } from './run.ts'

/** How far back a change is tried (monitoring rule 7). */
const days = 14
/** The run begins a day earlier, so that where the person was when the span began is known. */
const warmUp = 1

export const triedAlarm = z.object({
  key: z.string(),
  kind: z.enum(kindNames as [string, ...string[]]),
  severity: z.enum(['critical', 'high', 'medium', 'low', 'note']),
  zoneId: id.nullable(),
  zoneName: z.string(),
  at: instant,
  endedAt: instant.nullable(),
  effect: z.enum(['new', 'gone', 'same']),
  onRecord: z.boolean(),
  why: z.string(),
})

/** What a change would have done over the last days. */
export const tried = z.object({
  from: instant,
  to: instant,
  /** Positions on record in the span; with none there is nothing to try against. */
  fixes: z.int(),
  onRecord: z.int(),
  asSet: z.int(),
  withChange: z.int(),
  alarms: z.array(triedAlarm),
  /** Of a zone: what stands out about where it lies. */
  remarks: z.array(remark),
  /** Of a zone that becomes the home: the exceptions that end when it is saved. Local times of the agency. */
  exceptionsEnded: z.array(z.object({ from: z.string(), to: z.string(), why: z.string() })),
})

export interface TryChange {
  enrolmentId: string
  proposed: Proposal
}

/**
 * Runs a change of a zone, of the hours or of one day over the person's last 14 days before anybody saves it (monitoring rule 7):
 * the stored positions go through the watch's own step twice, as things are set now and with the change, leave and
 * exceptions as they were granted. Beside them stands what is on record. The look is recorded in the same act.
 * @throws Problem `not-found`; `cannot-be` with what is wrong with the drawing or the hours, and where
 */
export const tryChange = verb(
  'monitoring.try-change',
  async (work, { enrolmentId, proposed }: TryChange): Promise<z.output<typeof tried>> => {
    const { ctx, db } = work
    const personId = await personOf(db, enrolmentId)
    const span = spanBefore(ctx.now)
    const [known] = await knownOf(db, [personId], span.from, {})
    const proposedOf = withProposal(known!, proposed, daysOf(span, ctx.agency.timeZone))
    const [settings, changed] = [known!, proposedOf].map((one) =>
      settingsOf(one, span.from, ctx.agency.timeZone),
    ) as [Settings, Settings]
    checkProposal(work, proposed, known!, changed)
    await recordLook(work, {
      purpose: 'supervision',
      scope: 'what-if',
      periodFrom: span.from,
      periodTo: span.to,
      personIds: [personId],
    })
    const stored = await storedInputs(db, personId, span.warm, span.to)
    const library = await libraryOf(db, settings.templates)
    const runs = {
      asSet: await run(personId, asIf(stored, settings, span.warm.epochMilliseconds), library, end(span)),
      withChange: await run(personId, asIf(stored, changed, span.warm.epochMilliseconds), library, end(span)),
    }
    const recorded = await onRecord(db, personId, span)
    const { alarms, ...counts } = compare(runs, new Set(recorded.keys()), span.from.epochMilliseconds)
    const names = new Map(
      [...settings.zones, ...changed.zones].map(({ id: zoneId, name }) => [zoneId, name ?? '']),
    )
    for (const set of Object.values(library))
      for (const zone of set.zones) names.set(zone.id, zone.name ?? '')
    return {
      from: span.from,
      to: span.to,
      fixes: fixesIn(stored, span.from.epochMilliseconds),
      ...counts,
      alarms: alarms.map((alarm) => shown(alarm, names)),
      remarks: proposed.kind === 'zone' ? await remarksOn(db, enrolmentId, proposed.zone) : [],
      exceptionsEnded: await exceptionsEnded(work, enrolmentId, proposed),
    }
  },
)

/** A zone that is drawn for the first time has no exceptions. */
async function exceptionsEnded(
  { ctx, db }: Work<'monitoring'>,
  enrolmentId: string,
  proposed: Proposal,
): Promise<z.output<typeof tried>['exceptionsEnded']> {
  if (proposed.kind !== 'zone' || proposed.zoneId === null) return []
  const { rule, area, bufferM, placeId } = proposed.zone
  const zone = {
    id: proposed.zoneId,
    enrolment_id: enrolmentId,
    rule,
    area,
    buffer_m: bufferM,
    place_id: placeId,
  }
  const ended = await exceptionsEndedBy(viewsOf(db), zone, ctx.now)
  return ended.map(({ from, to, why }) => ({ from, to, why }))
}

export interface TriedSpan {
  warm: Temporal.Instant
  from: Temporal.Instant
  to: Temporal.Instant
}

/** The days that a change is tried on. */
export function spanBefore(now: Temporal.Instant): TriedSpan {
  const from = now.subtract({ hours: days * 24 })
  return { warm: from.subtract({ hours: warmUp * 24 }), from, to: now }
}

const end = ({ to }: TriedSpan): number => to.epochMilliseconds

const fixesIn = (stored: readonly Input[], from: number): number =>
  stored.filter(({ kind, at }) => kind === 'fix' && at >= from).length

async function personOf(db: RoomTx<'monitoring'>, enrolmentId: string): Promise<string> {
  const row = await db
    .selectFrom('programs.v_enrolment')
    .where('id', '=', enrolmentId)
    .select('person_id')
    .executeTakeFirst()
  if (!row) throw notFound('enrolment')
  return row.person_id
}

/** The local days of a span, the one that has not ended too. */
function daysOf({ from, to }: TriedSpan, timeZone: string): Temporal.PlainDate[] {
  const [first, last] = [from, to].map((at) => at.toZonedDateTimeISO(timeZone).toPlainDate()) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ]
  return Array.from({ length: last.since(first).days + 1 }, (_, place) => first.add({ days: place }))
}

function checkProposal(
  { ctx }: Work<'monitoring'>,
  proposed: Proposal,
  { zones }: Known,
  changed: Settings,
): void {
  const named = zones.map(({ id: zoneId, name }) => ({ id: zoneId, name: name ?? '' }))
  if (proposed.kind === 'zone') {
    checkArea(proposed.zone.area, 'area')
    checkBuffer(proposed.zone.area, proposed.zone.bufferM, 'bufferM')
    checkName(proposed.zone.name, proposed.zoneId, named)
  }
  if (proposed.kind === 'schedule') checkWeekly(proposed.weekly, named, ctx.agency.timeZone)
  if (proposed.kind === 'day') {
    if (!named.some(({ id: zoneId }) => zoneId === proposed.zoneId))
      throw fieldProblem('zoneId', 'This zone is not in force for this person. Choose another.')
    checkDay(proposed, ctx)
  }
  const problem = problemOf({ zones: changed.zones, schedule: changed.schedule })
  if (problem !== null) throw new Problem('cannot-be', `The watch could not work with this: ${problem}`)
}

/** Alarms of places that the watch made at the time: the zone of each by its key. */
export async function onRecord(
  db: RoomTx<'monitoring'>,
  personId: string,
  { from, to }: TriedSpan,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('monitoring.v_happening')
    .where('person_id', '=', personId)
    .where('at', '>=', from)
    .where('at', '<', to)
    .where('zone', 'is not', null)
    .where('severity', '<>', 'note')
    .where('ends', 'is', null)
    .where('withdrawn', '=', false)
    .where('joined', 'is', null)
    .select(['key', 'zone'])
    .execute()
  return new Map(rows.map(({ key, zone }) => [key, zone ?? '']))
}

/** An alarm of a trial as a page shows it. */
export function shown(
  { happening, effect, onRecord: recorded, endedAt }: TriedAlarm,
  names: ReadonlyMap<string, string>,
): z.output<typeof triedAlarm> {
  const { key, kind, severity, zone, at, evidence } = happening
  return {
    key,
    kind,
    severity,
    zoneId: zone === undefined || zone === newZone ? null : zone,
    zoneName: zone === undefined ? '' : (names.get(zone) ?? ''),
    at: Temporal.Instant.fromEpochMilliseconds(at),
    endedAt: endedAt === null ? null : Temporal.Instant.fromEpochMilliseconds(endedAt),
    effect,
    onRecord: recorded,
    why: evidence.why,
  }
}
