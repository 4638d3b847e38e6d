import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { verb, type Work } from '../../platform/act.ts'
import { fieldProblem } from '../../platform/problem.ts'
import { day, id, text } from '../../platform/schemas.ts'
import { actorOf } from '../actor.ts'
import { runningEnrolment } from '../zones/enrolment.ts'
import { type Absence, datesOf, instantOf, localTime, localTimes, weekdays } from './absences.ts'
import { requireAllowed } from './allowed-kinds.ts'
import { leaveKinds } from './codes.ts'
import { requireLeaveBeforeRelease } from './within-program.ts'

/** A leave as it is asked for: once, or on days of the week until a day. */
export const leaveForm = z.strictObject({
  kind: z.enum(leaveKinds),
  placeId: id.nullable().default(null),
  whereto: text(200),
  why: text(500),
  from: localTime,
  to: localTime,
  repeatDays: z.array(z.enum(weekdays)).max(7).default([]),
  repeatUntil: day.nullable().default(null),
})

export type LeaveForm = z.output<typeof leaveForm>

/** Days that a repeated leave may run: after that somebody looks at it again (own). */
export const longestRepeat = 92
/** Days of one absence. */
const longestAbsence = 31

/**
 * Asks for a leave on a participant's word (EMP-1.2): of the kinds that are open to the person (EMP-1.5).
 * @throws Problem `not-found`; `cannot-be` at the field
 */
export const askLeave = verb(
  'home.ask-leave',
  async (work, { enrolmentId, form }: { enrolmentId: string; form: LeaveForm }): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    const enrolment = await runningEnrolment(db, enrolmentId)
    await requireAllowed(db, enrolmentId, form.kind)
    await checkPlace(work, enrolmentId, form.placeId)
    const zone = ctx.agency.timeZone
    const dates = leaveDates(form, zone)
    const toAt = instantOf(dates.at(-1)!.to, zone, 'ends')
    if (Temporal.Instant.compare(toAt, ctx.now) <= 0)
      throw fieldProblem('to', 'This time is over. Give an end that is still to come.')
    requireLeaveBeforeRelease(dates, form.repeatUntil, enrolment.releaseDay)
    const newId = randomUUID()
    await db
      .insertInto('home.leave')
      .values({
        agency_id: ctx.agency.id,
        id: newId,
        enrolment_id: enrolmentId,
        person_id: enrolment.personId,
        kind: form.kind,
        place_id: form.placeId,
        whereto: form.whereto,
        why: form.why,
        from_local: form.from,
        to_local: form.to,
        repeat_days: form.repeatDays,
        repeat_until: form.repeatUntil,
        from_at: instantOf(dates[0]!.from, zone, 'begins'),
        to_at: toAt,
        asked_at: ctx.now,
        asked_by: actorOf(ctx),
      })
      .execute()
    await emit('home.leave-asked', { leave: newId, person: enrolment.personId, enrolment: enrolmentId })
    return { id: newId }
  },
)

async function checkPlace({ db }: Work<'home'>, enrolmentId: string, placeId: string | null): Promise<void> {
  if (placeId === null) return
  const place = await db
    .selectFrom('home.v_place')
    .where('id', '=', placeId)
    .where('enrolment_id', '=', enrolmentId)
    .where('ended_at', 'is', null)
    .select('id')
    .executeTakeFirst()
  if (!place) throw fieldProblem('placeId', 'This is not an approved place of this person.')
}

/**
 * The single absences that a form asks for.
 * @throws Problem `cannot-be` at the field that makes no sense
 */
export function leaveDates(
  form: Pick<LeaveForm, 'kind' | 'from' | 'to' | 'repeatDays' | 'repeatUntil'>,
  timeZone: string,
): Absence[] {
  const { from, to } = localTimes(form, timeZone)
  const { repeatDays, repeatUntil } = form
  if ((repeatDays.length === 0) !== (repeatUntil === null))
    throw repeatDays.length === 0
      ? fieldProblem('repeatDays', 'Choose the days of the week on which it repeats.')
      : fieldProblem('repeatUntil', 'Say until when it repeats.')
  if (repeatUntil === null) {
    if (Temporal.PlainDateTime.compare(to, from.add({ days: longestAbsence })) > 0)
      throw fieldProblem('to', `At most ${longestAbsence} days at once.`)
    return [{ from, to }]
  }
  if (Temporal.PlainDateTime.compare(to, from.add({ days: 1 })) > 0)
    throw fieldProblem('to', 'A leave that repeats ends within a day. Ask for a longer one by itself.')
  if (Temporal.PlainDate.compare(repeatUntil, from.toPlainDate().add({ days: longestRepeat })) > 0)
    throw fieldProblem('repeatUntil', `At most ${longestRepeat} days ahead. Ask again then.`)
  const dates = datesOf(form, timeZone)
  if (dates.length === 1)
    throw fieldProblem(
      'repeatUntil',
      'None of the days of the week lies after the first day, up to this one.',
    )
  return dates
}
