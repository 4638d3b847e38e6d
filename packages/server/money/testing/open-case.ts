import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import {
  type CommitmentFields,
  changeCommitment,
  commitmentBody,
  receiveCommitment,
} from '../../court/index.ts'
import { newPersonBody, openPerson } from '../../people/index.ts'
import { computeWorksheet, openEnrolment } from '../../programs/index.ts'
import { ownerQuery } from '../../testing/database.ts'
import type { TestAccount, TestOffice } from '../../testing/office.ts'
import type { Budget } from '../ask-waiver.ts'
import { assessFees } from '../assess-fees.ts'

const pack = 'contra-costa/work-alternative'

/** A person whose fees can be assessed. */
export interface MoneyCase {
  personId: string
  commitmentId: string
  enrolmentId: string
  /** The commitment as it was typed in, for changing it. */
  commitment: CommitmentFields
  /** Version of the commitment, as it stands after the last change. */
  version: number
}

/** Opens a person, their commitment, the enrolment and its worksheet, as the rooms below do it. */
export async function openCase(
  clerk: TestAccount,
  given: { days?: number; language?: 'en' | 'es'; name?: string; worksheet?: boolean } = {},
): Promise<MoneyCase> {
  const person = newPersonBody.parse({
    familyName: given.name ?? `Person${randomUUID().slice(0, 8)}`,
    givenNames: 'Maria',
    birthDate: '1990-05-06',
    language: given.language ?? 'en',
  })
  const opened = await clerk.act(openPerson, { person, evenSo: true })
  if (opened.kind !== 'opened') throw new Error('The person was not opened.')
  const today = clerk.ctx.today.toString()
  const commitment = commitmentBody.parse({
    origin: 'in-county',
    docket: `D-${randomUUID().slice(0, 8)}`,
    receivedOn: today,
    sentencedOn: today,
    form: 'original',
    modification: false,
    days: given.days ?? 20,
    startsOn: today,
    relation: 'concurrent',
  })
  const received = await clerk.act(receiveCommitment, {
    person: { personId: opened.personId },
    commitment,
  })
  if (received.kind !== 'received') throw new Error('The commitment was not received.')
  const { id } = await clerk.act(openEnrolment, {
    personId: opened.personId,
    pack,
    commitmentIds: [received.commitmentId],
  })
  if (given.worksheet !== false) await clerk.act(computeWorksheet, { enrolmentId: id })
  return {
    personId: opened.personId,
    commitmentId: received.commitmentId,
    enrolmentId: id,
    commitment,
    version: 1,
  }
}

/** A case whose fees are assessed: 20 days owe $190.00 where fees are charged. */
export async function openAssessed(
  clerk: TestAccount,
  given: Parameters<typeof openCase>[1] = {},
): Promise<MoneyCase> {
  const opened = await openCase(clerk, given)
  await clerk.act(assessFees, { enrolmentId: opened.enrolmentId })
  return opened
}

/**
 * Changes what the commitment says and computes the sentence anew, as the court's rooms do it: a further
 * worksheet, on which fees that are assessed follow. `days: null` cannot be computed.
 */
export async function furtherWorksheet(
  clerk: TestAccount,
  opened: MoneyCase,
  change: Partial<CommitmentFields>,
): Promise<void> {
  const { commitmentId, enrolmentId, version } = opened
  const commitment = { ...opened.commitment, ...change }
  const changed = await clerk.act(changeCommitment, { commitmentId, version, commitment })
  opened.version = changed.version
  await clerk.act(computeWorksheet, { enrolmentId })
}

/** One value from the database, as its owner sees it within the agency. */
export async function ownerRows<Row extends pg.QueryResultRow>(
  office: TestOffice,
  { agencyId }: TestAccount,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return ownerQuery(office.urls, agencyId, async (client) => (await client.query<Row>(sql, values)).rows)
}

/** What is wrong in the books of an agency: nothing, if they balance. */
export async function books(office: TestOffice, account: TestAccount): Promise<unknown[]> {
  return ownerRows(office, account, 'select problem, record, cents from money.books()')
}

/** A budget form as a person fills it in. */
export const someBudget: Budget = {
  why: 'I lost my work in August.',
  incomes: [{ what: 'Unemployment', monthlyCents: 90_000 }],
  expenses: [
    { what: 'Rent', monthlyCents: 80_000 },
    { what: 'Food', monthlyCents: 30_000 },
  ],
  dependents: 2,
  note: '',
}
