import type { FeeDefinition } from '../../../fees/types.ts'

const statute = (paragraph: string) => `A.R.S. 11-459(${paragraph})`

/** D: the monitoring fee and thirty dollars a month, only as the court ordered; the sheriff assesses less. */
const ordered = {
  clause: 'ARS-D',
  needs: ['court-order'],
  reducedBy: 'fee-change',
  statute: statute('D'),
  within: null,
} as const

export const monitoringFee: FeeDefinition = {
  ...ordered,
  code: 'monitoring',
  own: false,
  unit: 'cost',
  counts: 'cost',
  amountParameter: null,
  textCode: 'ars.fees.monitoring',
}

export const orderedMonth: FeeDefinition = {
  ...ordered,
  code: 'monitoring-month',
  own: false,
  unit: 'month',
  counts: 'months',
  amountParameter: 'monthlyFeeCents',
  textCode: 'ars.fees.monitoring-month',
}

/** K.2 and L: the prisoner bears what it costs, unless the court assesses less. */
export function borneCosts(paragraph: 'K' | 'L', clause: string): readonly FeeDefinition[] {
  const cost = (code: FeeDefinition['code'], textCode: string): FeeDefinition => ({
    code,
    clause,
    own: false,
    unit: 'cost',
    counts: 'cost',
    amountParameter: null,
    within: null,
    needs: [],
    reducedBy: 'fee-waiver',
    statute: statute(paragraph),
    textCode,
  })
  return [
    cost('monitoring', 'ars.fees.monitoring'),
    cost('testing', 'ars.fees.testing'),
    cost('treatment-enrolment', 'ars.fees.treatment-enrolment'),
  ]
}

/** L: thirty dollars a month without any order. */
export const monthOfL: FeeDefinition = {
  ...orderedMonth,
  clause: 'ARS-L',
  needs: [],
  reducedBy: 'fee-waiver',
  statute: statute('L'),
}
