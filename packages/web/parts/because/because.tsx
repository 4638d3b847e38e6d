import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import css from './because.module.css'

export type BecauseProps = {
  /** The clause or clauses it rests on, such as `WAP-P4.2`. */
  clause: string | readonly string[]
  /** What follows from it, in a sentence. */
  children: ReactNode
  /** Our own reading or addition, not the source's words. */
  own?: boolean
  /** The rule's text as the source prints it, or as we word it. */
  text?: ReactNode
  /** What was known: name and value, in the words of the form. */
  facts?: readonly { name: string; value: ReactNode }[]
  /** Which rules: program, version, day. */
  version?: string
  /** A rule that is told and not one that something follows from: the line begins without "Because". */
  told?: boolean
}

/**
 * Why something is so: a line with its clause that opens to the rule's text, the facts it was given and the version
 * of the rules. Stands under every figure and decision.
 */
export function Because({
  clause,
  children,
  own = false,
  text,
  facts = [],
  version,
  told = false,
}: BecauseProps) {
  const { t } = useLingui()
  const clauses = typeof clause === 'string' ? [clause] : clause
  const line = (
    <>
      {!told && (
        <>
          <span className={css.word}>
            <Trans>Because</Trans>
          </span>{' '}
        </>
      )}
      {children} <span className={css.clause}>{clauses.join(', ')}</span>
      {own && (
        <span className={css.own} title={t`Not the words of the source. Your office can set it.`}>
          <Trans>our own reading</Trans>
        </span>
      )}
    </>
  )
  if (text === undefined && facts.length === 0 && version === undefined)
    return <p className={css.line}>{line}</p>
  return (
    <details className={css.because}>
      <summary className={css.line}>{line}</summary>
      <div className={css.more}>
        {text !== undefined && <blockquote className={css.text}>{text}</blockquote>}
        {facts.length > 0 && (
          <dl className={css.facts}>
            {facts.map((fact) => (
              <div key={fact.name}>
                <dt>{fact.name}</dt>
                <dd>{fact.value}</dd>
              </div>
            ))}
          </dl>
        )}
        {version !== undefined && (
          <p className={css.version}>
            <Trans>Rules: {version}</Trans>
          </p>
        )}
      </div>
    </details>
  )
}
