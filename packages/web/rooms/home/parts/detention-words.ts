import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { paths } from '../../../api/schema.gen.ts'
import type { Tone } from '../../../parts/status/status.tsx'

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

/** Somebody in home detention as the list shows them, and the places of each program. */
export type ListedDetention = Answer<'/api/home/detentions'>['people'][number]
export type ProgramPlaces = Answer<'/api/home/detentions'>['places'][number]
/** Where somebody in home detention stands. */
export type DetentionPage = Answer<'/api/home/enrolments/{id}/detention'>
/** What binds somebody. */
export type TermsPage = Answer<'/api/home/enrolments/{id}/terms'>
export type Condition = TermsPage['conditions'][number]
export type Place = TermsPage['places'][number]
export type Contract = TermsPage['contracts'][number]
/** The evaluation of a home. */
export type EvaluationPage = Answer<'/api/home/enrolments/{id}/evaluation'>
export type Evaluation = NonNullable<EvaluationPage['evaluation']>
export type Adult = EvaluationPage['adults'][number]
export type Deputy = Answer<'/api/home/deputies'>['deputies'][number]

/** Where what is asked of the office about these pages stands in the cache. */
export const detentionKey = {
  all: ['home', 'detention'] as const,
  list: ['home', 'detention', 'list'] as const,
  one: (id: string) => ['home', 'detention', 'one', id] as const,
  terms: (id: string) => ['home', 'detention', 'terms', id] as const,
  evaluation: (id: string) => ['home', 'detention', 'evaluation', id] as const,
  deputies: ['home', 'detention', 'deputies'] as const,
}

/** Where somebody stands with a place in the program, in words. */
export const slotNames: Record<ListedDetention['slot'], MessageDescriptor> = {
  none: msg`none`,
  waiting: msg`waits for one`,
  held: msg`held`,
}

export const slotTones: Record<ListedDetention['slot'], Tone> = {
  none: 'plain',
  waiting: 'waiting',
  held: 'settled',
}

/** Where the evaluation of a home stands, in words. */
export const evaluationNames: Record<ListedDetention['evaluation'], MessageDescriptor> = {
  none: msg`no home entered`,
  open: msg`to be evaluated`,
  accepted: msg`accepted`,
  refused: msg`refused`,
}

export const evaluationTones: Record<ListedDetention['evaluation'], Tone> = {
  none: 'plain',
  open: 'now',
  accepted: 'settled',
  refused: 'over',
}

/** Why a home is evaluated, in words. */
export const openedNames: Record<Evaluation['openedBecause'], MessageDescriptor> = {
  first: msg`the address was entered`,
  'new-adult': msg`an adult has moved in`,
  'consent-withdrawn': msg`a consent was withdrawn`,
  'new-address': msg`the person has a new address`,
  other: msg`an officer asked for it`,
}

/** What a condition limits, in words. */
export const conditionNames: Record<Condition['kind'], MessageDescriptor> = {
  location: msg`Places`,
  activity: msg`Activities`,
  communication: msg`Communications`,
  testing: msg`Tests`,
  treatment: msg`Treatment`,
  search: msg`Search and seizure`,
  other: msg`Something else`,
}

/** How a condition is supervised, in words. */
export const supervisionNames: Record<Condition['supervisedBy'], MessageDescriptor> = {
  monitoring: msg`by monitoring`,
  visits: msg`by visits to home and work`,
  'office-contacts': msg`in office contacts`,
  tests: msg`by tests`,
  reports: msg`by reports of others`,
}

/** What a place is to the person, in words. */
export const placeNames: Record<Place['kind'], MessageDescriptor> = {
  home: msg`Home`,
  work: msg`Work`,
  school: msg`School`,
  family: msg`Family`,
  treatment: msg`Counseling or treatment`,
  service: msg`Community service`,
  medical: msg`Medical`,
  court: msg`Court`,
  other: msg`Another place`,
}

/** The questions of a visit, in the words of EMP-3.3, and what each criterion says once it is met. */
export const criterionNames: Record<EvaluationPage['criteria'][number]['code'], MessageDescriptor> = {
  'in-area': msg`The home is in the area of the program`,
  acceptable: msg`The residence is acceptable`,
  accessible: msg`Staff can get to it`,
  electricity: msg`There is electricity`,
  cooperation: msg`All who live there cooperate fully`,
  consents: msg`Each adult has signed the consent to search`,
  rules: msg`Each adult agrees to the rules`,
}
