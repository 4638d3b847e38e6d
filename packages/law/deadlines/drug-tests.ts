import { dateOf } from '../days.ts'
import { because } from '../pack.ts'
import type { Day, Pack } from '../pack.types.ts'
import { checkParameters, numberOf } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { day, list } from '../schema/schema.ts'
import type { TestsDue } from './types.ts'

/**
 * How many random urine tests are still owed in this calendar month (EMP-9.2: twice a month, a setting). The
 * days are chosen at random elsewhere; this says how many are left and whether they still fit.
 *
 * Tests and days are counted, within the calendar month of the parameters' day. Throws `LawInputError` for a
 * day that does not exist.
 *
 * @example
 * const expanded = pack('sacramento/home-detention-expanded')
 * testsDue(expanded, resolveParameters(expanded, [], '2026-03-30'), ['2026-03-04']).left // => 1
 * testsDue(expanded, resolveParameters(expanded, [], '2026-03-31'), ['2026-03-04']).state // => 'pressing'
 * testsDue(expanded, resolveParameters(expanded, [], '2026-04-01'), ['2026-03-04']).left // => 2
 */
export function testsDue(pack: Pack, parameters: Parameters, tested: readonly Day[]): TestsDue {
  checkParameters(pack, parameters)
  accept('tested', list(day()), tested)
  const { on } = parameters
  const owed = numberOf(parameters, 'testsAMonth')
  const done = tested.filter((day) => day.slice(0, 7) === on.slice(0, 7) && day <= on).length
  const left = Math.max(0, owed - done)
  const daysLeft = dateOf(on).daysInMonth - dateOf(on).day + 1
  const pressing = left >= daysLeft ? 'pressing' : 'open'
  return {
    owed,
    done,
    left,
    daysLeft,
    state: left === 0 ? 'done' : pressing,
    reason: because(pack, 'tests.month', { owed, done }),
  }
}
