import type { Temporal } from 'temporal-polyfill'
import type { Caller } from '../../demonstration/caller.ts'
import { signApplication } from '../../demonstration/case/application.ts'
import { assessFees } from '../../demonstration/case/fees.ts'
import { computeSentence, receive } from '../../demonstration/case/receive.ts'
import { makeContract } from '../../demonstration/case/schedule.ts'
import { answerScreening, decideScreening } from '../../demonstration/case/screening.ts'
import type { Case, Staff } from '../../demonstration/case/staff.ts'
import { openSite } from '../../demonstration/office-setup.ts'
import { madeUpPerson } from '../../demonstration/people.ts'
import { officeToday } from './office-day.ts'

/** A day of a contract that has come, with the mark the actors last saw. */
export interface MarkableDay {
  contractDayId: string
  version: number
}

/** What the actors fight over: few slots, few places, few statements. */
export interface World {
  today: Temporal.PlainDate
  /** Papers that were received while the actors work, and those laid out before. */
  cases: Case[]
  /** Accepted, with fees assessed: these are paid, waived and put to work. */
  accepted: Case[]
  slots: string[]
  places: { day: string; siteId: string }[]
  days: MarkableDay[]
  waivers: { waiverId: string; askedBy: string }[]
  /** Numbers the people that are opened, so that none is opened twice. */
  nextPerson: number
}

/** How much is laid out; the places are fewer than the accepted people want. */
export interface Extent {
  accepted: number
  worked: number
}

const sentence = 3
const tightSites = 2
const tightDays = 8
const contendedSlots = 4
/** Days the office is moved ahead so that the days of the first contracts have come. */
const daysAhead = 40
/** People of the load are numbered far from those of the demonstration. */
const firstNumber = 1000

/** Lays out an office for the actors, through the same routes that they will use. */
export async function layOut(staff: Staff, extent: Extent): Promise<World> {
  const began = await officeToday(staff.clerk)
  let number = firstNumber
  const worked: Case[] = []
  for (let n = 0; n < extent.worked; n++) worked.push(await acceptedCase(staff, number++, began))
  for (const one of worked) await makeContract(staff, one, began)
  await staff.clerk.post('/api/platform/demonstration-clock', { days: daysAhead })
  const today = began.add({ days: daysAhead })
  const accepted: Case[] = []
  for (let n = 0; n < extent.accepted; n++) accepted.push(await acceptedCase(staff, number++, today))
  return {
    today,
    cases: [],
    accepted,
    slots: await fewSlots(staff.clerk, today),
    places: await fewPlaces(staff, today),
    days: (await Promise.all(worked.map((one) => daysOf(staff.clerk, one)))).flat(),
    waivers: [],
    nextPerson: number,
  }
}

async function acceptedCase(staff: Staff, number: number, today: Temporal.PlainDate): Promise<Case> {
  const one = await receive(staff, madeUpPerson(number), today, { days: sentence, scanned: false })
  await computeSentence(staff, one)
  await signApplication(staff, one, today)
  await answerScreening(staff, one)
  await decideScreening(staff, one, { decision: 'admit', reason: 'Laid out for the load' })
  await assessFees(staff, one)
  return one
}

async function fewSlots(clerk: Caller, today: Temporal.PlainDate): Promise<string[]> {
  const { days } = await clerk.get<{ days: { slots: { startsAt: string }[] }[] }>(
    `/api/intake/slots?from=${today.add({ days: 1 })}&days=7`,
  )
  return days
    .flatMap(({ slots }) => slots)
    .slice(0, contendedSlots)
    .map(({ startsAt }) => startsAt)
}

async function fewPlaces(staff: Staff, today: Temporal.PlainDate): Promise<World['places']> {
  const places: World['places'] = []
  for (let n = 1; n <= tightSites; n++) {
    const siteId = await openSite(staff, tightSite(n), today)
    for (let day = 0; day < tightDays; day++)
      places.push({ siteId, day: today.add({ days: 10 + day }).toString() })
  }
  return places
}

function tightSite(number: number) {
  return {
    number,
    name: `Tight Site ${number} of ${Math.random().toString(36).slice(2, 8)}`,
    kind: 'city' as const,
    organization: 'City of Example',
    city: 'Martinez',
    zip: '94553',
    line1: `${number} Example Lane`,
    tasks: 'Raking',
    demands: 'Bending',
    cannotTake: [],
    reportAt: '08:00',
    places: [2, 2, 2, 2, 2, 2, 2],
  }
}

async function daysOf(clerk: Caller, one: Case): Promise<MarkableDay[]> {
  const { days } = await clerk.get<{ days: { id: string }[] }>(
    `/api/work-release/enrolments/${one.enrolmentId}/contract`,
  )
  return days.map(({ id }) => ({ contractDayId: id, version: 0 }))
}
