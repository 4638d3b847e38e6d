import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { MonthlySum } from '../budget-sum.tsx'
import type { Waiver } from '../words.ts'
import css from './waiver.module.css'

/** The budget form, opened when it is asked for; each opening is on record. */
export function BudgetForm({ waiver }: { waiver: Waiver }) {
  const may = useMay()
  const opening = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/money/open-budget', {
          body: { waiverId: waiver.id },
          headers: { 'idempotency-key': crypto.randomUUID() },
        }),
      ),
  })
  if (!may('waiver.decide') && !waiver.askedByMe) return null
  return (
    <section aria-labelledby="budget" className={css.part}>
      <h2 id="budget">
        <Trans>Budget form</Trans>
      </h2>
      {opening.isError && <Trouble error={opening.error} onRetry={() => opening.mutate()} />}
      {opening.data ? (
        <Budget budget={opening.data} />
      ) : (
        <>
          <p>
            <Trans>
              Opened only by who decides and by who took it down. That you open it is put on record
              (WAP-P3.3).
            </Trans>
          </p>
          <p>
            <Button
              type="button"
              outline
              aria-disabled={opening.isPending}
              onClick={() => opening.isPending || opening.mutate()}
            >
              <Trans>Open budget form</Trans>
            </Button>
          </p>
        </>
      )}
    </section>
  )
}

type Line = { what: string; monthlyCents: number }

type BudgetShown = {
  why: string
  incomes: readonly Line[]
  expenses: readonly Line[]
  dependents: number
  note: string
}

function Budget({ budget }: { budget: BudgetShown }) {
  const { t } = useLingui()
  const sum = (lines: readonly Line[]) => lines.reduce((total, line) => total + line.monthlyCents, 0)
  return (
    <>
      <blockquote>{budget.why}</blockquote>
      <Lines title={t`Income`} none={t`No income`} lines={budget.incomes} />
      <Lines title={t`Expenses`} none={t`No expenses`} lines={budget.expenses} />
      <MonthlySum incomes={sum(budget.incomes)} expenses={sum(budget.expenses)} />
      <p>
        <Trans>People who depend on them: {budget.dependents}</Trans>
      </p>
      {budget.note !== '' && <p>{budget.note}</p>}
    </>
  )
}

function Lines({ title, none, lines }: { title: string; none: string; lines: readonly Line[] }) {
  const { t } = useLingui()
  if (lines.length === 0) return <p>{none}</p>
  return (
    <table className={css.budget}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className={css.end}>{t`A month`}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
          <tr key={i}>
            <td>{line.what}</td>
            <td className={css.end}>
              <Amount cents={line.monthlyCents} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
