import { Temporal } from 'temporal-polyfill'
import { fieldProblem, Problem } from '../../platform/problem.ts'
import { dayInWords } from '../../platform/words.ts'
import type { Place } from '../places/take-places.ts'
import type { ScheduleFacts } from '../schedule/facts.ts'
import { noticeDays } from '../schedule/propose.ts'

/** What a new version of a contract adds to the days to come, and what it takes out. */
export interface DayChange {
  added: readonly Place[]
  removed: readonly Place[]
}

/**
 * Compares the days chosen with those that stand.
 * @throws Problem `cannot-be` at the days, saying which rule they break
 */
export function checkDays(facts: ScheduleFacts, chosen: readonly Place[]): DayChange {
  const { standing, today } = facts
  refuseTwice(chosen)
  refuseGone(chosen, today)
  refuseUnjudged(facts)
  if (facts.version === 0 && chosen.length === 0)
    throw fieldProblem('days', 'Choose the days of the contract.')
  const total = standing.waiting.length + chosen.length
  if (total !== standing.owed) throw wrongNumber(total, facts)
  const key = (place: Place) => `${place.siteId} ${place.day}`
  const had = new Set(standing.ahead.map(key))
  const has = new Set(chosen.map(key))
  const change = {
    added: chosen.filter((place) => !had.has(key(place))),
    removed: standing.ahead.filter((place) => !has.has(key(place))),
  }
  refuseTooSoon(facts, change.added)
  return change
}

function refuseTwice(chosen: readonly Place[]): void {
  const twice = chosen.find(
    (place, index) => chosen.findIndex((other) => other.day.equals(place.day)) !== index,
  )
  if (twice) throw fieldProblem('days', `${dayInWords(twice.day)} is chosen twice: one site a day.`)
}

function refuseGone(chosen: readonly Place[], today: Temporal.PlainDate): void {
  const gone = chosen.find((place) => Temporal.PlainDate.compare(place.day, today) <= 0)
  if (gone)
    throw fieldProblem('days', `${dayInWords(gone.day)} has come already. Choose days from tomorrow on.`)
}

// Whether an absence was valid decides how its day is re-scheduled and what it costs (WAP-P5.2, WAP-BOOK.10).
function refuseUnjudged({ standing }: ScheduleFacts): void {
  const unjudged = standing.toReschedule.find((day) => day.mark === 'absent')
  if (unjudged)
    throw new Problem(
      'cannot-be',
      `Say first whether the absence of ${dayInWords(unjudged.day)} was verified as valid: it decides how the day is re-scheduled (WAP-P5.2).`,
    )
}

function wrongNumber(total: number, { standing, enrolment }: ScheduleFacts): Problem {
  const { owed, waiting, credited } = standing
  const known = [
    `${enrolment.adjustedDays} days of the adjusted sentence`,
    ...(credited > 0 ? [`${credited} credited`] : []),
    ...(waiting.length > 0 ? [`${waiting.length} waiting for attendance`] : []),
  ].join(', ')
  const needed = owed - waiting.length
  const chosen = total - waiting.length
  return fieldProblem(
    'days',
    `A contract covers exactly the days that are owed: choose ${Math.max(0, needed)}, not ${chosen} (${known}).`,
  )
}

function refuseTooSoon(facts: ScheduleFacts, added: readonly Place[]): void {
  if (facts.earlyStart) return
  const notice = noticeDays(facts.parameters)
  const earliest = facts.today.add({ days: notice })
  const soon = added.find((place) => Temporal.PlainDate.compare(place.day, earliest) < 0)
  if (soon)
    throw fieldProblem(
      'days',
      `${dayInWords(soon.day)} is within ${notice} days: rosters are complete a week ahead. Choose ${dayInWords(earliest)} or later, or ask a supervisor to allow it (WAP-P6.1).`,
    )
}
