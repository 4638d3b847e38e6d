import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { paths } from '../../../api/schema.gen.ts'
import type { Tone } from '../../../parts/status/status.tsx'

/** As the client gives it: it takes every list for one of any length, a corner of two numbers too. */
type Read<T> = T extends readonly (infer E)[]
  ? Read<E>[]
  : T extends object
    ? { [Name in keyof T]: Read<T[Name]> }
    : T

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Read<Body>
  : never

/** Where one person may and may not be. */
export type ZonesPage = Answer<'/api/home/enrolments/{id}/zones'>
export type Zone = ZonesPage['zones'][number]
export type ZoneException = ZonesPage['exceptions'][number]
/** The drawings of one zone. */
export type ZoneHistory = Answer<'/api/home/zones/{id}'>
/** The hours of a person's zones. */
export type HoursPage = Answer<'/api/home/enrolments/{id}/schedule'>
export type WeeklyHours = HoursPage['weekly'][number]
/** A leave as the list shows it, and whole. */
export type ListedLeave = Answer<'/api/home/leave'>['leave'][number]
export type LeavePage = Answer<'/api/home/leave/{id}'>
/** Zones drawn once for many. */
export type ListedSet = Answer<'/api/home/zone-sets'>['sets'][number]
export type SetPage = Answer<'/api/home/zone-sets/{id}'>

type Tryable = paths['/api/monitoring/enrolments/{id}/what-if']['post']
/** A change before it is saved, and what it would have done. */
export type Proposal = Tryable['requestBody']['content']['application/json']['proposed']
type TriedChange = Read<Tryable['responses']['200']['content']['application/json']>

type TryableSet = paths['/api/monitoring/zone-sets/{id}/what-if']['post']
/** A change of a set, or of whom it binds, before it is saved, and what it would have done to all of them. */
export type SetProposal = TryableSet['requestBody']['content']['application/json']['proposed']
type TriedSet = Read<TryableSet['responses']['200']['content']['application/json']>

type TriedAlarm = TriedChange['alarms'][number] & Partial<Pick<TriedSet['alarms'][number], 'person'>>
/** What stands out about where a zone lies. */
export type Remark = TriedChange['remarks'][number]
/** The same of a zone of a set, with its name. */
export type RemarkOfSet = TriedSet['remarks'][number]
/** An exception that ends when the zone is saved as it was tried. */
export type EndedException = TriedChange['exceptionsEnded'][number]
/** Of one person; of many with how many they are, and whose each alarm is. */
export type Tried = Omit<TriedChange, 'alarms' | 'remarks' | 'exceptionsEnded'> &
  Partial<Pick<TriedSet, 'people' | 'triedOn' | 'near'> & Pick<TriedChange, 'exceptionsEnded'>> & {
    alarms: TriedAlarm[]
    remarks: readonly (Remark | RemarkOfSet)[]
  }

/** Where a zone is, as the office takes it. */
export type Area = Extract<Proposal, { kind: 'zone' }>['zone']['area']
export type Severity = NonNullable<Zone['severity']>
export type Weekday = WeeklyHours['days'][number]

/** An area as the office answered it: its corners are pairs. */
export const asArea = (area: Read<Area>): Area => area as Area

export const homeKey = {
  zones: (enrolmentId: string) => ['home', 'zones', enrolmentId] as const,
  zone: (id: string) => ['home', 'zone', id] as const,
  hours: (enrolmentId: string) => ['home', 'hours', enrolmentId] as const,
  leave: ['home', 'leave'] as const,
  sets: ['home', 'sets'] as const,
}

export const ruleNames: Record<Zone['rule'], MessageDescriptor> = {
  inclusion: msg`must be inside`,
  exclusion: msg`must stay out`,
}

/** How the schedule stands to a zone, in words. */
export const standingNames: Record<Zone['standing'], MessageDescriptor> = {
  always: msg`at all hours`,
  scheduled: msg`in its hours`,
  never: msg`never: the schedule names other zones only`,
}

export const standingTones: Record<Zone['standing'], Tone> = {
  always: 'settled',
  scheduled: 'settled',
  never: 'now',
}

export const severityNames: Record<Severity, MessageDescriptor> = {
  critical: msg`critical`,
  high: msg`high`,
  medium: msg`medium`,
  low: msg`low`,
}

/** The absences that can be approved, in the words of EMP-1.2. */
export const leaveKindNames: Record<ListedLeave['kind'], MessageDescriptor> = {
  work: msg`Work`,
  'job-search': msg`Looking for work`,
  school: msg`School`,
  family: msg`Family obligation`,
  counseling: msg`Counseling at an approved program`,
  treatment: msg`Alcohol or drug class`,
  'community-service': msg`Community service`,
  medical: msg`Medical appointment`,
  'court-approved': msg`Other court-approved activity`,
}

export const leaveStateNames: Record<ListedLeave['state'], MessageDescriptor> = {
  asked: msg`waits for a decision`,
  granted: msg`granted`,
  denied: msg`denied`,
  'taken-back': msg`taken back`,
  ended: msg`ended early`,
  over: msg`over`,
}

export const leaveStateTones: Record<ListedLeave['state'], Tone> = {
  asked: 'waiting',
  granted: 'settled',
  denied: 'over',
  'taken-back': 'over',
  ended: 'over',
  over: 'plain',
}

/** The coded reasons of a decision. */
export const codeNames: Record<NonNullable<ListedLeave['code']>, MessageDescriptor> = {
  confirmed: msg`Confirmed with the place`,
  regular: msg`Belongs to the approved week`,
  'court-ordered': msg`Ordered by the court`,
  emergency: msg`An emergency`,
  'not-confirmed': msg`Could not be confirmed`,
  'place-not-approved': msg`The place is not approved`,
  'asked-too-late': msg`Asked too late`,
  'court-hours': msg`Hours at home that the court ordered`,
  conduct: msg`Conduct in the program`,
  'not-needed': msg`Can be done without leaving home`,
  other: msg`Another reason, told below`,
}

export const endCodeNames: Record<NonNullable<LeavePage['ended']>['code'], MessageDescriptor> = {
  'taken-back': msg`No longer needed`,
  changed: msg`Day, time or place changed`,
  conduct: msg`Conduct in the program`,
  'granted-in-error': msg`Granted in error`,
  other: msg`Another reason, told below`,
}

export const reachNames: Record<SetPage['uses'][number]['reach'], MessageDescriptor> = {
  everyone: msg`everyone who wears a unit`,
  program: msg`everyone in a program`,
  person: msg`one person`,
}

/** Monday first, as the hours of a week are kept. */
export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

export const dayNames: Record<Weekday, MessageDescriptor> = {
  mon: msg`Monday`,
  tue: msg`Tuesday`,
  wed: msg`Wednesday`,
  thu: msg`Thursday`,
  fri: msg`Friday`,
  sat: msg`Saturday`,
  sun: msg`Sunday`,
}
