import { msg } from '@lingui/core/macro'
import { area, choice, day, rows, text, ticks, type ValuesOf } from '../../../parts/form/index.ts'
import { limitNames, type SchedulePage, type WorkLimit, weekdayOptions } from '../parts/words.ts'

export type Asked = SchedulePage['circumstances']['asked']
type Exception = Asked['exceptions'][number]

const limits = Object.entries(limitNames).map(([value, label]) => ({ value: value as WorkLimit, label }))

const verified = [
  { value: 'no', label: msg`No` },
  { value: 'claimed', label: msg`Stated, not verified` },
  { value: 'verified', label: msg`Verified` },
] as const

/** What is asked of a person for the choice of site and days. Not answered is "not asked", never "no". */
export const askedFields = {
  employed: choice({
    label: msg`Is the person employed?`,
    options: [
      { value: 'yes', label: msg`Yes` },
      { value: 'no', label: msg`No` },
    ],
  }),
  hasLimits: choice({
    label: msg`Does anything limit their work?`,
    options: [
      { value: 'none', label: msg`Nothing` },
      { value: 'some', label: msg`Yes, these limits` },
    ],
  }),
  limits: ticks({ label: msg`Work limits`, options: limits }),
  availableWeekdays: ticks({
    label: msg`Days of the week on which they can come`,
    options: weekdayOptions,
    hint: msg`None ticked: any day.`,
  }),
  unavailableDays: rows({
    label: msg`Days on which they cannot come`,
    add: msg`Add a day`,
    row: msg`Day`,
    of: { day: day({ label: msg`Day`, required: true, earliest: 'today' }) },
  }),
  jobLoss: choice({ label: msg`Would they lose the job by working on weekdays?`, options: verified }),
  jobLossHow: text({ label: msg`How it was verified`, most: 300 }),
  jobLossWeekdays: ticks({
    label: msg`Days on which they can work without losing it`,
    options: weekdayOptions,
  }),
  medical: choice({ label: msg`Is there a medical problem that changes their days?`, options: verified }),
  medicalHow: text({ label: msg`How the medical problem was verified`, most: 300 }),
  medicalWeekdays: ticks({ label: msg`Days on which they can work with it`, options: weekdayOptions }),
  notBefore: day({
    label: msg`Start postponed until`,
    hint: msg`For a temporary illness or injury.`,
    earliest: 'today',
  }),
  notBeforeReason: area({ label: msg`Why it is postponed`, most: 300, lines: 2 }),
}

type Values = ValuesOf<typeof askedFields>

/** What is on record, as the form opens it. */
export function askedRecord(asked: Asked): Values {
  const of = (kind: Exception['kind']) => asked.exceptions.find((exception) => exception.kind === kind)
  const [job, medical] = [of('job-loss'), of('medical')]
  const stated = (one: Exception | undefined) => (one ? (one.verified ? 'verified' : 'claimed') : null)
  const days = (list: readonly number[] | null | undefined) =>
    (list ?? []).map(String) as Values['availableWeekdays']
  return {
    employed: asked.employed === null ? null : asked.employed ? 'yes' : 'no',
    hasLimits: asked.limits === null ? null : asked.limits.length === 0 ? 'none' : 'some',
    limits: asked.limits ?? [],
    availableWeekdays: days(asked.availableWeekdays),
    unavailableDays: asked.unavailableDays.map((day) => ({ day })),
    jobLoss: stated(job),
    jobLossHow: job?.verification ?? '',
    jobLossWeekdays: days(job?.weekdays),
    medical: stated(medical),
    medicalHow: medical?.verification ?? '',
    medicalWeekdays: days(medical?.weekdays),
    notBefore: asked.notBefore,
    notBeforeReason: asked.notBeforeReason ?? '',
  }
}

/** The form as the office takes it; what was asked about single sites stays. */
export function askedBody(values: Values, reach: Asked['reach']): Asked {
  const numbers = (days: readonly string[]) => days.map(Number) as Exception['weekdays']
  const exceptions: Exception[] = [
    ...exception('job-loss', values.jobLoss, values.jobLossHow, numbers(values.jobLossWeekdays)),
    ...exception('medical', values.medical, values.medicalHow, numbers(values.medicalWeekdays)),
  ]
  return {
    employed: values.employed === null ? null : values.employed === 'yes',
    limits: values.hasLimits === null ? null : values.hasLimits === 'none' ? [] : values.limits,
    availableWeekdays: values.availableWeekdays.length === 0 ? null : numbers(values.availableWeekdays),
    unavailableDays: values.unavailableDays.map(({ day }) => day),
    exceptions,
    notBefore: values.notBefore,
    notBeforeReason: values.notBefore === null ? '' : values.notBeforeReason,
    reach,
  }
}

function exception(
  kind: Exception['kind'],
  stated: 'no' | 'claimed' | 'verified' | null,
  verification: string,
  weekdays: Exception['weekdays'],
): Exception[] {
  if (stated !== 'claimed' && stated !== 'verified') return []
  const isVerified = stated === 'verified'
  return [
    { kind, verified: isVerified, verification: isVerified ? verification : '', weekdays, daysAWeek: null },
  ]
}
