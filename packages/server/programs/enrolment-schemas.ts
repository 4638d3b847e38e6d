import { z } from 'zod'
import { day, id, instant } from '../platform/schemas.ts'
import { goodTimeShown } from './good-time/good-time-schema.ts'
import { returnReasons } from './return-reasons.ts'
import { homeZones } from './served-at-home.ts'
import { enrolmentStates, stepKinds } from './steps.ts'
import { casePages, nextKinds } from './what-is-next.ts'

/** A person as the head of a page names them. `age`: in whole years, today. */
export const personShown = z.object({
  id,
  familyName: z.string(),
  givenNames: z.string(),
  suffix: z.string(),
  birthDate: day.nullable(),
  age: z.int().nullable(),
})

/** A commitment as an enrolment shows it: the sentence as the paper states it, null where it is silent. */
export const commitmentShown = z.object({
  id,
  docket: z.string(),
  courtName: z.string(),
  receivedOn: day,
  sentencedOn: day.nullable(),
  years: z.int().nullable(),
  months: z.int().nullable(),
  days: z.int().nullable(),
  creditDays: z.int().nullable(),
  goodTimeDays: z.int().nullable(),
  startsOn: day.nullable(),
  relation: z.enum(['concurrent', 'consecutive', 'unstated']),
  isModification: z.boolean().nullable(),
  modifies: id.nullable(),
  outcome: z.enum(['accepted', 'accepted-pending-original', 'refused', 'incomplete']),
  requestOpen: z.boolean(),
})

export const worksheetShown = z.object({
  id,
  number: z.int(),
  kind: z.enum(['worksheet', 'cannot-compute']),
  computedOn: day,
  adjustedDays: z.int().nullable(),
  releaseDay: day.nullable(),
  /** The readings of WAP-SENT.6 differ and no officer has chosen. */
  readingAsked: z.boolean(),
})

/** The contract's days so far; null before there is one. `lostDays`: missed, and none put in their place. */
export const progressShown = z.object({
  days: z.int(),
  creditedDays: z.int(),
  openDays: z.int(),
  lostDays: z.int(),
  firstDay: day.nullable(),
  lastDay: day.nullable(),
})

export const stepShown = z.object({
  kind: z.enum(stepKinds),
  onDay: day,
  at: instant,
  byName: z.string().nullable(),
  note: z.string(),
  /** Why a case went back to court, and the papers that were made of it. */
  returned: z
    .object({ reason: z.enum(returnReasons), courtDocument: id, bureauDocument: id.nullable() })
    .nullable(),
})

/** Everything the head and the overview of an enrolment show. */
export const enrolmentDetail = z.object({
  id,
  number: z.string(),
  program: z.object({
    pack: z.string(),
    name: z.string(),
    version: z.string(),
    served: z.enum(['by-work', 'at-home']),
  }),
  person: personShown,
  state: z.enum(enrolmentStates),
  since: day,
  openedOn: day,
  version: z.int(),
  commitments: z.array(commitmentShown),
  /** Papers of the person that are in no enrolment. */
  waiting: z.array(commitmentShown),
  worksheet: worksheetShown.nullable(),
  progress: progressShown.nullable(),
  /** Served at home; null for another program. */
  atHome: z
    .object({
      placedOn: day.nullable(),
      servedDays: z.int(),
      /** Serial numbers of the units that are still worn. */
      worn: z.array(z.string()),
      /** The person serves at home now, and nothing follows them: no unit is worn. */
      isUnfollowed: z.boolean(),
      homeZone: z.enum(homeZones),
      /** A unit is worn while the sentence is served, and no home zone is in force: leaving home raises no alarm. */
      isHomeUnwatched: z.boolean(),
    })
    .nullable(),
  /** Adjusted sentence less days credited or served, never below zero; null without a worksheet. */
  daysLeft: z.int().nullable(),
  /** Good time and what was lost of it (SCC-2.D); null where the program knows none. */
  goodTime: goodTimeShown.nullable(),
  fees: z.enum(['not-assessed', 'owed', 'settled']),
  steps: z.array(stepShown),
  path: z.array(z.object({ page: z.enum(casePages), state: z.enum(['done', 'now', 'later']) })),
  next: z.object({ kind: z.enum(nextKinds), commitment: id.nullable() }),
})

export type EnrolmentDetail = z.output<typeof enrolmentDetail>
