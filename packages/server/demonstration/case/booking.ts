import type { Temporal } from 'temporal-polyfill'
import { drawnPhoto } from './photo.ts'
import type { Case, Staff } from './staff.ts'

interface BookingPage {
  record: { version: number } | null
  checklist: {
    name: string
    state: string
    by: string
    required: boolean
    tick: unknown
    parts: { part: string; tick: unknown }[]
  }[]
}

const pathOf = (one: Case) => `/api/intake/enrolments/${one.enrolmentId}`
const bookingPage = ({ clerk }: Pick<Staff, 'clerk'>, one: Case) =>
  clerk.get<BookingPage>(`${pathOf(one)}/booking`)
const personVersion = async ({ clerk }: Pick<Staff, 'clerk'>, one: Case) =>
  (await clerk.get<{ version: number }>(`/api/people/${one.personId}`)).version

/** Writes the booking record (WAP-BOOK.4): the photo, the numbers, what is asked of the person. */
export async function saveBooking(
  staff: Pick<Staff, 'clerk'>,
  one: Case,
  today: Temporal.PlainDate,
): Promise<void> {
  const { person } = one
  await takePhoto(staff, one)
  await staff.clerk.post(`/api/people/${one.personId}/identifiers`, {
    identifier: { kind: 'drivers-license', issuer: 'CA', number: person.driversLicense },
    evenSo: true,
  })
  await staff.clerk.post(`${pathOf(one)}/booking`, {
    version: null,
    personVersion: await personVersion(staff, one),
    birthPlace: person.birthPlace,
    race: person.race,
    emergencyContacts: [
      { name: `Alex ${person.familyName}`, relation: 'Sibling', address: person.city, phone: '925 555 0199' },
    ],
    employment: person.employed ? 'Example Bakery, Concord' : 'Example Cannery, until last year',
    healthNeeds: person.limits.length > 0 ? 'A back that was operated on; see the diagnosis' : 'None told',
    specialNeeds: '',
    signedOn: today.toString(),
  })
}

async function takePhoto(staff: Pick<Staff, 'clerk'>, one: Case): Promise<void> {
  const paperId = await staff.clerk.upload({
    name: 'photo.png',
    type: 'image/png',
    kind: 'photo',
    title: 'Booking photo',
    bytes: drawnPhoto(one.person.number),
  })
  await staff.clerk.post(`/api/people/${one.personId}/photo`, {
    paperId,
    version: await personVersion(staff, one),
  })
}

/** Ticks what is open on the intake checklist and ticked by hand (WAP-BOOK.5). */
export async function tickChecklist(
  staff: Pick<Staff, 'clerk'>,
  one: Case,
  today: Temporal.PlainDate,
  only: (name: string, required: boolean) => boolean = (_, required) => required,
): Promise<void> {
  const { checklist } = await bookingPage(staff, one)
  const open = checklist.filter((item) => item.by === 'hand' && item.state === 'open')
  const ticks = open
    .filter(({ name, required }) => only(name, required))
    .flatMap(({ name, parts }) =>
      parts.length > 0
        ? parts.filter(({ tick }) => !tick).map(({ part }) => ({ item: name, part }))
        : [{ item: name, part: '' }],
    )
  await Promise.all(
    ticks.map((tick) => staff.clerk.post(`${pathOf(one)}/checklist`, { ...tick, day: today.toString() })),
  )
}

/** Books the person: what the interview requires is there. */
export async function completeBooking(staff: Pick<Staff, 'clerk'>, one: Case): Promise<void> {
  const { record } = await bookingPage(staff, one)
  await staff.clerk.post(`${pathOf(one)}/booking/complete`, {
    version: record?.version,
    // A number that somebody might really have is not made up.
    gapsReason: 'Did not bring the social security card',
  })
}
