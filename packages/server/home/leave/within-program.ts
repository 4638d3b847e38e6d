import { Temporal } from 'temporal-polyfill'
import { fieldProblem } from '../../platform/problem.ts'
import { dayInWords } from '../../platform/words.ts'
import type { Absence } from './absences.ts'

/** Whether times end by the end of the release day; null while no worksheet tells it: then all do. */
const isInProgram = (to: Temporal.PlainDateTime, releaseDay: Temporal.PlainDate | null): boolean =>
  releaseDay === null ||
  Temporal.PlainDateTime.compare(to, releaseDay.add({ days: 1 }).toPlainDateTime()) <= 0

/**
 * Lets pass times that end by the end of the release day: after it nothing of the program binds, and there is nothing
 * to permit (EMP-1.2).
 * @param path the field that is named
 * @throws Problem `cannot-be` at `path`
 */
export function requireBeforeRelease(
  to: Temporal.PlainDateTime,
  releaseDay: Temporal.PlainDate | null,
  path: string,
): void {
  if (releaseDay === null || isInProgram(to, releaseDay)) return
  throw fieldProblem(
    path,
    `The person is released on ${dayInWords(releaseDay)}. Give an end on that day or before it.`,
  )
}

/**
 * The same for each absence of a leave that is asked for.
 * @throws Problem `cannot-be` at `to`, or at `repeatUntil` where only what repeats is too late
 */
export function requireLeaveBeforeRelease(
  dates: readonly Absence[],
  repeatUntil: Temporal.PlainDate | null,
  releaseDay: Temporal.PlainDate | null,
): void {
  requireBeforeRelease(dates[0]!.to, releaseDay, 'to')
  requireBeforeRelease(dates.at(-1)!.to, releaseDay, 'repeatUntil')
  if (repeatUntil !== null)
    requireBeforeRelease(repeatUntil.add({ days: 1 }).toPlainDateTime(), releaseDay, 'repeatUntil')
}

/**
 * The same when it is decided: the release day may have come nearer since it was asked.
 * @throws Problem `cannot-be` at `outcome`
 */
export function requireGrantBeforeRelease(
  dates: readonly Absence[],
  releaseDay: Temporal.PlainDate | null,
): void {
  if (releaseDay === null || dates.every(({ to }) => isInProgram(to, releaseDay))) return
  throw fieldProblem(
    'outcome',
    `The person is released on ${dayInWords(releaseDay)}, before this leave is over: it can only be denied.`,
  )
}
