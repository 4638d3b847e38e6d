import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Subject, verb, type Work } from '../../platform/act.ts'
import { isEnded } from '../../programs/index.ts'
import { takePlaces } from '../places/take-places.ts'
import { holdSchedule } from '../schedule/hold-schedule.ts'

/**
 * When an enrolment ends, the days after the ending that nobody reported on leave the rosters and their places
 * are free again. The day of the ending itself stays: the person may have worked it.
 */
export const freeDays = verb(
  'work.free-days',
  async (work: Work<'work'>, subject: Subject): Promise<void> => {
    const { ctx, db, emit } = work
    const enrolmentId = String(subject.enrolment)
    const ended = await endOf(work, enrolmentId)
    if (!ended) return
    const { version } = await holdSchedule(work, enrolmentId)
    const { rows } = await sql<{ site_id: string; day: Temporal.PlainDate }>`
    select site_id, day from work.v_contract_day
    where enrolment_id = ${enrolmentId} and standing = 'open' and day > ${ended}
    order by site_id, day`.execute(db)
    if (rows.length === 0) return
    const release = rows.map((row) => ({ siteId: row.site_id, day: row.day }))
    await takePlaces(work, { take: [], release })
    await db
      .updateTable('work.contract_day')
      .set({ until_version: version + 1, freed_at: ctx.now })
      .where('enrolment_id', '=', enrolmentId)
      .where('until_version', 'is', null)
      .where(
        'day',
        'in',
        release.map((place) => place.day),
      )
      .execute()
    for (const site of new Set(release.map((place) => place.siteId)))
      await emit('work.list-changed', { site })
  },
)

/** The day on which the enrolment ended; null while it has not. */
async function endOf({ ctx, db }: Work<'work'>, enrolmentId: string): Promise<Temporal.PlainDate | null> {
  const { rows } = await sql<{ state: Parameters<typeof isEnded>[0]; since: Temporal.PlainDate }>`
    select state, since from programs.enrolment_state(${ctx.today}) where enrolment_id = ${enrolmentId}`.execute(
    db,
  )
  const now = rows[0]
  return now && isEnded(now.state) ? now.since : null
}
