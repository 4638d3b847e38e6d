import type { Pack } from '../pack.types.ts'
import { accept } from '../schema/check.ts'
import { object, orNull, yesNo } from '../schema/schema.ts'
import type { BookingField, IntakeItem, IntakeSituation, IntakeWhen } from './types.ts'

const situationSchema = object({
  alphaHistory: orNull(yesNo('Does the person have an alpha history?')),
  printsOnFile: orNull(yesNo('Are fingerprints on file?')),
  thumbPrintsTaken: orNull(yesNo('Have both thumb prints been taken before?')),
})

/**
 * What is done at the booking interview, in the policy's order (WAP-BOOK.5), with prints and history
 * (WAP-P2) where they fall. What depends on something nobody has looked at yet is `ask`, never `no`.
 *
 * No units. Throws `LawInputError` for a situation that does not fit.
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * const items = intakeChecklist(wap, { alphaHistory: false, printsOnFile: null, thumbPrintsTaken: false })
 * items[0].name // => 'alpha-history-checked'
 * items.find((i) => i.name === 'duplicate-given').applies // => 'yes'
 * items.find((i) => i.name === 'coin-on-application').applies // => 'no'
 * items.find((i) => i.name === 'sent-for-fingerprints').applies // => 'ask'
 * items.find((i) => i.name === 'rules-reminder').reminders.length // => 7
 */
export function intakeChecklist(pack: Pack, situation: IntakeSituation): readonly IntakeItem[] {
  accept('intake', situationSchema, situation)
  return pack.intakeItems.map((item, i) => ({
    ...item,
    order: i + 1,
    applies: applies(item.when, situation),
  }))
}

/**
 * The fields of the booking record (WAP-BOOK.4).
 *
 * No units. Throws nothing: a program without a booking record has none.
 *
 * @example
 * bookingFields(pack('contra-costa/work-alternative')).filter((f) => f.sealed).map((f) => f.name) // => ['driversLicense', 'socialSecurityNumber']
 */
export function bookingFields(pack: Pack): readonly BookingField[] {
  return pack.bookingFields
}

function applies(when: IntakeWhen, situation: IntakeSituation): IntakeItem['applies'] {
  switch (when) {
    case 'always':
      return 'yes'
    case 'alpha-history':
      return answer(situation.alphaHistory, true)
    case 'no-alpha-history':
      return answer(situation.alphaHistory, false)
    case 'no-prints-on-file':
      return answer(situation.printsOnFile, false)
    case 'thumb-prints-not-taken':
      return answer(situation.thumbPrintsTaken, false)
  }
}

function answer(known: boolean | null, wanted: boolean): IntakeItem['applies'] {
  if (known === null) return 'ask'
  return known === wanted ? 'yes' : 'no'
}
