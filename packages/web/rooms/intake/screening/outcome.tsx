import { Trans, useLingui } from '@lingui/react/macro'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Status, type Tone } from '../../../parts/status/status.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import css from './screening.module.css'
import type { ScreeningPage } from './use-screening.ts'

/** What the rules say as things stand, in the words in which the notice will say it. */
export function Outcome({ page }: { page: ScreeningPage }) {
  const { t } = useLingui()
  const said = useSaid()
  const words: Record<ScreeningPage['outcome'], [string, string, Tone]> = {
    eligible: [t`Eligible`, t`Nothing was found that may be cause for denial.`, 'settled'],
    'officer-decides': [
      t`The officer decides`,
      t`Something was found, or is not known, that may be cause for denial.`,
      'waiting',
    ],
    incomplete: [t`Incomplete`, t`A requirement cannot be told until its question is answered.`, 'waiting'],
    ineligible: [t`Not eligible`, t`A requirement does not hold.`, 'now'],
  }
  const [word, why, tone] = words[page.outcome]
  return (
    <section aria-labelledby="outcome" className={css.outcome}>
      <h2 id="outcome">
        <Trans>As it stands</Trans>
      </h2>
      <p>
        <Status tone={tone}>{word}</Status> {why}
      </p>
      {page.openParameters.map((parameter) => (
        <p key={parameter.name} className={css.soft}>
          {said(parameter.question)}{' '}
          <Trans>The office has not set this; the notice asks the person to ask this office.</Trans>
        </p>
      ))}
      {page.fees && (
        <p>
          {said(page.fees.text)} <span className={css.clause}>{page.fees.clause}</span>{' '}
          <Trans>
            Necessary: <Amount cents={page.fees.necessaryCents} />
          </Trans>
        </p>
      )}
    </section>
  )
}
