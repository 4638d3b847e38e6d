import { signApplication } from '../../packages/server/demonstration/case/application.ts'
import { computeSentence, receiveCommitment } from '../../packages/server/demonstration/case/receive.ts'
import { participant } from '../../packages/server/demonstration/sacramento/participants.ts'
import { prepareHome } from '../../packages/server/demonstration/sacramento/prepare-home.ts'
import { screen } from '../../packages/server/demonstration/sacramento/screen.ts'
import { callerOf, somebody, todayOf } from './driven.ts'
import { unitInStock } from './home.ts'

/**
 * Somebody of the second office with twenty days of good time, placed at home and returned to custody for breaking the
 * rules, with four of them lost; the unit is off again. @returns the enrolment
 */
export async function returnedForViolation(origin: string): Promise<string> {
  const clerk = await callerOf(origin, 'sac-clerk')
  const deputy = await callerOf(origin, 'sac-deputy')
  const sergeant = await callerOf(origin, 'sac-sergeant')
  const like = participant(64)
  const { docket, driversLicense, familyName } = somebody(59, 'Returned')
  const person = { ...like.person, docket, driversLicense, familyName }
  const who = { ...like, person }
  const today = await todayOf({ clerk, sergeant })
  const { personId, commitmentId } = await receiveCommitment({ clerk }, person, today, {
    scanned: false,
    goodTimeDays: 20,
  })
  const { id: enrolmentId } = await clerk.post<{ id: string }>('/api/programs/enrolments', {
    personId,
    pack: 'sacramento/home-detention',
    commitmentIds: [commitmentId],
  })
  const one = { person, personId, commitmentId, enrolmentId }
  await computeSentence({ clerk }, one)
  await signApplication({ clerk }, one, today)
  await screen(who, one, { clerk, sergeant })
  const { deputies } = await deputy.get<{ deputies: { accountId: string }[] }>('/api/home/deputies')
  await prepareHome(who, one, { deputy, deputyId: deputies[0]!.accountId, isVisited: false }, today)
  const unit = await unitInStock({ clerk, sergeant })
  await deputy.post(`/api/equipment/units/${unit}/fit`, { enrolmentId, level: 'active' })
  await sergeant.post(`/api/programs/enrolments/${enrolmentId}/return-to-court`, {
    reason: 'rules-broken',
    note: 'Away at night.',
    onDay: today.toString(),
    goodTimeLost: [{ commitmentId, days: 4 }],
    goodTimeReason: 'Away at night without leave.',
  })
  await deputy.post(`/api/equipment/units/${unit}/remove`, {
    code: 'in-custody',
    goesTo: 'in-stock',
    note: '',
  })
  return enrolmentId
}
