import { addDays, dateOf, dayOf } from '../days.ts'
import { refuse } from '../errors.ts'
import type { Day, Pack } from '../pack.types.ts'
import { checkParameters, numberOrUnset } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import type { Weekday } from '../schedule/types.ts'
import { accept } from '../schema/check.ts'
import { day } from '../schema/schema.ts'
import type { Deadline, DeadlineDefinition } from './types.ts'

/**
 * When something falls due, counted from a day: the last transmittal, meeting, visit or decision. Months run
 * by the calendar, to the same day of the month or its last; what comes on certain days of the week falls due on the
 * next of them (WAP-P8.2). The day it falls due is still in time.
 *
 * A number that is not set leaves it `unknown`, with the parameter to set. Throws `LawInputError` for a
 * deadline that the pack has not, or a day that does not exist.
 *
 * Numbers are days or months, as the parameter says (SCC-4.A, ARS-H.2).
 *
 * @example
 * const home = pack('sacramento/home-detention')
 * const on = (day) => deadline(home, resolveParameters(home, [], day), 'treasurer-transmittal', '2026-01-31')
 * on('2026-02-28').state // => 'due'
 * on('2026-03-01').state // => 'late'
 * const wap = pack('contra-costa/work-alternative')
 * deadline(wap, resolveParameters(wap, [], '2026-03-04'), 'early-release-list', '2026-03-03').dueOn // => '2026-03-06'
 */
export function deadline(pack: Pack, parameters: Parameters, name: string, from: Day): Deadline {
  checkParameters(pack, parameters)
  accept('from', day(), from)
  const defined =
    pack.deadlines.find((d) => d.name === name) ??
    refuse('deadline', '', `"${name}" is not one of ${pack.deadlines.map((d) => d.name).join(', ')}`)
  const { parameter } = defined
  const dueOn = parameter === null ? nextOf(defined.weekdays, from) : after(pack, parameters, from, parameter)
  const { clause, own, textCode } = defined
  if (dueOn === null)
    return { name, clause, own, textCode, dueOn, warnFrom: null, state: 'unknown', ask: parameter }
  const warnFrom = warningOf(parameters, defined, dueOn)
  return {
    name,
    clause,
    own,
    textCode,
    dueOn,
    warnFrom,
    state: stateOn(parameters.on, dueOn, warnFrom),
    ask: null,
  }
}

/** The first of these days of the week after a day; null where there is none. */
function nextOf(weekdays: readonly Weekday[], from: Day): Day | null {
  const days = [1, 2, 3, 4, 5, 6, 7].map((count) => addDays(from, count))
  return days.find((on) => weekdays.some((weekday) => weekday === dateOf(on).dayOfWeek)) ?? null
}

/** The day so many days or months after another, by the unit of the parameter; null when it is not set. */
export function after(pack: Pack, parameters: Parameters, from: Day, parameter: string): Day | null {
  const count = numberOrUnset(parameters, parameter)
  if (count === null) return null
  const defined = pack.parameters.find((p) => p.name === parameter)
  const isMonths = defined?.type === 'number' && defined.unit === 'months'
  return isMonths ? dayOf(dateOf(from).add({ months: count })) : addDays(from, count)
}

function warningOf(parameters: Parameters, { warnParameter }: DeadlineDefinition, dueOn: Day): Day | null {
  const before = warnParameter === null ? null : numberOrUnset(parameters, warnParameter)
  return before === null ? null : addDays(dueOn, -before)
}

function stateOn(on: Day, dueOn: Day, warnFrom: Day | null): Deadline['state'] {
  if (on > dueOn) return 'late'
  if (on === dueOn) return 'due'
  return warnFrom !== null && on >= warnFrom ? 'soon' : 'not-yet'
}
