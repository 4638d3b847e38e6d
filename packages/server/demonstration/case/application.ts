import type { Temporal } from 'temporal-polyfill'
import type { Case, Staff } from './staff.ts'

const pathOf = (one: Case) => `/api/intake/enrolments/${one.enrolmentId}/application`

/** The person fills in the application (WAP-BOOK.2). @returns its version */
export async function fillInApplication({ clerk }: Pick<Staff, 'clerk'>, one: Case): Promise<number> {
  const { person } = one
  const { version } = await clerk.post<{ version: number }>(pathOf(one), {
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
  return version
}

/** The person fills in and signs the application (WAP-BOOK.2). */
export async function signApplication(
  staff: Pick<Staff, 'clerk'>,
  one: Case,
  today: Temporal.PlainDate,
): Promise<void> {
  const version = await fillInApplication(staff, one)
  await staff.clerk.post(`${pathOf(one)}/sign`, { version, signedOn: today.toString() })
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
