import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type InputOf, verb, type Work } from '../../platform/act.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { day, id, text } from '../../platform/schemas.ts'
import { dayInWords } from '../../platform/words.ts'
import { markForm } from '../attendance/mark.ts'
import { holdMarkedDays, type MarkSource, writeMarks } from '../attendance/write-marks.ts'
import { isBefore } from './week.ts'

/** How a roster went to a site, or came back. */
export const ways = ['mail', 'email', 'fax', 'by-hand', 'phone'] as const

/** What is typed of a roster that was sent. */
export const sentForm = z.strictObject({ onDay: day, how: z.enum(ways), note: text(300, false).default('') })

/** What is typed of a roster that came back, with everything ticked on it. */
export const returnedForm = sentForm.extend({
  paperId: id.nullable().default(null),
  marks: z.array(markForm).max(2000),
})

interface OfRoster {
  siteId: string
  week: Temporal.PlainDate
}

/**
 * Records that a week's roster went to its site (WAP-P6.1). It may go again when the week changed.
 * @throws Problem `not-found`; `cannot-be` for a week without people or a day that has not come
 */
export const recordSent = verb(
  'work.record-roster-sent',
  async (work, input: OfRoster & InputOf<typeof sentForm>): Promise<{ id: string }> => {
    refuseLater(work, input.onDay)
    const days = await daysOnRoster(work, input)
    if (days.length === 0)
      throw new Problem('cannot-be', 'Nobody is down for this week: there is no roster to send.')
    const id = await keep(work, { ...input, kind: 'sent', paperId: null })
    await work.emit('work.roster-sent', { site: input.siteId, roster: id })
    return { id }
  },
)

/**
 * Enters a roster that came back as one act: its ticks and the return (WAP-P6.3). Either all of it stands or
 * nothing does.
 * @throws Problem `already-done`; `conflict`; `cannot-be` at the field, and before the week is over
 */
export const recordReturned = verb(
  'work.record-roster-returned',
  async (work, input: OfRoster & InputOf<typeof returnedForm>): Promise<{ id: string; marked: number }> =>
    returnRoster(work, { ...input, source: 'roster' }),
)

/** Returns a roster with its ticks, from the office or from the site's own sheet. */
export async function returnRoster(
  work: Work<'work'>,
  input: OfRoster &
    Omit<InputOf<typeof returnedForm>, 'how'> & {
      how: (typeof ways)[number] | 'site-sheet'
      source: MarkSource
    },
): Promise<{ id: string; marked: number }> {
  refuseLater(work, input.onDay)
  const days = await daysOnRoster(work, input)
  refuseEarly(work, days.at(-1))
  await refuseSecond(work, input)
  refuseStrangers(input, days)
  const held =
    input.marks.length > 0
      ? await holdMarkedDays(
          work,
          input.marks.map((mark) => mark.contractDayId),
        )
      : new Map()
  const ticks = input.marks.map((form, index) => ({ form, path: `marks.${index}.` }))
  const marked = await writeMarks(work, held, ticks, input.source)
  const id = await keep(work, { ...input, kind: 'returned' })
  await work.emit('work.roster-returned', { site: input.siteId, roster: id })
  return { id, marked }
}

async function daysOnRoster({ db }: Work<'work'>, { siteId, week }: OfRoster) {
  const site = await db.selectFrom('work.site').select('id').where('id', '=', siteId).executeTakeFirst()
  if (!site) throw notFound('work site')
  return db
    .selectFrom('work.contract_day')
    .select(['id', 'day'])
    .where('site_id', '=', siteId)
    .where('day', '>=', week)
    .where('day', '<', week.add({ days: 7 }))
    .where('until_version', 'is', null)
    .orderBy('day')
    .execute()
}

function refuseLater({ ctx }: Work<'work'>, onDay: Temporal.PlainDate): void {
  if (isBefore(ctx.today, onDay))
    throw fieldProblem('onDay', `${dayInWords(onDay)} has not come yet. Give the day on which it happened.`)
}

function refuseEarly({ ctx }: Work<'work'>, last: { day: Temporal.PlainDate } | undefined): void {
  if (!last) throw new Problem('cannot-be', 'Nobody is down for this week: there is no roster to return.')
  if (isBefore(ctx.today, last.day))
    throw new Problem(
      'cannot-be',
      `People are down until ${dayInWords(last.day)}: a roster is returned when its week is worked. Single days can be marked before.`,
    )
}

async function refuseSecond({ db }: Work<'work'>, { siteId, week }: OfRoster): Promise<void> {
  const earlier = await db
    .selectFrom('work.roster_record as r')
    .leftJoin('access.v_account as a', (join) =>
      join.onRef('a.agency_id', '=', 'r.agency_id').onRef('a.id', '=', 'r.recorded_by'),
    )
    .select(['r.on_day', 'a.display_name'])
    .where('r.site_id', '=', siteId)
    .where('r.week', '=', week)
    .where('r.kind', '=', 'returned')
    .executeTakeFirst()
  if (earlier)
    throw new Problem(
      'already-done',
      `${earlier.display_name ?? 'Somebody'} entered this roster as returned on ${dayInWords(earlier.on_day)}. Correct single days where they are wrong.`,
    )
}

function refuseStrangers(
  input: { marks: readonly { contractDayId: string }[] },
  days: readonly { id: string }[],
): void {
  const known = new Set(days.map((day) => day.id))
  const seen = new Set<string>()
  input.marks.forEach(({ contractDayId }, index) => {
    const path = `marks.${index}.contractDayId`
    if (!known.has(contractDayId))
      throw fieldProblem(path, 'This day is not on the roster of this site and week. Load the page again.')
    if (seen.has(contractDayId)) throw fieldProblem(path, 'This day is ticked twice.')
    seen.add(contractDayId)
  })
}

async function keep(
  { ctx, db }: Work<'work'>,
  kept: OfRoster & {
    kind: 'sent' | 'returned'
    onDay: Temporal.PlainDate
    how: string
    note: string
    paperId: string | null
  },
): Promise<string> {
  if (!ctx.actor) throw new Problem('not-allowed', 'A person records rosters; the office itself cannot.')
  const id = randomUUID()
  await db
    .insertInto('work.roster_record')
    .values({
      agency_id: ctx.agency.id,
      id,
      site_id: kept.siteId,
      week: kept.week,
      kind: kept.kind,
      on_day: kept.onDay,
      how: kept.how,
      note: kept.note,
      paper_id: kept.paperId,
      recorded_at: ctx.now,
      recorded_by: ctx.actor,
    })
    .execute()
  return id
}
