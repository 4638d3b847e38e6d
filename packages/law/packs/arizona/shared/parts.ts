import type { DeadlineDefinition } from '../../../deadlines/types.ts'
import type { Never } from '../../../pack.types.ts'
import type { SentenceRules } from '../../../sentence/serving.types.ts'
import { offences } from './facts.ts'

/** H.2: counted from the last meeting. */
export const committeeMeeting: DeadlineDefinition = {
  name: 'committee-meeting',
  clause: 'ARS-H.2',
  own: false,
  parameter: 'committeeMonths',
  weekdays: [],
  warnParameter: 'committeeWarnDays',
  textCode: 'committee.meeting',
}

/** H.3. */
export const neverPaid: Never = { clause: 'ARS-H.3', textCode: 'ars.never.committeePaid' }

/** Served as confinement in jail: by the calendar, back to jail when it ends early. */
export const served: SentenceRules = {
  events: ['placed', 'returned', 'withdrawn'],
  counts: 'calendar-days',
  jailFirst: null,
  goodTime: false,
  stepDown: null,
}

const share = offences.filter((offence) => offence !== 'other' && offence !== '28-1381-I')

/** M.2, M.3. */
export const servedAfterJail: SentenceRules = {
  ...served,
  jailFirst: {
    rules: [
      { clause: 'ARS-M.2', offences: ['28-1381-I'], kind: 'days', parameter: 'jailDaysFirst' },
      { clause: 'ARS-M.3', offences: share, kind: 'share', parameter: 'jailSharePercent' },
    ],
    shareOfParameter: 'jailShareOf',
    creditParameter: 'jailCredit',
  },
}
