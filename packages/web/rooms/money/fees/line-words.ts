import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { amountInWords } from '../../../parts/amount/amount.tsx'
import { feeNames, formNames, type StatementLine } from '../words.ts'

type FeeAbout = Extract<StatementLine, { kind: 'fee' }>['about']

/** What a line of a statement is, in a sentence that can be read aloud. */
export function useLineWords(): (line: StatementLine) => string {
  const { i18n, t } = useLingui()
  const fee = (about: FeeAbout): string => {
    const name = i18n._(feeNames[about.code])
    if (about.unit !== 'day') return name
    const rate = amountInWords(about.unitCents, i18n.locale)
    const days = plural(about.quantity, { one: '# day', other: '# days' })
    return t`${name}: ${days} at ${rate}`
  }
  const change = (about: FeeAbout): string => {
    const before = about.quantityBefore
    if (before === null || before === about.quantity) return fee(about)
    return t`${fee(about)}, no longer ${plural(before, { one: '# day', other: '# days' })}`
  }
  return (line) => {
    switch (line.kind) {
      case 'fee':
        return fee(line.about)
      case 'fee-difference':
        return change(line.about)
      case 'fee-correction':
        return t`${i18n._(feeNames[line.about.code])}, taken off`
      case 'payment':
        return t`Payment, ${i18n._(formNames[line.about.form])}, receipt ${line.about.number}`
      case 'payment-void':
        return t`Receipt ${line.about.number} is void`
      case 'waiver':
        return line.about.outcome === 'granted' ? t`Fees waived` : t`Fees waived in part`
      case 'waiver-reduced':
        return t`Waiver reduced`
      case 'uncollectible':
        return t`Balance that may not be collected`
      case 'uncollectible-reduced':
        return t`Less that may not be collected`
      case 'refund':
        return t`Paid back, ${line.about.reference}`
    }
  }
}
