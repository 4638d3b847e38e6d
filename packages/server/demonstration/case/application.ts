import type { Temporal } from 'temporal-polyfill'
import type { Case, Staff } from './staff.ts'

/** The person fills in and signs the application (WAP-BOOK.2). */
export async function signApplication(
  { clerk }: Pick<Staff, 'clerk'>,
  one: Case,
  today: Temporal.PlainDate,
): Promise<void> {
  const { person } = one
  const path = `/api/intake/enrolments/${one.enrolmentId}/application`
  const { version } = await clerk.post<{ version: number }>(path, {
    version: null,
    employed: person.employed,
    employer: person.employed ? 'Example Bakery' : 'Example Cannery, until last year',
    occupation: person.employed ? 'Baker' : '',
    jobLoss: 'no',
    jobLossNote: '',
    daysAvailable: [1, 2, 3, 4, 5, 6, 7],
    daysAWeek: 3,
    workLimits: person.limits,
    otherWorkLimits: '',
    unableUntil: null,
    diagnosis: person.limits.length > 0 ? 'brought' : 'not-needed',
    transport: 'public-transit',
    priorHistory: 'no',
    refused: [],
  })
  await clerk.post(`${path}/sign`, { version, signedOn: today.toString() })
}

/** History and prints (WAP-P2) of somebody nobody has printed before. */
export async function recordPrints(
  { clerk }: Pick<Staff, 'clerk'>,
  one: Case,
  today: Temporal.PlainDate,
): Promise<void> {
  const record = (kind: string) =>
    clerk.post(`/api/intake/enrolments/${one.enrolmentId}/prints`, { kind, day: today.toString() })
  await Promise.all(['history-none', 'no-prints-on-file', 'thumb-prints', 'print-set'].map(record))
  // What follows from there being no history.
  await Promise.all(['duplicate-given', 'noted-on-original'].map(record))
}
