import { randomUUID } from 'node:crypto'
import type { Parameters } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../../platform/act.ts'
import { notFound, Problem } from '../../platform/problem.ts'
import { dayInWords } from '../../platform/words.ts'
import { parametersOn, programOf } from '../../programs/index.ts'
import { holdSchedule } from '../schedule/hold-schedule.ts'
import {
  isSame,
  type KeptMark,
  keptMark,
  type MarkCredit,
  type MarkForm,
  refuseBeforeItsDay,
} from './mark.ts'

/** Where a tick came from: the office, a roster that came back, or the site supervisor's own sheet. */
export type MarkSource = 'office' | 'roster' | 'site'

/** A tick and where it stands in the form it came with. */
export interface PlacedMark {
  form: MarkForm
  path: string
}

/** A day as it is held while it is marked. */
export interface HeldDay {
  id: string
  enrolmentId: string
  personId: string
  siteId: string
  day: Temporal.PlainDate
  pack: string
  /** 0 when it is not marked. */
  number: number
  current: KeptMark | null
}

/**
 * Holds the days about to be marked: their enrolments in one order, so that two sheets with the same people
 * wait for each other.
 * @throws Problem `not-found`; `cannot-be` when a day stands in no contract any more
 */
export async function holdMarkedDays(
  work: Work<'work'>,
  ids: readonly string[],
): Promise<Map<string, HeldDay>> {
  const enrolments = await work.db
    .selectFrom('work.contract_day')
    .select('enrolment_id')
    .distinct()
    .where('id', 'in', ids)
    .orderBy('enrolment_id')
    .execute()
  for (const { enrolment_id } of enrolments) await holdSchedule(work, enrolment_id)
  const rows = await work.db
    .selectFrom('work.contract_day as d')
    .innerJoin('programs.v_enrolment as e', (join) =>
      join.onRef('e.agency_id', '=', 'd.agency_id').onRef('e.id', '=', 'd.enrolment_id'),
    )
    .leftJoin('work.attendance as a', (join) =>
      join
        .onRef('a.agency_id', '=', 'd.agency_id')
        .onRef('a.contract_day_id', '=', 'd.id')
        .on('a.superseded_at', 'is', null),
    )
    .select(['d.id', 'd.enrolment_id', 'd.person_id', 'd.site_id', 'd.day', 'd.until_version', 'e.pack'])
    .select([
      'a.number',
      'a.mark',
      'a.minutes',
      'a.credited_days',
      'a.credit',
      'a.excuse',
      'a.verification',
      'a.note',
    ])
    .where('d.id', 'in', ids)
    .execute()
  const held = new Map<string, HeldDay>()
  for (const row of rows) {
    if (row.until_version !== null) throw takenOut(row.day)
    held.set(row.id, {
      id: row.id,
      enrolmentId: row.enrolment_id,
      personId: row.person_id,
      siteId: row.site_id,
      day: row.day,
      pack: row.pack,
      number: row.number ?? 0,
      current:
        row.mark === null
          ? null
          : {
              mark: row.mark as KeptMark['mark'],
              minutes: row.minutes,
              creditedDays: row.credited_days ?? 0,
              credit: row.credit as MarkCredit,
              excuse: row.excuse as KeptMark['excuse'],
              verification: row.verification ?? '',
              note: row.note ?? '',
            },
    })
  }
  if (ids.some((id) => !held.has(id))) throw notFound('day of a contract')
  return held
}

function takenOut(day: Temporal.PlainDate): Problem {
  return new Problem(
    'cannot-be',
    `${dayInWords(day)} was taken out of this person’s contract. Load the page again.`,
  )
}

/**
 * Writes ticks that say something new; what was ticked before stays and stops counting. A tick over a mark the
 * page did not show is a conflict and nothing of the act is saved.
 * @returns how many days were marked anew
 * @throws Problem `conflict`; `cannot-be` at the field
 */
export async function writeMarks(
  work: Work<'work'>,
  held: ReadonlyMap<string, HeldDay>,
  ticks: readonly PlacedMark[],
  source: MarkSource,
): Promise<number> {
  const { ctx } = work
  const parameters = new Map<string, Parameters>()
  const stale: { tick: PlacedMark; day: HeldDay }[] = []
  const fresh: { kept: KeptMark; day: HeldDay }[] = []
  for (const tick of ticks) {
    const day = held.get(tick.form.contractDayId)!
    refuseBeforeItsDay(day.day, ctx.today, tick.path)
    if (!parameters.has(day.pack)) parameters.set(day.pack, await parametersOn(work.db, day.pack, day.day))
    const kept = keptMark(
      tick.form,
      { pack: programOf(day), parameters: parameters.get(day.pack)! },
      tick.path,
    )
    // The same tick by two people at once is no conflict: both said the same.
    if (isSame(kept, day.current)) continue
    if (day.number !== tick.form.version) stale.push({ tick, day })
    else fresh.push({ kept, day })
  }
  if (stale.length > 0) throw await staleTicks(work, stale)
  for (const { kept, day } of fresh) await writeMark(work, day, kept, source)
  return fresh.length
}

/** Writes one mark over the one that stands. */
export async function writeMark(
  { ctx, db, emit }: Work<'work'>,
  day: HeldDay,
  kept: KeptMark,
  source: MarkSource,
): Promise<void> {
  if (!ctx.actor) throw new Problem('not-allowed', 'A person marks attendance; the office itself cannot.')
  await db
    .updateTable('work.attendance')
    .set({ superseded_at: ctx.now })
    .where('contract_day_id', '=', day.id)
    .where('superseded_at', 'is', null)
    .execute()
  await db
    .insertInto('work.attendance')
    .values({
      agency_id: ctx.agency.id,
      id: randomUUID(),
      contract_day_id: day.id,
      number: day.number + 1,
      mark: kept.mark,
      minutes: kept.minutes,
      credited_days: kept.creditedDays,
      credit: JSON.stringify(kept.credit),
      excuse: kept.excuse,
      verification: kept.verification,
      note: kept.note,
      source,
      marked_at: ctx.now,
      marked_by: ctx.actor,
    })
    .execute()
  await emit('work.attendance-marked', {
    enrolment: day.enrolmentId,
    person: day.personId,
    site: day.siteId,
    day: day.id,
  })
}

async function staleTicks(
  { ctx, db }: Work<'work'>,
  stale: readonly { tick: PlacedMark; day: HeldDay }[],
): Promise<Problem> {
  const last = await db
    .selectFrom('work.attendance as a')
    .leftJoin('access.v_account as w', (join) =>
      join.onRef('w.agency_id', '=', 'a.agency_id').onRef('w.id', '=', 'a.marked_by'),
    )
    .select(['w.display_name', 'a.marked_at'])
    .where(
      'a.contract_day_id',
      'in',
      stale.map(({ day }) => day.id),
    )
    .orderBy('a.marked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const changedBy = last?.display_name ?? 'Somebody'
  const [single] = stale
  // One tick is a form of its own; those of a sheet are told apart by their place in it.
  const current =
    single!.tick.path === ''
      ? standsNow(single!.day)
      : Object.fromEntries(stale.map(({ tick, day }) => [tick.path.replace(/\.$/, ''), standsNow(day)]))
  return new Problem(
    'conflict',
    `${changedBy} ticked ${stale.length === 1 ? 'this day' : `${stale.length} of these days`} first. Nothing was saved; look at both.`,
    { conflict: { changedBy, changedAt: (last?.marked_at ?? ctx.now).toString(), current } },
  )
}

/** A day's mark as it now is, in the names of the form that marks it. */
export function standsNow({ id, number, current }: HeldDay) {
  return {
    contractDayId: id,
    version: number,
    mark: current?.mark ?? null,
    minutes: current?.minutes ?? null,
    excuse: current?.excuse ?? null,
    verification: current?.verification ?? '',
    note: current?.note ?? '',
  }
}
