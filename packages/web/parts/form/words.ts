import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { dayOfRecord } from '../day/format.ts'
import type { FieldTrouble } from './fields.ts'
import { writeMoney } from './read/money.ts'

/** Says why a field cannot be read, and what to do about it. */
export function useFieldWords(): (trouble: FieldTrouble) => string {
  const { t, i18n } = useLingui()
  const date = (value: string): string => dayOfRecord(value, i18n.locale)
  const megabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024)
  return (trouble) => {
    switch (trouble.code) {
      case 'missing':
        return t`This is needed.`
      case 'too-long':
        return t`This is ${trouble.now} characters long; at most ${trouble.most} are kept. Shorten it.`
      case 'not-a-day':
        return t`Type a day as month, day, year: 03/02/2026.`
      case 'no-such-month':
        return t`There are twelve months. The month comes first: 03/02/2026 is March 2.`
      case 'no-such-day':
        return t`There is no such day: that month has ${trouble.lastDay} days.`
      case 'day-out-of-range':
        return t`Type a day between 1900 and 2199.`
      case 'day-too-early':
        return t`This cannot be before ${date(trouble.earliest)}.`
      case 'day-too-late':
        return t`This cannot be after ${date(trouble.latest)}.`
      case 'not-a-time':
        return t`Type a time of day: 4:10 p.m. or 16:10.`
      case 'time-needs-half':
        return t`Morning or afternoon? Add a.m. or p.m.`
      case 'not-money':
        return t`Type dollars and cents in digits: 1,234.50.`
      case 'part-of-a-cent':
        return t`Type at most two digits after the point.`
      case 'too-much-money':
        return t`This is more than a hundred million dollars. Check the amount.`
      case 'not-whole':
        return t`Type a whole number in digits.`
      case 'too-small':
        return t`This cannot be less than ${trouble.least}.`
      case 'too-large':
        return t`This cannot be more than ${trouble.most}.`
      case 'less-money':
        return t`This cannot be less than $${writeMoney(trouble.leastCents)}.`
      case 'more-money':
        return t`This cannot be more than $${writeMoney(trouble.mostCents)}.`
      case 'not-offered':
        return t`Choose one of the list.`
      case 'file-too-large':
        return t`The file is larger than ${megabytes(trouble.mostBytes)} MB. Scan it in black and white, or in parts.`
      case 'wrong-kind-of-file':
        return t`The file is not a PDF, JPEG or PNG, whatever its name says. Scan it again.`
      case 'too-few-rows':
        return plural(trouble.least, { one: 'Fill in at least one.', other: 'Fill in at least #.' })
    }
  }
}
