import type { Caller } from '../caller.ts'
import type { Case } from '../case/staff.ts'
import type { Participant } from './participants.ts'

/**
 * Ends home detention: the unit is taken off; who has served the last day is completed, who broke the rules goes back to
 * custody by the Sheriff's designee (SCC-2.D).
 * @param today the office's day
 */
export async function leaveProgram(
  { stage, number, goodTimeDays }: Participant,
  one: Case,
  unitId: string,
  by: { deputy: Caller; sergeant: Caller },
  today: string,
): Promise<void> {
  const path = `/api/programs/enrolments/${one.enrolmentId}`
  const isFaulty = number % 3 === 2
  const takeOff = () =>
    by.deputy.post(`/api/equipment/units/${unitId}/remove`, {
      code: isFaulty ? 'faulty' : stage === 'completed' ? 'program-ended' : 'in-custody',
      goesTo: isFaulty ? 'to-repair' : 'in-stock',
      note: isFaulty ? 'The strap does not close any more (made up).' : '',
    })
  if (stage === 'completed') {
    await takeOff()
    await by.deputy.post(`${path}/complete`, { note: 'Served at home to the last day (made up).' })
    return
  }
  await by.sergeant.post(`${path}/return-to-court`, {
    reason: 'rules-broken',
    note: 'Away for two nights without leave (made up).',
    onDay: today,
    goodTimeLost:
      goodTimeDays === null ? [] : [{ commitmentId: one.commitmentId, days: Math.floor(goodTimeDays / 2) }],
    goodTimeReason: goodTimeDays === null ? '' : 'Two nights away; half of the good time (made up).',
  })
  await takeOff()
}
