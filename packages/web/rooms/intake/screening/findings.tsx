import { Trans, useLingui } from '@lingui/react/macro'
import { Because } from '../../../parts/because/because.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { Status, type Tone } from '../../../parts/status/status.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import type { ScreeningPage } from '../queries.ts'
import css from './screening.module.css'
import { useSources } from './sources.ts'

type Finding = ScreeningPage['findings'][number]

/** Every clause of the step in three groups: still to ask, in the officer's judgement, settled. */
export function Findings({ page }: { page: ScreeningPage }) {
  const { t } = useLingui()
  const groups: { group: Finding['group']; title: string; none: string }[] = [
    { group: 'ask', title: t`Still to ask`, none: t`Nothing is open.` },
    { group: 'judgement', title: t`In the officer’s judgment`, none: t`No factor is met.` },
    { group: 'settled', title: t`Settled`, none: t`Nothing is settled yet.` },
  ]
  return (
    <section aria-labelledby="findings" className={css.part}>
      <h2 id="findings">
        <Trans>What the policy says</Trans>
      </h2>
      <Outcome page={page} />
      {groups.map(({ group, title, none }) => {
        const findings = page.findings.filter((finding) => finding.group === group)
        return (
          <div key={group} className={css.group}>
            <h3>
              {title} ({findings.length})
            </h3>
            {findings.length === 0 && <p className={css.soft}>{none}</p>}
            <ul className={css.findings}>
              {findings.map((finding) => (
                <FindingView key={`${finding.clause} ${finding.text.en}`} finding={finding} page={page} />
              ))}
            </ul>
          </div>
        )
      })}
      {page.openParameters.length > 0 && <OpenParameters page={page} />}
      <p className={css.soft}>
        <Trans>
          Rules: {page.packVersion}, {page.packHash.slice(0, 12)}, as of <Day day={page.on} />.
        </Trans>
      </p>
    </section>
  )
}

function Outcome({ page }: { page: ScreeningPage }) {
  const { t } = useLingui()
  const outcomes: Record<ScreeningPage['outcome'], { words: string; tone: Tone }> = {
    eligible: { words: t`Nothing found that may be cause for denial`, tone: 'settled' },
    'officer-decides': { words: t`An officer decides`, tone: 'waiting' },
    incomplete: { words: t`Something that is required is not known yet`, tone: 'waiting' },
    ineligible: { words: t`Something that is required is not met`, tone: 'now' },
  }
  const outcome = outcomes[page.outcome]
  return <Status tone={outcome.tone}>{outcome.words}</Status>
}

function FindingView({ finding, page }: { finding: Finding; page: ScreeningPage }) {
  const { t } = useLingui()
  const said = useSaid()
  const { answerOf, sourceOf } = useSources()
  const facts = page.facts.filter(({ name }) => finding.facts.includes(name))
  const words = useVerdictWords()
  return (
    <li className={css.finding}>
      <span className={css.verdict}>
        <Status tone={toneOf(finding)}>{words(finding)}</Status>
      </span>
      <span>
        {said(finding.text)}
        {finding.note && <span className={css.note}>{said(finding.note)}</span>}
        <Because
          clause={finding.clause}
          own={finding.own}
          facts={facts.map((fact) => ({
            name: said(fact.question),
            value: [answerOf(fact), sourceOf(fact)].filter(Boolean).join(', '),
          }))}
          version={page.packVersion}
        >
          {finding.kind === 'factor' ? t`may be cause for denial` : t`required`}
        </Because>
      </span>
    </li>
  )
}

function useVerdictWords(): (finding: Finding) => string {
  const { t } = useLingui()
  return ({ kind, verdict }) => {
    if (verdict === 'unknown') return t`not known`
    if (kind === 'factor') return verdict === 'met' ? t`applies` : t`does not apply`
    return verdict === 'met' ? t`met` : t`not met`
  }
}

function toneOf({ verdict, isGround }: Finding): Tone {
  if (verdict === 'unknown') return 'waiting'
  return isGround ? 'now' : 'settled'
}

function OpenParameters({ page }: { page: ScreeningPage }) {
  const said = useSaid()
  return (
    <div className={css.group}>
      <h3>
        <Trans>Numbers the office has not set</Trans>
      </h3>
      <ul>
        {page.openParameters.map(({ name, question }) => (
          <li key={name}>{said(question)}</li>
        ))}
      </ul>
    </div>
  )
}
