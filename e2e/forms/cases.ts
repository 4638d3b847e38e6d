import { randomUUID } from 'node:crypto'
import { fillInApplication } from '../../packages/server/demonstration/case/application.ts'
import { saveBooking } from '../../packages/server/demonstration/case/booking.ts'
import { askWaiver } from '../../packages/server/demonstration/case/fees.ts'
import {
  computeSentence,
  receive,
  receiveCommitment,
} from '../../packages/server/demonstration/case/receive.ts'
import type { Case, Staff } from '../../packages/server/demonstration/case/staff.ts'
import { admitted, appointed, booked, callerOf, somebody, staffOf, todayOf } from '../case/driven.ts'
import { openHomeDetention, setHomeDetention, unitInStock, unitWorn } from '../case/home.ts'
import { returnedForViolation } from '../case/returned.ts'
import { layOutWhereabouts } from '../case/whereabouts.ts'
import { usual } from '../pages/places.ts'
import { layOutCenter } from './center.ts'
import { layOutDrills } from './drills.ts'

/** What the addresses of forms are about; of each kind one at which its forms are offered. */
export type Cases = Readonly<Record<(typeof kinds)[number], string>>

const kinds = [
  'person', 'owing', 'asked', 'paid', 'appointed', 'opened', 'applied', 'accepted', 'ended', 'served', 'twoReadings',
  'waiver', 'commitment', 'site', 'rosterToSend', 'rosterToReturn', 'rosterToDecide', 'locked',
  'unitInStock', 'unitWorn', 'homeOpened', 'homePlaced', 'homeReturned', 'leave', 'zoneSet',
  'drill', 'drillAway', 'drillStrap', 'drillAsked', 'drillClosed',
  'reached', 'helpNumber',
] as const // biome-ignore format: one list

/** From the demonstration, and what it lacks made up. */
export async function layOut(origin: string): Promise<Cases> {
  const staff = await staffOf(origin)
  const today = await todayOf(staff)
  const place = await usual(staff, origin)
  const paid = await booked(staff, somebody(51, 'Paid'))
  await takeFeeOff(staff, paid)
  const asked = await admitted(staff, somebody(52, 'Asked'))
  const accepted = await admitted(staff, somebody(53, 'Accepted'))
  await saveBooking(staff, accepted, today)
  const { commitmentId } = await receiveCommitment(staff, somebody(54, 'Fax'), today, {
    form: 'fax',
    lacks: ['court-mark'],
    scanned: false,
  })
  const unsigned = await appointed(staff, somebody(56, 'Appointed'))
  await fillInApplication(staff, unsigned)
  await checkInTwo(staff, today.toString())
  return {
    person: paid.personId,
    owing: (await admitted(staff, somebody(55, 'Owing'))).enrolmentId,
    asked: asked.enrolmentId,
    waiver: await askWaiver(staff, asked),
    paid: paid.enrolmentId,
    appointed: unsigned.enrolmentId,
    accepted: accepted.enrolmentId,
    ended: await withdrawn(staff),
    applied: place.enrolments.screening!,
    commitment: commitmentId,
    site: place.site,
    ...(await enrolmentsOf(staff)),
    ...(await rostersOf(staff)),
    // First who is at a post: whoever leaves one leaves the alarms they had.
    ...(await layOutCenter(origin)),
    ...(await layOutDrills(origin)),
    ...(await layOutHomes(origin, staff, accepted.enrolmentId)),
    locked: await lockedAccount(origin),
  }
}

type HomeCases = Pick<
  Cases,
  'unitInStock' | 'unitWorn' | 'homeOpened' | 'homePlaced' | 'homeReturned' | 'leave' | 'zoneSet'
>

/** Units, a home detention that is being prepared, and somebody of the second office who wears a unit. */
async function layOutHomes(origin: string, staff: Staff, accepted: string): Promise<HomeCases> {
  const homeOpened = await openHomeDetention(staff, somebody(58, 'Home'))
  const words = { address: '700 H St', adult: 'Maria Ruiz', condition: 'No contact with J. Doe' }
  await setHomeDetention(staff, homeOpened, words)
  return {
    unitInStock: await unitInStock(staff),
    unitWorn: await unitWorn(staff, accepted),
    homeOpened,
    homePlaced: await someoneFitted(origin),
    homeReturned: await returnedForViolation(origin),
    ...(await layOutWhereabouts(staff, homeOpened, words.condition)),
  }
}

async function someoneFitted(origin: string): Promise<string> {
  const deputy = await callerOf(origin, 'sac-deputy')
  type Listed = { enrolmentId: string; units: string[] }
  const { people } = await deputy.get<{ people: Listed[] }>('/api/home/detentions?slot=held')
  return people.find(({ units }) => units.length > 0)!.enrolmentId
}

/** A fee that was paid and should not have been charged: its money is held, to be paid back. */
async function takeFeeOff({ clerk, sergeant }: Staff, { enrolmentId }: Case): Promise<void> {
  const path = `/api/money/enrolments/${enrolmentId}/statement`
  const { lines } = await clerk.get<{ lines: { id: string; amountCents: number }[] }>(path)
  await sergeant.post('/api/money/correct-fee', {
    entryId: lines[0]!.id,
    amountCents: lines[0]!.amountCents,
    reason: 'Charged twice',
  })
}

async function withdrawn(staff: Staff): Promise<string> {
  const one = await receive(staff, somebody(57, 'Withdrawn'), await todayOf(staff))
  const toldRestDays = await computeSentence(staff, one)
  await staff.clerk.post(`/api/programs/enrolments/${one.enrolmentId}/withdraw`, {
    toldRestDays,
    reason: 'Moves away',
  })
  return one.enrolmentId
}

/** Two people in the lounge, so that one can be called out of turn. */
async function checkInTwo({ clerk }: Staff, day: string): Promise<void> {
  const due = () =>
    clerk.get<{ appointments: { id: string; version: number; state: string }[] }>(`/api/intake/days/${day}`)
  const { appointments } = await due()
  const waiting = appointments.filter(({ state }) => state === 'waiting').length
  const toCome = appointments.filter(({ state }) => state === 'booked')
  for (const { id, version } of toCome.slice(0, Math.max(0, 2 - waiting)))
    await clerk.post(`/api/intake/appointments/${id}/arrive`, { version })
}

async function enrolmentsOf({ clerk }: Staff): Promise<Pick<Cases, 'opened' | 'served' | 'twoReadings'>> {
  type Row = {
    id: string
    state: string
    dockets: string[]
    adjustedDays: number | null
    daysLeft: number | null
  }
  const { rows } = await clerk.get<{ rows: Row[] }>('/api/programs/enrolments?limit=200')
  return {
    opened: rows.findLast(({ state, adjustedDays }) => state === 'opened' && adjustedDays !== null)!.id,
    served: rows.findLast(({ state, daysLeft }) => state === 'active' && daysLeft === 0)!.id,
    twoReadings: rows.findLast(({ state, dockets }) => state === 'active' && dockets.length > 1)!.id,
  }
}

type RosterCases = Pick<Cases, 'rosterToSend' | 'rosterToReturn' | 'rosterToDecide'>

async function rostersOf({ clerk }: Staff): Promise<RosterCases> {
  type Listed = { siteId: string; week: string; state: string }
  const { rosters } = await clerk.get<{ rosters: Listed[] }>('/api/work-release/rosters')
  const pathOf = ({ siteId, week }: Listed) => `${siteId}/${week}`
  const inState = (wanted: string) => pathOf(rosters.find(({ state }) => state === wanted)!)
  type Roster = { people: { days: { askOfficer: boolean }[] }[] }
  const toDecide = async (listed: Listed) =>
    (await clerk.get<Roster>(`/api/work-release/rosters/${pathOf(listed)}`)).people.some(({ days }) =>
      days.some(({ askOfficer }) => askOfficer),
    )
  for (const listed of rosters)
    if (await toDecide(listed))
      return {
        rosterToSend: inState('to-send'),
        rosterToReturn: inState('to-return'),
        rosterToDecide: pathOf(listed),
      }
  throw new Error('No day of the demonstration waits for an officer.')
}

/** An account that five bad tries have locked. */
async function lockedAccount(origin: string): Promise<string> {
  const username = `locked-${randomUUID().slice(0, 6)}`
  const admin = await callerOf(origin, 'admin')
  await admin.post('/api/access/accounts', {
    username,
    displayName: 'Lee Locked',
    email: '',
    roles: ['clerk'],
    firstPassword: `${randomUUID()}${randomUUID()}`,
  })
  for (let tries = 0; tries < 5; tries++)
    await fetch(`${origin}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: 'not the password' }),
    })
  return username
}
