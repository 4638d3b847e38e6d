import { daysBetween } from '../days.ts'
import { because } from '../pack.ts'
import type { Pack } from '../pack.types.ts'
import { checkParameters, numberOf } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { day, list, number, object, oneOf, orNull, text, yesNo } from '../schema/schema.ts'
import type { Credit, RosterReturn, ScheduledDay, ViolationLetter } from './types.ts'

const hoursSchema = orNull(number(0, 24, 'Hours worked on one day'))

const daysSchema = list(
  object({
    on: day(),
    state: oneOf(['worked', 'incomplete', 'absent', 'not-reported']),
    verifiedAndRescheduled: yesNo(),
  }),
  36_500,
)

const rostersSchema = list(object({ siteId: text(), lastRosterOn: orNull(day()), since: day() }), 100_000)

/**
 * The credit for hours worked on one day (WAP-CRED.1): a work day of 8 to 10 hours is one day. Longer is
 * still one day. Shorter is left open by the text: an officer decides, none until then (own).
 *
 * Hours may have parts. Throws `LawInputError` for hours below 0 or above 24.
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * const parameters = resolveParameters(wap, [], '2026-03-02')
 * creditFor(wap, parameters, 8).days // => 1
 * creditFor(wap, parameters, 7.5).askOfficer // => true
 * creditFor(wap, parameters, null).days // => null
 */
export function creditFor(pack: Pack, parameters: Parameters, hours: number | null): Credit {
  checkParameters(pack, parameters)
  accept('hours', hoursSchema, hours)
  const least = numberOf(parameters, 'fullDayHours')
  const most = numberOf(parameters, 'fullDayHoursMost')
  const values = { hours: hours ?? '?', least, most }
  if (hours === null)
    return { days: null, askOfficer: false, reason: because(pack, 'credit.unknown', values) }
  if (hours < least) return { days: 0, askOfficer: true, reason: because(pack, 'credit.short', values) }
  return {
    days: 1,
    askOfficer: false,
    reason: because(pack, hours > most ? 'credit.long' : 'credit.full', values),
  }
}

/**
 * Whether a violation letter is due (WAP-P6.5): one or more incomplete days. A verified absence whose day is
 * re-scheduled draws none (own); a day not reported yet is nobody's absence.
 *
 * Days are counted. Throws `LawInputError` for a day that does not fit.
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * const missed = { on: '2026-03-09', state: 'absent', verifiedAndRescheduled: false }
 * violationLetterDue(wap, [missed]).days // => ['2026-03-09']
 * violationLetterDue(wap, [{ ...missed, verifiedAndRescheduled: true }]).due // => false
 */
export function violationLetterDue(pack: Pack, days: readonly ScheduledDay[]): ViolationLetter {
  accept('days', daysSchema, days)
  const missed = days.filter((d) => d.state === 'absent' || d.state === 'incomplete')
  const drawing = missed.filter((d) => !d.verifiedAndRescheduled).map((d) => d.on)
  const excused = missed.length > 0 ? 'letter.excused' : 'letter.none'
  const code = drawing.length > 0 ? 'letter.due' : excused
  return {
    due: drawing.length > 0,
    days: drawing.toSorted(),
    reason: because(pack, code, { days: drawing.length }),
  }
}

/**
 * The sites without a roster for two weeks or more, longest silent first (WAP-P6.3). The day is that of the
 * parameters.
 *
 * Days are `YYYY-MM-DD`, the two weeks a parameter in days. Throws `LawInputError` for a roster that does
 * not fit.
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * const parameters = resolveParameters(wap, [], '2026-03-15')
 * const site = { siteId: 's1', lastRosterOn: '2026-03-01', since: '2026-01-05' }
 * rostersLate(wap, parameters, [site]).length // => 1
 * rostersLate(wap, parameters, [{ ...site, lastRosterOn: '2026-03-02' }]).length // => 0
 */
export function rostersLate(
  pack: Pack,
  parameters: Parameters,
  sites: readonly RosterReturn[],
): readonly RosterReturn[] {
  checkParameters(pack, parameters)
  accept('rosters', rostersSchema, sites)
  const after = numberOf(parameters, 'rosterLateDays')
  const silence = (site: RosterReturn) => daysBetween(site.lastRosterOn ?? site.since, parameters.on)
  return sites.filter((site) => silence(site) >= after).sort((a, b) => silence(b) - silence(a))
}
