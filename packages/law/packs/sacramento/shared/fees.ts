import type { FeeCeiling, FeeDefinition, FeeNeed, Repeal } from '../../../fees/types.ts'

/** SCC-3.A1, as far as Penal Code 1203.016 or 1203.018 gave authority for it. */
export const ordinanceFees = (statute: string, needs: readonly FeeNeed[] = []): readonly FeeDefinition[] => [
  {
    code: 'application',
    clause: 'SCC-3.A1',
    own: true,
    unit: 'once',
    counts: 'application',
    amountParameter: 'applicationFeeCents',
    within: null,
    needs,
    reducedBy: 'fee-waiver',
    statute,
    textCode: 'fees.application',
  },
  {
    code: 'daily',
    clause: 'SCC-3.A1',
    own: false,
    unit: 'day',
    counts: 'days',
    amountParameter: 'dailyFeeCents',
    within: null,
    needs,
    reducedBy: 'fee-waiver',
    statute,
    textCode: 'fees.daily-administrative',
  },
]

/** EMP-11.1: rental and monitoring are parts of the daily fee (own). */
export const feeParts = (statute: string, needs: readonly FeeNeed[] = []): readonly FeeDefinition[] => [
  {
    code: 'equipment-rental',
    clause: 'EMP-11.1',
    own: true,
    unit: 'day',
    counts: 'days',
    amountParameter: 'equipmentRentalCents',
    within: 'daily',
    needs,
    reducedBy: 'fee-waiver',
    statute,
    textCode: 'fees.equipment-rental',
  },
  {
    code: 'monitoring',
    clause: 'EMP-11.1',
    own: true,
    unit: 'day',
    counts: 'days',
    amountParameter: 'monitoringFeeCents',
    within: 'daily',
    needs,
    reducedBy: 'fee-waiver',
    statute,
    textCode: 'fees.monitoring',
  },
]

/** SCC-3.A2: until the board states another cost, what it found the printed fees not to exceed (own). */
export const feeCeiling: FeeCeiling = {
  clause: 'SCC-3.A2',
  own: true,
  costParameters: { application: 'applicationCostCents', daily: 'dayCostCents' },
  textCode: 'fees.ceiling',
}

export const repealOf = (statute: string): Repeal => ({
  statute,
  by: 'Assembly Bill 1869 (Stats. 2020, ch. 92)',
  operative: '2021-07-01',
  uncollectibleBy: 'Penal Code 1465.9',
  textCode: 'fees.repeal.ab-1869',
})
