import type { Temporal } from 'temporal-polyfill'
import type { MadeUpPerson } from '../people.ts'
import { commitmentFields, commitmentPaper, type PaperDetails } from './commitment.ts'
import type { Case, Staff } from './staff.ts'

interface Received {
  commitmentId: string
  personId: string
}

/** Receives a commitment with its scanned paper; opens the person with it, unless it is somebody on record. */
export async function receiveCommitment(
  { clerk }: Pick<Staff, 'clerk'>,
  person: MadeUpPerson,
  today: Temporal.PlainDate,
  details: PaperDetails & { personId?: string } = {},
): Promise<Received> {
  const { personId, ...paper } = details
  const paperId = paper.scanned === false ? null : await scan({ clerk }, person, today, paper)
  return clerk.post<Received>('/api/court/commitments', {
    ...commitmentFields(person, today, paper),
    paperId,
    ...(personId ? { personId } : { newPerson: newPerson(person), personEvenSo: true, evenSo: true }),
  })
}

function scan(
  { clerk }: Pick<Staff, 'clerk'>,
  person: MadeUpPerson,
  today: Temporal.PlainDate,
  paper: PaperDetails,
): Promise<string> {
  return clerk.upload({
    name: 'commitment.pdf',
    type: 'application/pdf',
    kind: 'commitment',
    title: `Commitment ${paper.docket ?? person.docket}`,
    bytes: commitmentPaper(person, today, paper),
  })
}

function newPerson(person: MadeUpPerson) {
  return {
    familyName: person.familyName,
    givenNames: person.givenNames,
    birthDate: person.birthDate,
    sex: person.sex,
    language: person.language,
    phones: [{ number: person.phone, kind: 'mobile' }],
    address: { line1: person.line1, city: person.city, state: 'CA', zip: person.zip },
  }
}

/** Receives a commitment and opens the enrolment over it. */
export async function receive(
  staff: Pick<Staff, 'clerk'>,
  person: MadeUpPerson,
  today: Temporal.PlainDate,
  details: PaperDetails = {},
): Promise<Case> {
  const { personId, commitmentId } = await receiveCommitment(staff, person, today, details)
  const enrolment = await staff.clerk.post<{ id: string }>('/api/programs/enrolments', {
    personId,
    commitmentIds: [commitmentId],
  })
  return { person, personId, commitmentId, enrolmentId: enrolment.id }
}

interface WorksheetPage {
  current: { result: { kind: 'worksheet'; adjustedDays: number } | { kind: 'cannot-compute' } }
}

/** Computes and keeps the adjusted sentence. @returns its days; null when the papers leave it open */
export async function computeSentence({ clerk }: Pick<Staff, 'clerk'>, one: Case): Promise<number | null> {
  const { current } = await clerk.post<WorksheetPage>(
    `/api/programs/enrolments/${one.enrolmentId}/worksheet`,
    {},
  )
  return current.result.kind === 'worksheet' ? current.result.adjustedDays : null
}
