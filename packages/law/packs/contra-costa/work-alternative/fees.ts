import type { FeeDefinition, FeesNotBrought, PaymentForm, Repeal } from '../../../fees/types.ts'

const STATUTE = 'Penal Code 4024.2(e)'

export const fees: readonly FeeDefinition[] = [
  {
    code: 'administrative',
    clause: 'WAP-FEE.1',
    own: false,
    unit: 'once',
    counts: 'intake',
    amountParameter: 'administrativeFeeCents',
    within: null,
    needs: [],
    reducedBy: 'fee-waiver',
    statute: STATUTE,
    textCode: 'fees.administrative',
  },
  {
    code: 'daily',
    clause: 'WAP-FEE.1',
    own: false,
    unit: 'day',
    counts: 'adjusted-days',
    amountParameter: 'dailyFeeCents',
    within: null,
    needs: [],
    reducedBy: 'fee-waiver',
    statute: STATUTE,
    textCode: 'fees.daily',
  },
  {
    code: 're-scheduling',
    clause: 'WAP-BOOK.10',
    own: true,
    unit: 're-scheduling',
    counts: 'reschedulings',
    amountParameter: 'reschedulingFeeCents',
    within: null,
    needs: [],
    reducedBy: 'fee-waiver',
    statute: STATUTE,
    textCode: 'fees.re-scheduling',
  },
  {
    code: 're-scheduled-day',
    clause: 'WAP-BOOK.10',
    own: false,
    unit: 'day',
    counts: 'rescheduled-days',
    amountParameter: 'rescheduledDayFeeCents',
    within: null,
    needs: [],
    reducedBy: 'fee-waiver',
    statute: STATUTE,
    textCode: 'fees.re-scheduled-day',
  },
]

export const repeals: readonly Repeal[] = [
  {
    statute: STATUTE,
    by: 'Assembly Bill 1869 (Stats. 2020, ch. 92)',
    operative: '2021-07-01',
    uncollectibleBy: 'Penal Code 1465.9',
    textCode: 'fees.repeal.ab-1869',
  },
]

/** WAP-P3.1. */
export const paymentForms: readonly PaymentForm[] = ['cash', 'money-order', 'cashiers-check']

export const whenFeesNotBrought: readonly FeesNotBrought[] = [
  { name: 'agree-a-date', clause: 'WAP-P3.2', textCode: 'fees.not-brought.agree-a-date' },
  { name: 'waiver-with-budget', clause: 'WAP-P3.2', textCode: 'fees.not-brought.waiver-with-budget' },
  { name: 'new-appointment', clause: 'WAP-P3.2', textCode: 'fees.not-brought.new-appointment' },
]
