import { Trans, useLingui } from '@lingui/react/macro'
import { Because } from '../../../parts/because/because.tsx'
import { Status, type Tone } from '../../../parts/status/status.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import type { CheckedPaper } from './types.ts'
import css from './verdict.module.css'

const tones: Record<CheckedPaper['outcome'], Tone> = {
  accepted: 'settled',
  'accepted-pending-original': 'waiting',
  refused: 'now',
  incomplete: 'waiting',
}

type VerdictProps = {
  checklist: CheckedPaper
  /** Names what nobody has looked at, where the list itself is not in sight. */
  namesOpen?: boolean
}

/** What follows from the checklist: accepted or not, why with each clause, and what is owed. */
export function Verdict({ checklist, namesOpen = false }: VerdictProps) {
  const { t } = useLingui()
  const said = useSaid()
  const words: Record<CheckedPaper['outcome'], string> = {
    accepted: t`Accepted: everything the lists ask for is there`,
    'accepted-pending-original': t`Accepted on the fax, until the original or a certified copy comes`,
    refused: t`Not acceptable as it is`,
    incomplete: t`Not complete yet`,
  }
  // What nobody has looked at has its own mark in the list, or its own line here.
  const reasons = checklist.reasons.filter(({ words: of }) => !isNotLookedAt(checklist, of.en))
  return (
    <div className={css.verdict}>
      <p role="status">
        <Status tone={tones[checklist.outcome]}>{words[checklist.outcome]}</Status>
      </p>
      {reasons.map((reason) => (
        <Because key={reason.clause + reason.words.en} clause={reason.clause} own={reason.own}>
          {said(reason.words)}
        </Because>
      ))}
      {namesOpen && checklist.toCheck.length > 0 && (
        <p>
          <Trans>Nobody has looked at:</Trans> {checklist.toCheck.map((item) => said(item.words)).join('; ')}
        </p>
      )}
      {checklist.askCourt.length > 0 && (
        <p>
          <Trans>To be asked from the court:</Trans>{' '}
          {checklist.askCourt.map((item) => said(item.words)).join('; ')}
        </p>
      )}
    </div>
  )
}

const isNotLookedAt = ({ items }: CheckedPaper, words: string): boolean =>
  items.some((item) => item.state === 'unknown' && words.endsWith(item.words.en))
