import { ownerQuery } from '../../testing/database.ts'
import type { TestAccount, TestOffice } from '../../testing/office.ts'
import { openEnrolment } from '../open-enrolment.ts'
import { openTestPerson, receive, type TestCase, take } from './case.ts'

/** What somebody at home serves: when the sentence began, and how much good time its paper grants. */
export interface HomeSentence {
  pack?: string
  /** Days from today to the first day of the sentence; below zero it has begun. */
  startsIn?: number
  days?: number
  goodTimeDays?: number | null
  /** Days since the case was opened and the unit put on. */
  atHomeFor?: number
}

/** Sixty days of home detention, ten of them good time, served at home since ten days ago unless told otherwise. */
export async function openHomeCase(
  office: TestOffice,
  account: TestAccount,
  {
    pack = 'sacramento/home-detention',
    startsIn = -10,
    days = 60,
    goodTimeDays = 10,
    atHomeFor = 10,
  }: HomeSentence = {},
): Promise<TestCase> {
  const starts = account.ctx.today.add({ days: startsIn }).toString()
  const sentencedOn = startsIn < 0 ? starts : account.ctx.today.toString()
  const paper = { days, goodTimeDays, startsOn: starts, sentencedOn }
  const personId = await openTestPerson(account)
  const commitmentId = await receive(account, personId, paper)
  const { id } = await account.act(openEnrolment, { personId, pack, commitmentIds: [commitmentId] })
  const opened = { personId, commitmentId, enrolmentId: id, path: `/api/programs/enrolments/${id}` }
  await account.post(`${opened.path}/worksheet`, {})
  await take(account, id, 'appointed', 'applied', 'accepted', 'placed')
  await openedEarlier(office, account, opened, atHomeFor)
  return opened
}

/** Puts what has happened in a case so far some days back, as if it had been opened then. */
export const openedEarlier = (
  office: TestOffice,
  { agencyId, ctx }: TestAccount,
  { enrolmentId }: TestCase,
  days: number,
): Promise<void> =>
  ownerQuery(office.urls, agencyId, async (client) => {
    const on = ctx.today.subtract({ days }).toString()
    await client.query('update programs.enrolment set opened_on = $2 where id = $1', [enrolmentId, on])
    await client.query('update programs.step set on_day = $2 where enrolment_id = $1', [enrolmentId, on])
  })
