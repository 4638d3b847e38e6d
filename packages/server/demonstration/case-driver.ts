import { Temporal } from 'temporal-polyfill'
import { renderPdf } from '../platform/typst.ts'
import type { Caller } from './caller.ts'
import type { MadeUpPerson } from './people.ts'

/** Those who carry a case: a clerk who types, a sergeant who decides. */
export interface Staff {
  clerk: Caller
  sergeant: Caller
}

/** A case as far as it has come. */
export interface Case {
  person: MadeUpPerson
  personId: string
  commitmentId: string
  enrolmentId: string
}

/** Receives the commitment with its scanned paper and opens the enrolment. */
export async function receive(staff: Staff, person: MadeUpPerson, today: Temporal.PlainDate): Promise<Case> {
  const { clerk } = staff
  const paperId = await clerk.upload({
    name: 'commitment.pdf',
    type: 'application/pdf',
    kind: 'commitment',
    title: `Commitment ${person.docket}`,
    bytes: paperOf(person, today),
  })
  const received = await clerk.post<{ kind: string; commitmentId: string; personId: string }>(
    '/api/court/commitments',
    {
      ...commitmentFields(person, today),
      paperId,
      newPerson: {
        familyName: person.familyName,
        givenNames: person.givenNames,
        birthDate: person.birthDate,
        sex: person.sex,
        language: person.language,
        phones: [{ number: person.phone, kind: 'mobile' }],
        address: { line1: person.line1, city: person.city, state: 'CA', zip: person.zip },
      },
      personEvenSo: true,
      evenSo: true,
    },
  )
  const enrolment = await clerk.post<{ id: string }>('/api/programs/enrolments', {
    personId: received.personId,
    commitmentIds: [received.commitmentId],
  })
  return {
    person,
    personId: received.personId,
    commitmentId: received.commitmentId,
    enrolmentId: enrolment.id,
  }
}

/** Computes and keeps the adjusted sentence. @returns its days */
export async function computeSentence(staff: Staff, one: Case): Promise<number> {
  const page = await staff.clerk.post<{ current: { adjustedDays: number | null } | null }>(
    `/api/programs/enrolments/${one.enrolmentId}/worksheet`,
    {},
  )
  return page.current?.adjustedDays ?? 0
}

/** Books the first appointment that is free on or after a day. @returns the day */
export async function makeAppointment(
  staff: Staff,
  one: Case,
  from: Temporal.PlainDate,
): Promise<Temporal.PlainDate> {
  const { days } = await staff.clerk.get<{
    days: { day: string; slots: { startsAt: string; capacity: number; taken: number; over: boolean }[] }[]
  }>(`/api/intake/slots?from=${from}&days=14`)
  for (const { day, slots } of days) {
    const free = slots.find((slot) => !slot.over && slot.taken < slot.capacity)
    if (!free) continue
    await staff.clerk.post(`/api/intake/enrolments/${one.enrolmentId}/appointments`, {
      startsAt: free.startsAt,
      limitingCondition: 'no',
      told: ['fees', 'payment-forms', 'diagnosis'],
    })
    return Temporal.PlainDate.from(day)
  }
  throw new Error(`No appointment is free in the two weeks from ${from}.`)
}

/** The person comes, is called in, and fills in and signs the application. */
export async function takeApplication(staff: Staff, one: Case, today: Temporal.PlainDate): Promise<void> {
  const { clerk } = staff
  const page = async () =>
    (
      await clerk.get<{ open: { id: string; version: number } | null }>(
        `/api/intake/enrolments/${one.enrolmentId}/appointments`,
      )
    ).open
  const arriving = await page()
  if (!arriving) throw new Error('There is no open appointment to come to.')
  await clerk.post(`/api/intake/appointments/${arriving.id}/arrive`, { version: arriving.version })
  const called = await page()
  await clerk.post(`/api/intake/appointments/${arriving.id}/call`, {
    version: called?.version,
    outOfTurnReason: 'The order of the day',
  })
  const path = `/api/intake/enrolments/${one.enrolmentId}/application`
  const { version } = await clerk.post<{ version: number }>(path, {
    version: null,
    answers: {
      employed: one.person.employed,
      employer: one.person.employed ? 'Example Bakery' : '',
      occupation: one.person.employed ? 'Baker' : '',
      jobLoss: 'no',
      jobLossNote: '',
      daysAvailable: [1, 2, 3, 4, 5, 6, 7],
      daysAWeek: 3,
      workLimits: one.person.limits,
      otherWorkLimits: '',
      unableUntil: null,
      diagnosis: one.person.limits.length > 0 ? 'brought' : 'not-needed',
      transport: 'public-transit',
      priorHistory: 'no',
      refused: [],
    },
  })
  await clerk.post(`${path}/sign`, { version, signedOn: today.toString() })
}

function commitmentFields(person: MadeUpPerson, today: Temporal.PlainDate) {
  const present = [
    'defendant-name', 'docket-number', 'charges', 'judge-signature', 'court-name', 'court-mark', 'sentencing-date',
    'sentence', 'conditions', 'start-date', 'relation', 'credit', 'address',
  ] // biome-ignore format: one list
  return {
    origin: 'in-county',
    docket: person.docket,
    courtName: person.court,
    county: 'Contra Costa',
    judgeName: 'Hon. Robin Madeup',
    receivedOn: today.toString(),
    sentencedOn: today.subtract({ days: 3 }).toString(),
    form: 'certified-copy',
    modification: false,
    jailOrders: true,
    days: person.days,
    creditDays: person.creditDays,
    startsOn: today.toString(),
    relation: 'concurrent',
    violationIndicated: false,
    addressOnPaper: `${person.line1}, ${person.city}`,
    items: Object.fromEntries(present.map((item) => [item, 'present'])),
    charges: [{ statute: person.statute, description: person.offense, level: 'misdemeanor' }],
  }
}

function paperOf(person: MadeUpPerson, today: Temporal.PlainDate): Buffer {
  return renderPdf('demonstration/commitment-paper.typ', {
    court: person.court,
    docket: person.docket,
    name: `${person.givenNames} ${person.familyName}`,
    address: `${person.line1}, ${person.city}`,
    charges: [`${person.statute} (${person.offense})`],
    sentencedOn: today.subtract({ days: 3 }).toString(),
    startsOn: today.toString(),
    sentence: `${person.days} days`,
    relation: 'concurrent',
    credit: person.creditDays,
    judge: 'Hon. Robin Madeup',
  })
}
