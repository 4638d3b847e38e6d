import { useLingui } from '@lingui/react/macro'
import { Because } from '../../../parts/because/because.tsx'
import { Status, type Tone } from '../../../parts/status/status.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import css from './screening.module.css'
import type { Finding, ScreeningPage } from './use-screening.ts'

type FindingsProps = {
  title: string
  hint: string
  page: ScreeningPage
  group: Finding['group']
}

/** The clauses of one group, each with its verdict, its text, and the answers it rests on. */
export function Findings({ title, hint, page, group }: FindingsProps) {
  const findings = page.findings.filter((finding) => finding.group === group)
  if (findings.length === 0) return null
  return (
    <section aria-labelledby={`group-${group}`} className={css.part}>
      <h2 id={`group-${group}`}>{title}</h2>
      <p className={css.soft}>{hint}</p>
      <ul className={css.findings}>
        {findings.map((finding) => (
          <li key={`${finding.clause}-${finding.text.en}`} className={css.finding}>
            <Verdict finding={finding} />
            <Reason finding={finding} page={page} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Verdict({ finding }: { finding: Finding }) {
  const { t } = useLingui()
  const words: Record<Finding['verdict'], [string, Tone]> =
    finding.kind === 'require'
      ? {
          met: [t`holds`, 'settled'],
          'not-met': [t`does not hold`, 'now'],
          unknown: [t`not known`, 'waiting'],
        }
      : {
          met: [t`applies`, 'now'],
          'not-met': [t`does not apply`, 'settled'],
          unknown: [t`not known`, 'waiting'],
        }
  const [word, tone] = words[finding.verdict]
  return <Status tone={tone}>{word}</Status>
}

function Reason({ finding, page }: { finding: Finding; page: ScreeningPage }) {
  const said = useSaid()
  const { t } = useLingui()
  const value = (name: string) => {
    const fact = page.facts.find((one) => one.name === name)
    if (!fact || fact.value === null) return { name: fact ? said(fact.question) : name, value: t`not known` }
    if (typeof fact.value === 'number') return { name: said(fact.question), value: String(fact.value) }
    return { name: said(fact.question), value: fact.value ? t`yes` : t`no` }
  }
  return (
    <Because
      clause={finding.clause}
      own={finding.own}
      {...(finding.note ? { text: said(finding.note) } : {})}
      facts={finding.facts.map(value)}
      version={`${page.packVersion}, ${page.packHash.slice(0, 12)}`}
    >
      {said(finding.text)}
    </Because>
  )
}
