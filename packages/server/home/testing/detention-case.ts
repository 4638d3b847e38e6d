import { fitTestUnit, receiveTestUnit } from '../../equipment/testing/units.ts'
import { openEnrolment } from '../../programs/index.ts'
import { openTestPerson, receive, type TestCase, take } from '../../programs/testing/case.ts'
import { ownerQuery } from '../../testing/database.ts'
import type { TestAccount, TestOffice } from '../../testing/office.ts'
import { drawTestZone } from './home-case.ts'

/** Somebody in home detention, and where the routes of the enrolment begin. */
export interface DetentionCase extends TestCase {
  home: string
}

/** What is otherwise with an enrolment that is opened; `paper`: with the commitment. */
interface Opened {
  pack?: string
  accepted?: boolean
  paper?: Record<string, unknown>
}

/** Opens an enrolment in home detention through the rooms below, accepted unless told otherwise. */
export async function openDetention(
  deputy: TestAccount,
  { pack = 'sacramento/home-detention', accepted = true, paper = {} }: Opened = {},
): Promise<DetentionCase> {
  const personId = await openTestPerson(deputy)
  const commitmentId = await receive(deputy, personId, paper)
  const { id } = await deputy.act(openEnrolment, { personId, pack, commitmentIds: [commitmentId] })
  if (accepted) await take(deputy, id, 'appointed', 'applied', 'accepted')
  return {
    personId,
    commitmentId,
    enrolmentId: id,
    path: `/api/programs/enrolments/${id}`,
    home: `/api/home/enrolments/${id}`,
  }
}

/** Sends and gives the answer's body, or says what was refused. */
export async function done(answer: Promise<{ status: number; body: unknown }>) {
  const { status, body } = await answer
  if (status !== 200) throw new Error(JSON.stringify(body))
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the shape it expects
  return body as any
}

/** A home as a page sends it. */
export const homeBody = (different: Record<string, unknown> = {}) => ({
  kind: 'home',
  name: 'Home',
  address: '700 H St, Sacramento, CA 95814',
  lat: 38.5816,
  lon: -121.4944,
  note: '',
  ...different,
})

/** Answers with which a home is accepted, where nobody else lives. */
export const goodHome = (version: number, today: string, different: Record<string, unknown> = {}) => ({
  version,
  visitedOn: today,
  adultsCounted: 0,
  answers: { 'in-area': true, acceptable: true, accessible: true, electricity: true, cooperation: true },
  note: '',
  ...different,
})

/**
 * Enters the home, evaluates and accepts it.
 * @returns the id of the home
 */
export async function acceptHome(
  deputy: TestAccount,
  { home }: DetentionCase,
  different: Record<string, unknown> = {},
): Promise<string> {
  const { id } = await done(deputy.post(`${home}/places`, homeBody(different)))
  const { version } = await done(deputy.post(`${home}/evaluation`, goodHome(1, deputy.ctx.today.toString())))
  await done(
    deputy.post(`${home}/evaluation/decide`, { version, outcome: 'accepted', reason: 'All as it should be' }),
  )
  return id
}

/** Makes the contract and records it as signed today. */
export async function signContract(deputy: TestAccount, { home }: DetentionCase): Promise<void> {
  const { id } = await done(deputy.post(`${home}/contract`, {}))
  await done(
    deputy.post(`/api/home/contracts/${id}/signed`, {
      signedOn: deputy.ctx.today.toString(),
      paperId: null,
    }),
  )
}

/** What is otherwise with somebody who serves at home. */
interface Otherwise {
  /** What is otherwise with the home. */
  home?: Record<string, unknown>
  /** `false`: nobody has drawn the home zone. */
  zone?: boolean
}

/**
 * Takes somebody through all that comes before a unit is put on, draws the home zone, and puts a unit on. The numbers
 * are approved before.
 * @returns the case, the unit that is worn, the home, and the zone around it
 */
export async function serveAtHome(
  deputy: TestAccount,
  { home: different = {}, zone: isDrawn = true }: Otherwise = {},
): Promise<{ one: DetentionCase; unit: string; home: string; zone: string }> {
  const one = await openDetention(deputy)
  await done(deputy.post(`${one.path}/worksheet`))
  await done(deputy.post(`${one.home}/slot/give`, {}))
  const home = await acceptHome(deputy, one, different)
  const zone = isDrawn ? await drawTestZone(deputy, one, { placeId: home }) : ''
  await done(deputy.post(`${one.home}/deputy`, { accountId: deputy.id }))
  await signContract(deputy, one)
  const unit = await receiveTestUnit(deputy)
  await fitTestUnit(deputy, unit, one.enrolmentId)
  return { one, unit, home, zone }
}

/** The numbers that people are followed by, approved by a named officer (EMP-7.3): rows of the room that keeps them. */
export async function approveNumbers(office: TestOffice, { agencyId, id }: TestAccount, by: TestAccount) {
  await ownerQuery(office.urls, agencyId, (client) =>
    client.query(
      `insert into monitoring.guideline (agency_id, id, subject, number, content, reason, from_at, entered_at, entered_by,
         approved_at, approved_by, approval_clause)
       values ($1, gen_random_uuid(), 'parameters', 1, '{}', 'Test', '2026-01-01', '2026-01-01', $2, '2026-01-01', $3, 'EMP-7.3')`,
      [agencyId, id, by.id],
    ),
  )
}
