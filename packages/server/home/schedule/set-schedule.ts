import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { WeeklyHours } from '@inlieu/watch'
import { z } from 'zod'
import { verb } from '../../platform/act.ts'
import { changedMeanwhile } from '../../platform/conflict.ts'
import { text } from '../../platform/schemas.ts'
import { actorOf } from '../actor.ts'
import { holdRunning } from '../zones/enrolment.ts'
import { checkWeekly, weeklyHours } from './weekly.ts'

/** `version`: the schedule that the page showed; 0 where there was none. */
export const scheduleBody = z.strictObject({
  version: z.int().min(0),
  weekly: z.array(weeklyHours).max(100, 'At most 100 lines.'),
  why: text(500),
})

export type SetSchedule = z.output<typeof scheduleBody> & { enrolmentId: string }

/**
 * Sets the weekly hours of a person's zones, in the agency's local time; in force at once, the earlier ones kept
 * (EMP-1.2, EMP-8.2). The same hours change nothing.
 * @throws Problem `not-found`, `conflict`; `cannot-be` at the line that is wrong
 */
export const setSchedule = verb(
  'home.set-schedule',
  async (work, { enrolmentId, version, weekly, why }: SetSchedule): Promise<{ version: number }> => {
    const { ctx, db, emit } = work
    const enrolment = await holdRunning(work, enrolmentId)
    const zones = await db
      .selectFrom('home.v_zone')
      .where('enrolment_id', '=', enrolmentId)
      .where('ended_at', 'is', null)
      .select(['id', 'name'])
      .execute()
    checkWeekly(weekly, zones, ctx.agency.timeZone)
    const last = await db
      .selectFrom('home.schedule_version')
      .where('enrolment_id', '=', enrolmentId)
      .select(['id', 'number', 'weekly'])
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    if ((last?.number ?? 0) !== version)
      throw await changedMeanwhile(work, {
        room: 'home',
        record: 'schedule_version',
        rowId: last?.id ?? '',
        name: 'the schedule',
        current: { weekly: (last?.weekly ?? []) as WeeklyHours[], version: last?.number ?? 0 },
      })
    if (isDeepStrictEqual(weekly, last?.weekly ?? [])) return { version }
    await db
      .insertInto('home.schedule_version')
      .values({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        enrolment_id: enrolmentId,
        person_id: enrolment.personId,
        number: version + 1,
        weekly: JSON.stringify(weekly),
        at: ctx.now,
        by: actorOf(ctx),
        why,
      })
      .execute()
    await emit('home.schedule-changed', { enrolment: enrolmentId, person: enrolment.personId })
    return { version: version + 1 }
  },
)
