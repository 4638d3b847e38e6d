import { Trans, useLingui } from '@lingui/react/macro'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Because } from '../../../parts/because/because.tsx'
import { useLabel } from '../../../parts/words/words.ts'
import { feeNames, formNames, type Income } from '../words.ts'
import css from './ledger.module.css'

type Row = { name: string; cents: number; isTotal?: boolean }

/** What the fees brought in: charged, given up, collected. */
export function IncomeReport({ income }: { income: Income }) {
  const { t } = useLingui()
  const label = useLabel()
  const charged: Row[] = [
    ...income.fees.map((fee) => ({ name: label(feeNames[fee.code]), cents: fee.chargedCents })),
    { name: t`Charged together`, cents: income.chargedCents, isTotal: true },
    { name: t`Waived`, cents: income.waivedCents },
    { name: t`Not collectible`, cents: income.uncollectibleCents },
  ]
  const collected: Row[] = [
    ...income.collected.map((row) => ({ name: label(formNames[row.form]), cents: row.cents })),
    { name: t`Collected together`, cents: income.collectedCents },
    { name: t`Paid back`, cents: 0 - income.refundedCents },
    { name: t`Fee income`, cents: income.incomeCents, isTotal: true },
  ]
  return (
    <section aria-labelledby="income" className={css.part}>
      <h2 id="income">
        <Trans>Fee income</Trans>
      </h2>
      <Because clause="WAP-FEE.0">
        <Trans>the program supports itself from fees. Set this against what it cost in the same days.</Trans>
      </Because>
      <div className={css.report}>
        <Sums title={t`Charged`} rows={charged} />
        <Sums title={t`Collected`} rows={collected} />
      </div>
    </section>
  )
}

function Sums({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <dl className={css.sums}>
        {rows.map((row) => (
          <div key={row.name} className={row.isTotal ? css.total : undefined}>
            <dt>{row.name}</dt>
            <dd>
              <Amount cents={row.cents} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
