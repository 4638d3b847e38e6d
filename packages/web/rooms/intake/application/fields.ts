import { msg } from '@lingui/core/macro'
import { choice, day, select, text, ticks, type ValuesOf, whole } from '../../../parts/form/index.ts'
import { yesNo } from '../parts/yes-no.ts'
import type { ApplicationPage } from '../queries.ts'
import { questionWords, type WorkLimit, weekdays, workLimits } from '../words.ts'

type Question = ApplicationPage['missing'][number]

/** The form as it is filled out (WAP-BOOK.2). */
export const fields = {
  employed: yesNo({ label: msg`Is the person employed?` }),
  employer: text({
    label: msg`Present or last place of employment`,
    hint: msg`"None" when there never was one.`,
    most: 200,
  }),
  occupation: text({ label: msg`Occupation`, most: 120 }),
  jobLoss: select({
    label: msg`Would weekday work cost the job?`,
    options: [
      { value: 'no', label: msg`No` },
      { value: 'claimed', label: msg`The person says so; not verified yet` },
      { value: 'verified', label: msg`Yes, verified` },
    ],
  }),
  jobLossNote: text({ label: msg`How it was verified`, most: 500 }),
  daysAvailable: ticks({
    label: questionWords.daysAvailable,
    options: weekdays.map((label, index) => ({ value: String(index + 1), label })),
  }),
  daysAWeek: whole({ label: questionWords.daysAWeek, least: 0, most: 7, unit: msg`days a week` }),
  hasLimits: yesNo({
    label: msg`Does a condition limit the person’s work?`,
    hint: msg`Limits, not the diagnosis: work sites see the limits.`,
  }),
  workLimits: ticks({
    label: msg`Limits`,
    options: (Object.keys(workLimits) as WorkLimit[]).map((value) => ({ value, label: workLimits[value] })),
  }),
  otherWorkLimits: text({ label: msg`Other limits`, most: 500 }),
  unableUntil: day({
    label: msg`Unable to work before`,
    hint: msg`For a temporary illness or injury: the start is postponed.`,
    years: 'near',
  }),
  diagnosis: select({
    label: msg`Doctor’s diagnosis that explains the limit`,
    options: [
      { value: 'brought', label: msg`Brought` },
      { value: 'asked-for', label: msg`Asked for, not brought yet` },
      { value: 'not-needed', label: msg`Not needed` },
    ],
  }),
  transport: select({
    label: questionWords.transport,
    options: [
      { value: 'own-vehicle', label: msg`Own car or motorcycle` },
      { value: 'ride', label: msg`Somebody drives` },
      { value: 'public-transit', label: msg`Bus or train` },
      { value: 'bicycle-or-walk', label: msg`Bicycle, or on foot` },
      { value: 'none', label: msg`Has no way to get there` },
    ],
  }),
  priorHistory: choice({
    label: msg`Was the person booked or fingerprinted in this county before?`,
    options: [
      { value: 'yes', label: msg`Yes` },
      { value: 'no', label: msg`No` },
      { value: 'not-sure', label: msg`Not sure` },
    ],
  }),
  refused: ticks({
    label: msg`Questions the person refuses to answer`,
    options: (Object.keys(questionWords) as Question[]).map((value) => ({
      value,
      label: questionWords[value],
    })),
  }),
}

export type Values = ValuesOf<typeof fields>
