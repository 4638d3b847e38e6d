import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Because } from '../../../parts/because/because.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { useLabel } from '../../../parts/words/words.ts'
import { type FeeLine, feeName } from '../words.ts'
import css from './fees.module.css'

/** Fees line by line: what the policy prints, what is charged of it, and why. */
export function FeeLines({ lines, version }: { lines: readonly FeeLine[]; version?: string }) {
  const { t } = useLingui()
  const label = useLabel()
  return (
    <div className={css.frame}>
      <table className={css.table}>
        <caption className="only-heard">{t`Fees, line by line`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Fee`}</th>
            <th scope="col">{t`Reckoning`}</th>
            <th scope="col">{t`Why`}</th>
            <th scope="col" className={css.end}>{t`Charged`}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.code}>
              <td data-title={t`Fee`}>{label(feeName(line))}</td>
              <td data-title={t`Reckoning`}>
                <Reckoning line={line} />
              </td>
              <td data-title={t`Why`}>
                <FeeBecause line={line} {...(version ? { version } : {})} />
              </td>
              <td data-title={t`Charged`} className={css.end}>
                <span>
                  {line.amountCents !== line.chargedCents && (
                    <>
                      <Amount cents={line.amountCents} struck />{' '}
                    </>
                  )}
                  <Amount cents={line.chargedCents} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Reckoning({ line }: { line: FeeLine }) {
  if (line.unit === 'once') return <Amount cents={line.unitCents} />
  return (
    <span>
      {line.unit === 'day' ? (
        <Plural value={line.quantity} one="# day" other="# days" />
      ) : (
        <Plural value={line.quantity} one="# time" other="# times" />
      )}{' '}
      × <Amount cents={line.unitCents} />
    </span>
  )
}

function FeeBecause({ line, version }: { line: FeeLine; version?: string }) {
  const { t } = useLingui()
  const facts = [
    { name: t`Authority`, value: line.authority },
    ...(line.resolution ? [{ name: t`Resolution`, value: line.resolution }] : []),
    { name: t`Statute`, value: line.statute },
  ]
  return (
    <Because clause={line.clause} own={line.own} facts={facts} {...(version ? { version } : {})}>
      {line.reason === 'repealed' && line.repeal ? (
        <Trans>
          {line.repeal.by} ended the authority for it from <Day day={line.repeal.operative} of="record" />.
        </Trans>
      ) : line.reason === 'nothing-to-charge' ? (
        <Trans>there is nothing to charge.</Trans>
      ) : line.reason === 'not-admitted' ? (
        <Trans>nothing is owed before the person is admitted, or by who is denied.</Trans>
      ) : line.reason === 'no-ability-review' ? (
        <Trans>nothing is charged until a review of the ability to pay is on file: ask for a waiver.</Trans>
      ) : line.reason === 'within-another' ? (
        <Trans>it is a part of the daily fee and adds nothing to it.</Trans>
      ) : line.reason === 'up-to-cost' ? (
        <Trans>no more is charged than the program costs.</Trans>
      ) : (
        <Trans>the policy fixes it.</Trans>
      )}
    </Because>
  )
}
