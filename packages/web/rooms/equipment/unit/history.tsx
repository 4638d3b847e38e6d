import { Trans, useLingui } from '@lingui/react/macro'
import { Moment } from '../../../parts/day/day.tsx'
import { faultNames, historyNames, removalNames, type UnitPage } from '../parts/words.ts'
import css from './unit.module.css'

type Step = UnitPage['history'][number]

/** Everything that happened to the unit, the latest first. */
export function History({ page }: { page: UnitPage }) {
  const { i18n } = useLingui()
  return (
    <section aria-labelledby="history" className={css.part}>
      <h2 id="history">
        <Trans>What happened to it</Trans>
      </h2>
      <ol>
        {page.history.map((step) => (
          <li key={step.number} className={css.row}>
            <span>
              <strong>{i18n._(historyNames[step.kind])}</strong>
              <Code step={step} />
            </span>
            <span>
              <Moment at={step.at} />
            </span>
            <span className={css.soft}>{[step.by, step.note].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Code({ step }: { step: Step }) {
  const { i18n } = useLingui()
  const names: Partial<Record<string, (typeof faultNames)[keyof typeof faultNames]>> =
    step.kind === 'fault' ? faultNames : removalNames
  const name = names[step.code]
  return name ? <>: {i18n._(name)}</> : null
}
