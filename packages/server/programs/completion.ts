import type { Temporal } from 'temporal-polyfill'
import { dayInWords } from '../platform/words.ts'

/** What completion is decided from. */
export interface CompletionFacts {
  worksheet: {
    kind: 'worksheet' | 'cannot-compute'
    adjustedDays: number | null
    readingAsked: boolean
  } | null
  /** How the sentence is served at home; null: it is served by work. */
  atHome?: {
    placedOn: Temporal.PlainDate | null
    lastDay: Temporal.PlainDate | null
    isOver: boolean
    worn: readonly string[]
  } | null
  /** Days of the contract with what became of each; `open`: nothing is reported. */
  days: readonly { day: Temporal.PlainDate; standing: string; credited: number }[]
}

/** One thing that is missing for completion (WAP-P6.4). */
export type MissingForCompletion =
  | { kind: 'no-worksheet' }
  | { kind: 'reading-asked' }
  | { kind: 'no-contract' }
  | { kind: 'days-open'; days: readonly Temporal.PlainDate[] }
  | { kind: 'days-short'; credited: number; adjusted: number }
  | { kind: 'not-placed' }
  | { kind: 'sentence-runs'; lastDay: Temporal.PlainDate }
  | { kind: 'unit-worn'; serials: readonly string[] }

/**
 * What is missing until an enrolment is complete: every day of the contract is reported, and as many days are
 * credited as the adjusted sentence has (WAP-P6.4, CRED.1). A missed day that other days made good does not
 * count against it. At home the last day of the sentence has come and no unit is worn any more (own). Empty: it is
 * complete.
 */
export function missingForCompletion({ worksheet, days, atHome }: CompletionFacts): MissingForCompletion[] {
  if (!worksheet || worksheet.adjustedDays === null) return [{ kind: 'no-worksheet' }]
  const missing: MissingForCompletion[] = []
  if (worksheet.readingAsked) missing.push({ kind: 'reading-asked' })
  if (atHome) return [...missing, ...missingAtHome(atHome, worksheet.adjustedDays)]
  if (days.length === 0 && worksheet.adjustedDays > 0) missing.push({ kind: 'no-contract' })
  const open = days.filter((day) => day.standing === 'open').map(({ day }) => day)
  if (open.length > 0) missing.push({ kind: 'days-open', days: open })
  const credited = days.reduce((sum, day) => sum + day.credited, 0)
  if (days.length > 0 && credited < worksheet.adjustedDays)
    missing.push({ kind: 'days-short', credited, adjusted: worksheet.adjustedDays })
  return missing
}

function missingAtHome(
  atHome: NonNullable<CompletionFacts['atHome']>,
  adjustedDays: number,
): MissingForCompletion[] {
  const missing: MissingForCompletion[] = []
  // Where nothing was left to serve nobody is put on a unit: that is complete without.
  if (atHome.placedOn === null && adjustedDays > 0) missing.push({ kind: 'not-placed' })
  if (!atHome.isOver && atHome.lastDay) missing.push({ kind: 'sentence-runs', lastDay: atHome.lastDay })
  if (atHome.worn.length > 0) missing.push({ kind: 'unit-worn', serials: atHome.worn })
  return missing
}

/** What is missing, as a sentence for the person at the desk. */
export function missingInWords(missing: MissingForCompletion): string {
  switch (missing.kind) {
    case 'no-worksheet':
      return 'There is no computed worksheet, so nobody knows how many days are owed (WAP-SENT.4).'
    case 'reading-asked':
      return 'An officer has not chosen how a commitment received while active is counted (WAP-SENT.6).'
    case 'no-contract':
      return 'There is no work schedule contract yet (WAP-BOOK.5).'
    case 'days-open':
      return `Attendance is not recorded for ${someDays(missing.days)} (WAP-P6.3).`
    case 'days-short':
      return `${missing.credited} of ${missing.adjusted} days are credited; ${missing.adjusted - missing.credited} must still be worked (WAP-CRED.1).`
    case 'not-placed':
      return 'No unit was ever put on, so nothing was served at home (EMP-0.1).'
    case 'sentence-runs':
      return `The sentence runs until ${dayInWords(missing.lastDay)}. It is completed on that day or later.`
    case 'unit-worn':
      return `The person still wears ${missing.serials.join(', ')}. Take it off first.`
  }
}

/** As many days as one reads; the page of the contract has them all. */
const mostNamed = 5

function someDays(days: readonly Temporal.PlainDate[]): string {
  const named = days.slice(0, mostNamed).map(dayInWords).join('; ')
  return days.length > mostNamed ? `${named}; and ${days.length - mostNamed} more` : named
}
