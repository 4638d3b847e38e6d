import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { commitmentBody, receiveCommitment } from '../../court/index.ts'
import { newPersonBody, openPerson } from '../../people/index.ts'
import { ownerQuery } from '../../testing/database.ts'
import type { TestAccount, TestOffice } from '../../testing/office.ts'
import { openEnrolment } from '../open-enrolment.ts'
import { recordStep } from '../record-step.ts'
import type { StepKind } from '../steps.ts'

/** The pack of the program that tests run. */
export const wap = 'contra-costa/work-alternative'

let people = 0

/** Opens a person. */
export async function openTestPerson(clerk: TestAccount, familyName = `Case${++people}`): Promise<string> {
  const person = newPersonBody.parse({ familyName, givenNames: 'Rosa', birthDate: '1990-05-06' })
  const opened = await clerk.act(openPerson, { person, evenSo: true })
  if (opened.kind !== 'opened') throw new Error('The person was not opened.')
  return opened.personId
}

const onPaper = [
  'defendant-name',
  'docket-number',
  'charges',
  'judge-signature',
  'court-name',
  'court-mark',
  'sentencing-date',
  'sentence',
  'conditions',
  'start-date',
  'relation',
  'credit',
  'address',
]

/** Receives a commitment whose paper is in order, unless told otherwise. Days are `YYYY-MM-DD`. */
export async function receive(
  clerk: TestAccount,
  personId: string,
  given: Record<string, unknown> = {},
): Promise<string> {
  const today = clerk.ctx.today.toString()
  const paper = {
    origin: 'in-county',
    docket: `M-${randomUUID().slice(0, 8)}`,
    courtName: 'Walnut Creek Municipal Court',
    judgeName: 'Hon. A. Reyes',
    receivedOn: today,
    sentencedOn: today,
    form: 'original',
    modification: false,
    jailOrders: true,
    days: 20,
    creditDays: 0,
    startsOn: today,
    relation: 'concurrent',
    addressOnPaper: '12 Main St, Martinez',
    charges: [{ statute: 'VC 23152(a)', description: 'Driving under the influence', level: 'misdemeanor' }],
    ...given,
  }
  const silent = [
    ...(paper.relation === 'unstated' ? ['relation'] : []),
    ...(paper.startsOn === null ? ['start-date'] : []),
  ]
  // A paper that states no sentence at all would be refused (WAP-AUTH.1): here nobody has read it yet.
  const unread = paper.days === null ? ['sentence'] : []
  const seen = onPaper.filter((item) => !unread.includes(item))
  const items = Object.fromEntries(seen.map((item) => [item, silent.includes(item) ? 'absent' : 'present']))
  const answer = await clerk.act(receiveCommitment, {
    person: { personId },
    evenSo: true,
    commitment: commitmentBody.parse({ items, ...paper }),
  })
  if (answer.kind !== 'received') throw new Error(`The commitment was not received: ${answer.kind}`)
  return answer.commitmentId
}

/** A person, a commitment and an enrolment over it. */
export interface TestCase {
  personId: string
  commitmentId: string
  enrolmentId: string
  path: string
}

/** Opens an enrolment over one commitment of 20 days from today, unless told otherwise. */
export async function openCase(clerk: TestAccount, given: Record<string, unknown> = {}): Promise<TestCase> {
  const personId = await openTestPerson(clerk)
  const commitmentId = await receive(clerk, personId, given)
  const { id } = await clerk.act(openEnrolment, { personId, pack: wap, commitmentIds: [commitmentId] })
  return { personId, commitmentId, enrolmentId: id, path: `/api/programs/enrolments/${id}` }
}

/** Records these steps one after the other. */
export async function take(
  account: TestAccount,
  enrolmentId: string,
  ...kinds: Exclude<StepKind, 'opened'>[]
): Promise<void> {
  for (const kind of kinds) await account.act(recordStep, { enrolmentId, kind })
}

/** Takes an enrolment to where the person works. */
export const startWork = (account: TestAccount, enrolmentId: string): Promise<void> =>
  take(account, enrolmentId, 'appointed', 'applied', 'accepted', 'booked', 'scheduled')

/** A day of a contract as a test lays it out; without a mark nothing is reported. */
export interface TestDay {
  day: Temporal.PlainDate
  mark?: 'worked' | 'absent-unexcused'
  credited?: 0 | 1
}

/** Lays out the days of a contract with what was reported: what the room of work would have on record. */
export async function layOutDays(
  office: TestOffice,
  account: TestAccount,
  { enrolmentId, personId }: TestCase,
  days: readonly TestDay[],
): Promise<void> {
  const agency = account.agencyId
  await ownerQuery(office.urls, agency, async (client) => {
    const documentId = randomUUID()
    const siteId = randomUUID()
    await client.query(
      `insert into work.site (agency_id, id, name, organization, kind, line1, city, state, tasks, meeting_point, report_at,
         day_minutes, supervisor_name, supervisor_phone, created_at)
       values ($1, $2, $3, 'County', 'county', '1 Main St', 'Martinez', 'CA', 'Litter', 'Gate', '07:30', 480, 'Lou Hart',
         '(925) 555-0140', clock_timestamp())`,
      [agency, siteId, `Site ${siteId}`],
    )
    await client.query(
      `insert into platform.document (agency_id, id, kind, title, data, language, asked_at)
       values ($1, $2, 'test', 'Contract', '{}', 'en', clock_timestamp())`,
      [agency, documentId],
    )
    await client.query(
      `insert into work.contract (agency_id, id, enrolment_id, person_id, version, purpose, days_owed, decision, document_id, made_at, made_by)
       values ($1, $2, $3, $4, 1, 'first', $5, '{}', $6, clock_timestamp(), $7)`,
      [agency, randomUUID(), enrolmentId, personId, days.length, documentId, account.id],
    )
    await client.query(`insert into work.schedule (agency_id, enrolment_id, version) values ($1, $2, 1)`, [
      agency,
      enrolmentId,
    ])
    for (const { day, mark, credited } of days) {
      const id = randomUUID()
      await client.query(
        `insert into work.contract_day (agency_id, id, enrolment_id, person_id, site_id, day, from_version)
         values ($1, $2, $3, $4, $5, $6, 1)`,
        [agency, id, enrolmentId, personId, siteId, day.toString()],
      )
      await client.query(
        `insert into work.site_day (agency_id, site_id, day, capacity, taken) values ($1, $2, $3, 5, 1)`,
        [agency, siteId, day.toString()],
      )
      if (!mark) continue
      const credit = credited ?? (mark === 'worked' ? 1 : 0)
      await client.query(
        `insert into work.attendance (agency_id, id, contract_day_id, number, mark, minutes, credited_days, credit, source, marked_at, marked_by)
         values ($1, $2, $3, 1, $4, $5, $6, '{}', 'office', clock_timestamp(), $7)`,
        [agency, randomUUID(), id, mark, mark === 'worked' ? 480 : null, credit, account.id],
      )
    }
  })
}
