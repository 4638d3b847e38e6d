import { degreesFrom, FORBIDDEN_RADIUS } from '@inlieu/simulator'
import type { Temporal } from 'temporal-polyfill'
import type { Caller } from '../caller.ts'
import type { Case } from '../case/staff.ts'
import { hoursAtHome } from './hours.ts'
import type { Participant } from './participants.ts'

interface By {
  deputy: Caller
  /** The deputy who is to supervise. */
  deputyId: string
  /** The home was visited before the person was admitted. */
  isVisited: boolean
}

/**
 * What has to be there before a unit is put on (EMP-4.3): the home visited and accepted, a place of the program, a
 * named deputy, what binds, the signed contract. Then the zones and hours, which bind as soon as a unit is worn.
 */
export async function prepareHome(
  who: Participant,
  one: Case,
  { deputy, deputyId, isVisited }: By,
  today: Temporal.PlainDate,
): Promise<void> {
  const path = `/api/home/enrolments/${one.enrolmentId}`
  const home = isVisited ? await homeOf(path, deputy) : await visitHome(who, one, deputy, today)
  if (who.stage === 'to-evaluate') return
  await deputy.post(`${path}/slot/give`, {})
  await deputy.post(`${path}/deputy`, { accountId: deputyId })
  await deputy.post(`${path}/absence-kinds`, {
    version: 0,
    kinds: ['work', 'job-search', 'school', 'family', 'medical', 'counseling', 'court-approved'],
    why: 'By the terms of the sentence.',
  })
  if (who.number % 4 === 1) await setCondition(path, one, deputy, today.toString())
  const { id } = await deputy.post<{ id: string }>(`${path}/contract`, {})
  await deputy.post(`/api/home/contracts/${id}/signed`, { signedOn: today.toString(), paperId: null })
  await drawZones(who, path, deputy, home)
}

/** Places, the other adult, what a visit found and the decision on it. @returns the id of the home */
export async function visitHome(
  who: Participant,
  one: Case,
  deputy: Caller,
  today: Temporal.PlainDate,
): Promise<string> {
  const path = `/api/home/enrolments/${one.enrolmentId}`
  const home = await approvePlaces(who, path, deputy)
  if (who.number % 3 === 0) await recordAdult(who, path, deputy, today.toString())
  if (who.stage !== 'to-evaluate') await evaluate(who, path, deputy, today.toString())
  return home
}

async function homeOf(path: string, deputy: Caller): Promise<string> {
  const { home } = await deputy.get<{ home: { id: string } }>(`${path}/evaluation`)
  return home.id
}

/** @returns the id of the home */
async function approvePlaces(who: Participant, path: string, deputy: Caller): Promise<string> {
  const { person } = who
  const approve = (place: Record<string, unknown>) => deputy.post<{ id: string }>(`${path}/places`, place)
  const { id } = await approve({
    kind: 'home',
    name: 'Home',
    address: `${person.line1}, ${person.city}, CA ${person.zip}`,
    ...who.home,
  })
  const work = degreesFrom(who.home, who.work)
  await approve(
    person.employed
      ? { kind: 'work', name: 'Example Bakery', address: `${10 + who.number} Sample Street`, ...work }
      : { kind: 'school', name: 'Example Community College', address: '1 Sample Parkway', ...work },
  )
  return id
}

/** Somebody else lives there, and has signed (EMP-3.3d). */
async function recordAdult(who: Participant, path: string, deputy: Caller, today: string): Promise<void> {
  const { id } = await deputy.post<{ id: string }>(`${path}/adults`, {
    name: `Housemate ${who.person.familyName}`,
    relation: who.number % 2 === 0 ? 'Mother' : 'Spouse',
    livingSince: null,
  })
  await deputy.post(`/api/home/adults/${id}/consent`, {
    version: 1,
    consentOn: today,
    rulesOn: today,
    paperId: null,
  })
}

async function evaluate(who: Participant, path: string, deputy: Caller, today: string): Promise<void> {
  const yes = true
  await deputy.post(`${path}/evaluation`, {
    version: 1,
    visitedOn: today,
    adultsCounted: who.number % 3 === 0 ? 1 : 0,
    answers: { 'in-area': yes, acceptable: yes, accessible: yes, electricity: yes, cooperation: yes },
    note: '',
  })
  await deputy.post(`${path}/evaluation/decide`, {
    version: 2,
    outcome: 'accepted',
    reason: 'Visited; every criterion is met.',
  })
}

async function setCondition(path: string, one: Case, deputy: Caller, today: string): Promise<void> {
  await deputy.post(`${path}/conditions`, {
    kind: 'location',
    content: 'Stays away from the place named in the protective order.',
    commitmentId: one.commitmentId,
    orderReference: `Order of the court, ${one.person.docket}`,
    orderedOn: today,
    supervisedBy: 'monitoring',
    fromDay: today,
  })
}

/** The home with its hours, and the place that the person has to stay away from. */
async function drawZones(who: Participant, path: string, deputy: Caller, placeId: string): Promise<void> {
  const draw = async (zone: {
    name: string
    rule: string
    center: { lat: number; lon: number }
    radius: number
    placeId: string | null
    why: string
  }) => {
    const { center, radius, ...rest } = zone
    const area = { kind: 'circle', center: [center.lon, center.lat], radius }
    return (await deputy.post<{ id: string }>(`${path}/zones`, { ...rest, area })).id
  }
  const zone = await draw({
    name: 'Home',
    rule: 'inclusion',
    center: who.home,
    radius: hoursAtHome.radius,
    placeId,
    why: 'The residence that was visited.',
  })
  await draw({
    name: 'Stay away',
    rule: 'exclusion',
    center: degreesFrom(who.home, who.forbidden),
    radius: FORBIDDEN_RADIUS,
    placeId: null,
    why: 'Protective order (made up).',
  })
  await deputy.post(`${path}/schedule`, {
    version: 0,
    weekly: [
      {
        zone,
        days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
        from: hoursAtHome.from,
        to: hoursAtHome.to,
      },
    ],
    why: 'At home from evening to morning; out for work by day (EMP-1.2).',
  })
}
