import { Trans, useLingui } from '@lingui/react/macro'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Day } from '../../../parts/day/day.tsx'
import type { Statement } from '../words.ts'
import css from './fees.module.css'

/** What is owed now, in one figure, and how it comes about. */
export function Balance({ statement }: { statement: Statement }) {
  const { t } = useLingui()
  const { balanceCents, heldCents, assessments, payBy } = statement
  const parts = [
    { name: t`Charged`, cents: statement.assessedCents },
    { name: t`Paid`, cents: statement.paidCents },
    { name: t`Waived`, cents: statement.waivedCents },
    { name: t`Not collectible`, cents: statement.uncollectibleCents },
  ].filter(({ cents }, i) => i < 2 || cents !== 0)
  return (
    <section className={css.balance} aria-label={t`Balance`}>
      <p className={css.owed}>
        {heldCents > 0 ? (
          <Trans>
            <Amount cents={heldCents} /> is held for this person
          </Trans>
        ) : balanceCents > 0 ? (
          <Trans>
            <Amount cents={balanceCents} /> is owed
          </Trans>
        ) : assessments.length === 0 ? (
          <Trans>No fees are assessed yet</Trans>
        ) : (
          <Trans>Nothing is owed</Trans>
        )}
      </p>
      {payBy && balanceCents > 0 && (
        <p>
          <Trans>
            Agreed to be paid by <Day day={payBy} />. Not paying is no violation (WAP-P3.3).
          </Trans>
        </p>
      )}
      {assessments.length > 0 && (
        <dl className={css.sums}>
          {parts.map(({ name, cents }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Amount cents={cents} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
