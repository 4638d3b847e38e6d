import { Trans, useLingui } from '@lingui/react/macro'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import type { Statement, StatementLine } from '../words.ts'
import { CorrectFee } from './correct-fee.tsx'
import css from './fees.module.css'
import { LineWhy } from './line-why.tsx'
import { useLineWords } from './line-words.ts'

/** The statement as a person could read it aloud: date, what, why, amount, balance. */
export function StatementTable({ statement }: { statement: Statement }) {
  const { t } = useLingui()
  const { lines, assessments } = statement
  if (lines.length === 0) {
    return (
      <Empty title={assessments.length === 0 ? t`Nothing stands here yet` : t`Nothing is charged`}>
        {assessments.length === 0 ? (
          <Trans>Fees come here when they are assessed, payments when they are taken.</Trans>
        ) : (
          <Trans>The fees were assessed; below it is shown why nothing is charged.</Trans>
        )}
      </Empty>
    )
  }
  return (
    <div className={css.frame}>
      <table className={css.table}>
        <caption className="only-heard">
          <Trans>Statement of {statement.person}</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t`Line`}</th>
            <th scope="col">{t`Date`}</th>
            <th scope="col">{t`What`}</th>
            <th scope="col">{t`Why`}</th>
            <th scope="col" className={css.end}>{t`Amount`}</th>
            <th scope="col" className={css.end}>{t`Balance`}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} line={line} lines={lines} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ line, lines }: { line: StatementLine; lines: readonly StatementLine[] }) {
  const { t } = useLingui()
  const words = useLineWords()
  return (
    <tr>
      <td data-title={t`Line`}>{line.line}</td>
      <td data-title={t`Date`}>
        <Day day={line.onDay} />
      </td>
      <td data-title={t`What`}>
        <span className={css.what}>
          <span>{words(line)}</span>
          <CorrectFee line={line} lines={lines} />
        </span>
      </td>
      <td data-title={t`Why`}>
        <LineWhy line={line} />
      </td>
      <td data-title={t`Amount`} className={css.end}>
        <Amount cents={line.amountCents} />
      </td>
      <td data-title={t`Balance`} className={css.end}>
        <Amount cents={line.balanceCents} />
      </td>
    </tr>
  )
}
