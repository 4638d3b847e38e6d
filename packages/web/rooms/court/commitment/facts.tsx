import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Day } from '../../../parts/day/day.tsx'
import { useSentenceWords } from '../../programs/sentence-words.ts'
import type { Commitment } from '../parts/types.ts'
import css from './commitment.module.css'

/** What was read from the paper, for those who do not change it, and once it went back. */
export function Facts({ commitment }: { commitment: Commitment }) {
  const { t } = useLingui()
  const words = useSentenceWords()
  const { fields } = commitment
  const forms = {
    original: t`the original`,
    'certified-copy': t`a certified copy`,
    fax: t`a fax`,
    photocopy: t`a photocopy`,
    unknown: t`not looked at`,
  }
  const rows: [string, ReactNode][] = [
    [t`What came`, forms[fields.form]],
    [t`Docket number`, fields.docket],
    [t`Sentencing court`, [fields.courtName, fields.county].filter(Boolean).join(', ')],
    [t`Judge`, fields.judgeName],
    [t`Sentenced on`, fields.sentencedOn && <Day day={fields.sentencedOn} />],
    [
      t`Charges`,
      fields.charges
        .map(({ statute, description }) => [statute, description].filter(Boolean).join(' '))
        .join('; '),
    ],
    [t`Sentence`, words.length(fields)],
    [t`Credit for time served`, fields.creditDays === null ? '' : words.days(fields.creditDays)],
    ...(fields.goodTimeDays === null
      ? []
      : ([[t`Good time granted`, words.days(fields.goodTimeDays)]] satisfies [string, ReactNode][])),
    [t`Sentence starts on`, fields.startsOn && <Day day={fields.startsOn} />],
    [t`Concurrent or consecutive`, words.relation(fields.relation)],
    [t`Conditions of the sentence`, fields.conditions],
    [t`Address on the paper`, fields.addressOnPaper],
  ]
  return (
    <dl className={css.facts}>
      {rows.map(([name, value]) => (
        <div key={name} className={css.fact}>
          <dt>{name}</dt>
          <dd>{value || t`not stated`}</dd>
        </div>
      ))}
    </dl>
  )
}
