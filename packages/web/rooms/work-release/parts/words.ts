import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { paths } from '../../../api/schema.gen.ts'

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

/** A work site as the list shows it. */
export type ListedSite = Answer<'/api/work-release/sites'>['sites'][number]
/** Everything about one work site. */
export type SitePage = Answer<'/api/work-release/sites/{id}'>
/** A site on a day, with its places. */
export type SiteDay = Answer<'/api/work-release/sites/{id}/days'>['days'][number]
/** Everything that site and days are chosen from. */
export type SchedulePage = Answer<'/api/work-release/enrolments/{id}/schedule'>
/** A site in the order of the policy. */
export type RankedSite = SchedulePage['sites'][number]
/** The work contract and every version before. */
export type ContractPage = Answer<'/api/work-release/enrolments/{id}/contract'>
/** A week of a site in the list of rosters. */
export type ListedRoster = Answer<'/api/work-release/rosters'>['rosters'][number]
/** A week's roster of a site. */
export type Roster = Answer<'/api/work-release/rosters/{siteId}/{week}'>
/** A person on a roster, and one of their days. */
export type RosterPerson = Roster['people'][number]
export type RosterDay = RosterPerson['days'][number]
/** The site supervisor's own sheet. */
export type SiteSheet = Answer<'/api/work-release/site-sheet'>
/** Every mark a day has had. */
export type DayHistory = Answer<'/api/work-release/contract-days/{id}'>

/** How a day can be marked. */
export type Mark = NonNullable<RosterDay['mark']>
/** A work limit by its code. */
export type WorkLimit = RosterPerson['limits'][number]

/** Organisations a site may belong to (WAP-SITE.1), in words. */
export const kindNames: Record<ListedSite['kind'], MessageDescriptor> = {
  county: msg`County`,
  state: msg`State`,
  city: msg`City`,
  'non-profit': msg`Non-profit`,
}

/** Where a site's contract stands, in words. */
export const contractStates: Record<ListedSite['contractState'], MessageDescriptor> = {
  'in-force': msg`in force`,
  'not-begun': msg`not begun`,
  over: msg`over`,
  none: msg`none signed`,
}

/** What a person cannot do: limits, not diagnoses. */
export const limitNames: Record<WorkLimit, MessageDescriptor> = {
  'no-lifting': msg`No lifting`,
  'no-standing': msg`No long standing`,
  'no-walking': msg`No long walking`,
  'no-bending': msg`No bending`,
  'no-ladders': msg`No ladders or heights`,
  'no-heat': msg`No heat`,
  'no-dust': msg`No dust`,
  'no-machines': msg`No machines`,
}

/** How a day was marked, in words. */
export const markNames: Record<Mark, MessageDescriptor> = {
  worked: msg`worked`,
  'sent-home': msg`sent home`,
  absent: msg`absent, not judged yet`,
  'absent-excused': msg`absent, excused`,
  'absent-unexcused': msg`absent, not excused`,
  'stood-down': msg`stood down by the site`,
}

/** Why an absence was valid, in words. */
export const excuseNames = {
  sick: msg`sick`,
  'death-in-family': msg`death in the family`,
  other: msg`another verified reason`,
} satisfies Record<string, MessageDescriptor>

/** Why a site has the places it has on a day, where that is not its plan. */
export const closedNames: Record<Exclude<SiteDay['because'], 'plan' | 'other-number'>, MessageDescriptor> = {
  'no-plan': msg`no places`,
  holiday: msg`holiday`,
  closed: msg`closed`,
  'no-contract': msg`no contract`,
  'contract-over': msg`contract over`,
}

/** What has to be done next about a week's roster, in words. */
export const rosterStates: Record<ListedRoster['state'], MessageDescriptor> = {
  'to-send': msg`to be sent`,
  sent: msg`at the site`,
  'to-return': msg`not back yet`,
  'to-mark': msg`back, not all marked`,
  done: msg`done`,
}

/** How a roster goes to a site and comes back, in words. */
export const wayNames = {
  mail: msg`Mail`,
  email: msg`E-mail`,
  fax: msg`Fax`,
  'by-hand': msg`By hand`,
  phone: msg`Telephone`,
  'site-sheet': msg`The site’s own sheet`,
} satisfies Record<string, MessageDescriptor>

/** Where what is asked of the office about this room stands in the cache. */
export const workKey = {
  sites: ['work', 'sites'] as const,
  site: (id: string) => ['work', 'site', id] as const,
  holidays: ['work', 'holidays'] as const,
  schedule: (id: string) => ['work', 'schedule', id] as const,
  contract: (id: string) => ['work', 'contract', id] as const,
  rosters: ['work', 'rosters'] as const,
  roster: (siteId: string, week: string) => ['work', 'roster', siteId, week] as const,
  siteSheet: ['work', 'site-sheet'] as const,
}

/** Days of the week, Monday first, as a form offers them. */
export const weekdayOptions = [
  { value: '1', label: msg`Mondays` },
  { value: '2', label: msg`Tuesdays` },
  { value: '3', label: msg`Wednesdays` },
  { value: '4', label: msg`Thursdays` },
  { value: '5', label: msg`Fridays` },
  { value: '6', label: msg`Saturdays` },
  { value: '7', label: msg`Sundays` },
] as const
