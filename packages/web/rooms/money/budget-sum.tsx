import { Trans } from '@lingui/react/macro'
import { Amount } from '../../parts/amount/amount.tsx'
import { readMoney } from '../../parts/form/read/money.ts'

/** Income less expenses as far as they are typed: helps to see a slip of the pen. */
export function BudgetSum({ typed }: { typed: { readonly [name: string]: unknown } }) {
  return <MonthlySum incomes={sumOf(typed.incomes)} expenses={sumOf(typed.expenses)} />
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

function sumOf(rows: unknown): number {
  if (!Array.isArray(rows)) return 0
  return rows.reduce((sum: number, row: { monthlyCents?: unknown }) => {
    const read = typeof row.monthlyCents === 'string' ? readMoney(row.monthlyCents) : { cents: 0 }
    return sum + ('cents' in read ? read.cents : 0)
  }, 0)
}
