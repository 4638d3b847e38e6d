import { Trans } from '@lingui/react/macro'
import { Amount } from '../../parts/amount/amount.tsx'
import { typedSum } from './typed-sum.ts'

/** Income less expenses as far as they are typed: helps to see a slip of the pen. */
export function BudgetSum({ typed }: { typed: { readonly [name: string]: unknown } }) {
  return <MonthlySum incomes={typedSum(typed.incomes)} expenses={typedSum(typed.expenses)} />
}

/** What comes in a month, what goes, and what is left. */
export function MonthlySum({ incomes, expenses }: { incomes: number; expenses: number }) {
  return (
    <p role="status">
      <Trans>
        A month: <Amount cents={incomes} /> in, <Amount cents={expenses} /> out,{' '}
        <Amount cents={incomes - expenses} /> left.
      </Trans>
    </p>
  )
}
