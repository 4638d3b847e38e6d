import { checkSchedule, type WeeklyHours } from '@inlieu/watch'
import { z } from 'zod'
import { fieldProblem } from '../../platform/problem.ts'
import { id } from '../../platform/schemas.ts'
import { weekdays } from '../leave/absences.ts'

/** A local time `HH:MM`; the watch's own check says what is wrong with one, and where. */
const clock = z.string().max(5)

/** Hours of a zone on days of the week; `to` at or before `from` is on the next day, `24:00` ends the day. */
export const weeklyHours = z.strictObject({
  zone: id,
  days: z.array(z.enum(weekdays)).max(7),
  from: clock,
  to: clock,
})

/**
 * Lets pass hours that the watch can decide by; the watch itself is asked.
 * @param zones the zones there are
 * @throws Problem `cannot-be` at the line and its part, such as `weekly.0.from`
 */
export function checkWeekly(
  weekly: readonly WeeklyHours[],
  zones: readonly { id: string; name: string }[],
  timeZone: string,
): void {
  const problem = checkSchedule({ timeZone, weekly })
  if (problem) throw fieldProblem(pathOf(problem.where), `${problem.what} ${problem.whatToDo}`)
  const stray = weekly.findIndex(({ zone }) => !zones.some((one) => one.id === zone))
  if (stray >= 0)
    throw fieldProblem(
      `weekly.${stray}.zone`,
      'This zone is not in force for this person. Choose another, or draw it first.',
    )
}

/** `weekly[0].days[1]` as a form names it: `weekly.0.days`. */
export const pathOf = (where: string): string =>
  where.replace(/\[(\d+)\]/g, '.$1').replace(/^(weekly\.\d+\.days)\.\d+$/, '$1')
