import { verb, type Work } from '../../platform/act.ts'
import { changedMeanwhile } from '../../platform/conflict.ts'
import { fieldProblem, Problem } from '../../platform/problem.ts'
import { dayInWords } from '../../platform/words.ts'
import { requireAuthority } from '../../programs/index.ts'
import { type HeldDay, holdMarkedDays, standsNow, writeMark } from './write-marks.ts'

/** An officer's answer to hours below a full day. */
export interface DecideCredit {
  contractDayId: string
  /** Which mark of the day the page showed. */
  version: number
  days: 0 | 1
  reason: string
}

/**
 * Decides whether hours below a full day count as a day (WAP-CRED.1 leaves it open: an officer decides, none
 * until then).
 * @throws Problem `not-allowed` with the clause; `conflict`; `cannot-be` where nothing is open
 */
export const decideCredit = verb(
  'work.decide-credit',
  async (work, input: DecideCredit): Promise<{ version: number }> => {
    const held = await holdMarkedDays(work, [input.contractDayId])
    const day = held.get(input.contractDayId)!
    if (day.number !== input.version || !day.current) throw await markedAnew(work, day)
    const { current } = day
    if (!current.credit.askOfficer)
      throw new Problem('cannot-be', 'The hours of this day leave nothing open to decide.')
    if (input.days === 1 && !current.minutes)
      throw fieldProblem('days', 'Nobody worked on this day: there are no hours to credit (WAP-CRED.1).')
    const permission = await requireAuthority(work, { decision: 'partial-day-credit', pack: day.pack })
    const decided = { days: input.days, reason: input.reason, by: work.ctx.actor!, clause: permission.clause }
    await writeMark(
      work,
      day,
      { ...current, creditedDays: input.days, credit: { ...current.credit, decided } },
      'office',
    )
    return { version: day.number + 1 }
  },
)

async function markedAnew(work: Work<'work'>, day: HeldDay): Promise<Problem> {
  const latest = await work.db
    .selectFrom('work.attendance')
    .select('id')
    .where('contract_day_id', '=', day.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return changedMeanwhile(work, {
    room: 'work',
    record: 'attendance',
    rowId: latest?.id ?? day.id,
    name: `the mark of ${dayInWords(day.day)}`,
    current: standsNow(day),
  })
}
