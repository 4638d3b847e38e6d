import { addDays, isDay } from '../days.ts'
import { refuse } from '../errors.ts'
import { because } from '../pack.ts'
import type { Pack, Reason } from '../pack.types.ts'
import { checkParameters, numberOrUnset, setOrUnset } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { day, list, type ObjectSchema, object, oneOf, orNull, text } from '../schema/schema.ts'
import type { LeaveAnswer, LeaveRequest } from './types.ts'

const leaveSchema: ObjectSchema = object({
  kind: oneOf(['special', 'work', 'weekend-restitution']),
  purpose: orNull(text(200, 'What a leave for special purposes is for')),
  askedOn: day(),
  from: text(16, 'Local time, YYYY-MM-DDTHH:MM'),
  to: text(16, 'Local time, YYYY-MM-DDTHH:MM'),
  orderedAtHome: list(object({ from: text(16), to: text(16) }), 100),
})

/**
 * Whether a person under home detention may be away: by the standard that the county's jail uses for
 * transport requests, loaded as parameters (ARS-F), and never within the consecutive hours that the court
 * ordered to be spent at home, not for work or weekend restitution either (ARS-N.1). What the standard allows
 * the sheriff decides.
 *
 * Throws `LawInputError` for a request that does not fit, or that ends before it begins.
 *
 * @example
 * const home = pack('arizona/home-detention')
 * const loaded = { name: 'leavePurposes', value: ['funeral'], from: '2026-01-01', authority: 'Sheriff', resolution: 'Order 7' }
 * const asked = { kind: 'special', purpose: 'funeral', askedOn: '2026-03-02', from: '2026-03-04T09:00', to: '2026-03-04T12:00', orderedAtHome: [] }
 * mayLeave(home, resolveParameters(home, [loaded], '2026-03-02'), asked).outcome // => 'sheriff-decides'
 * mayLeave(home, resolveParameters(home, [loaded], '2026-03-02'), { ...asked, purpose: 'court' }).outcome // => 'not-allowed'
 * mayLeave(home, resolveParameters(home, [], '2026-03-02'), asked).outcome // => 'ask'
 */
export function mayLeave(pack: Pack, parameters: Parameters, request: LeaveRequest): LeaveAnswer {
  checkParameters(pack, parameters)
  accept('leave', leaveSchema, request)
  checkTimes(request)
  const ordered = request.orderedAtHome.find((hours) => request.from < hours.to && hours.from < request.to)
  if (ordered !== undefined)
    return { outcome: 'not-allowed', reasons: [because(pack, 'leave.consecutive-hours', { ...ordered })] }
  if (request.kind === 'weekend-restitution')
    return { outcome: 'sheriff-decides', reasons: [because(pack, 'leave.weekend-restitution')] }
  if (request.kind === 'work')
    return { outcome: 'sheriff-decides', reasons: [because(pack, 'leave.sheriff-decides')] }
  return byStandard(pack, parameters, request)
}

function byStandard(
  pack: Pack,
  parameters: Parameters,
  { purpose, askedOn, from }: LeaveRequest,
): LeaveAnswer {
  const purposes = setOrUnset(parameters, 'leavePurposes')
  if (purposes === null) return { outcome: 'ask', reasons: [because(pack, 'leave.standard-unset')] }
  if (purpose === null || !purposes.includes(purpose))
    return { outcome: 'not-allowed', reasons: [because(pack, 'leave.purpose-not-in-standard')] }
  const notice = numberOrUnset(parameters, 'leaveNoticeDays') ?? 0
  const short: Reason[] = []
  if (from.slice(0, 10) < addDays(askedOn, notice))
    short.push(because(pack, 'leave.notice-short', { notice }))
  return {
    outcome: short.length > 0 ? 'not-allowed' : 'sheriff-decides',
    reasons:
      short.length > 0 ? short : [because(pack, 'leave.purpose'), because(pack, 'leave.sheriff-decides')],
  }
}

/** Written so, times compare as text. */
const TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d$/

function checkTimes({ from, to, orderedAtHome }: LeaveRequest): void {
  const spans = [
    { path: '', from, to },
    ...orderedAtHome.map((h, i) => ({ path: `orderedAtHome[${i}].`, ...h })),
  ]
  for (const span of spans) {
    for (const end of ['from', 'to'] as const) {
      const written = TIME.exec(span[end])
      if (written === null || !isDay(written[1]!))
        refuse('leave', `${span.path}${end}`, 'must be a time that exists, YYYY-MM-DDTHH:MM')
    }
    if (span.to <= span.from) refuse('leave', `${span.path}to`, 'must be after it begins')
  }
}
