import { Trans, useLingui } from '@lingui/react/macro'
import { type Difference, numberDifferences, protocolDifferences } from './differences.ts'
import css from './guideline.module.css'
import { numberWords, useNumberValue } from './number-words.ts'
import type { NumberRow, Protocol, ProtocolStep, Version } from './use-guidelines.ts'
import { channelWords, escalationWords, severityWords } from './words.ts'

type Content = Pick<Version, 'protocol' | 'numbers'>

/** What a version changes against another, line by line. */
export function Changes({
  before,
  after,
  rows,
}: {
  before: Content
  after: Content
  rows: readonly NumberRow[]
}) {
  if (after.numbers) return <NumberChanges before={before.numbers ?? {}} after={after.numbers} rows={rows} />
  return after.protocol ? <ProtocolChanges before={before.protocol} after={after.protocol} /> : null
}

function NumberChanges({
  before,
  after,
  rows,
}: {
  before: Readonly<Record<string, number>>
  after: Readonly<Record<string, number>>
  rows: readonly NumberRow[]
}) {
  const { i18n } = useLingui()
  const value = useNumberValue()
  const found = numberDifferences(rows, before, after)
  if (found.length === 0) return <NoChange />
  return (
    <ul className={css.changes}>
      {found.map(({ row, ...sides }) => (
        <li key={row.name}>
          {i18n._(numberWords[row.name] ?? { id: row.name })}:{' '}
          <Sides before={value(sides.before, row.unit)} after={value(sides.after, row.unit)} />
        </li>
      ))}
    </ul>
  )
}

function ProtocolChanges({ before, after }: { before: Protocol | null; after: Protocol }) {
  const found = protocolDifferences(before, after)
  if (found.length === 0) return <NoChange />
  return (
    <ul className={css.changes}>
      {found.map((difference) => (
        <li key={keyOf(difference)}>
          <OneChange difference={difference} />
        </li>
      ))}
    </ul>
  )
}

const keyOf = (difference: Difference): string =>
  difference.what === 'step' ? `step ${(difference.after ?? difference.before)?.code}` : difference.what

function OneChange({ difference }: { difference: Difference }) {
  const { i18n, t } = useLingui()
  switch (difference.what) {
    case 'order':
      return <Trans>The steps stand in another order.</Trans>
    case 'severity': {
      const said = (word: string | null) =>
        word ? i18n._(severityWords[word as Protocol['severity']]) : null
      return (
        <>
          <Trans>Severity</Trans>: <Sides before={said(difference.before)} after={said(difference.after)} />
        </>
      )
    }
    case 'escalate': {
      const said = (list: string | null) =>
        list === null ? null : i18n._(escalationWords[list] ?? { id: list })
      return (
        <>
          <Trans>When a time runs out</Trans>:{' '}
          <Sides before={said(difference.before)} after={said(difference.after)} />
        </>
      )
    }
    case 'step':
      return <StepChange before={difference.before} after={difference.after} />
    default: {
      const names = { acknowledge: t`To acknowledge`, notify: t`To notify`, resolve: t`To resolve` }
      const said = (minutes: number | null) => (minutes === null ? null : t`${minutes} min`)
      return (
        <>
          {names[difference.what]}: <Sides before={said(difference.before)} after={said(difference.after)} />
        </>
      )
    }
  }
}

/** In both languages: who approves it sees all that it changes. */
const wordsOf = ({ text, textEs }: ProtocolStep): string => (textEs ? `${text} / ${textEs}` : text)

function StepChange({ before, after }: { before: ProtocolStep | null; after: ProtocolStep | null }) {
  const { i18n, t } = useLingui()
  const said = (step: ProtocolStep | null) =>
    step && t`${wordsOf(step)} (${i18n._(channelWords[step.channel])}, within ${step.minutes} min)`
  return (
    <>
      <Trans>Step</Trans>: <Sides before={said(before)} after={said(after)} />
    </>
  )
}

/** What was, struck out, and what is; said in words too. */
function Sides({ before, after }: { before: string | null; after: string | null }) {
  return (
    <>
      {before !== null && (
        <del>
          <span className="only-heard">
            <Trans>before:</Trans>{' '}
          </span>
          {before}
        </del>
      )}{' '}
      {after !== null && (
        <ins>
          <span className="only-heard">
            <Trans>now:</Trans>{' '}
          </span>
          {after}
        </ins>
      )}
    </>
  )
}

const NoChange = () => (
  <p className={css.soft}>
    <Trans>It changes nothing.</Trans>
  </p>
)
