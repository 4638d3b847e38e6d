import { Plural, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import css from './checklist.module.css'

/** `missing` holds the work up; `asked`: it is on its way; `spare`: not needed here, and why stands beside it. */
export type CheckState = 'there' | 'missing' | 'asked' | 'spare'

export type CheckItem = {
  key: string
  label: ReactNode
  state: CheckState
  /** The clause that asks for it. */
  clause?: string
  /** What stands there, or why it is missing. */
  note?: ReactNode
  /** The one thing to do about it. */
  action?: ReactNode
}

const shapes: Record<CheckState, string> = { there: '✓', missing: '▲', asked: '◐', spare: '–' }

export type ChecklistProps = {
  title: string
  items: readonly CheckItem[]
  /** Level of its heading; 2 unless said. */
  level?: 2 | 3
}

/** What has to be there, each with a shape and a word; what is missing can be dealt with on its line. */
export function Checklist({ title, items, level = 2 }: ChecklistProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const { t } = useLingui()
  const words: Record<CheckState, string> = {
    there: t`there`,
    missing: t`missing`,
    asked: t`asked for`,
    spare: t`not needed`,
  }
  const missing = items.filter(({ state }) => state === 'missing').length
  return (
    <section className={css.checklist} aria-label={title}>
      <header className={css.head}>
        <Heading>{title}</Heading>
        <span className={missing > 0 ? css.open : css.whole}>
          <Plural value={missing} _0="nothing is missing" one="# is missing" other="# are missing" />
        </span>
      </header>
      <ul>
        {items.map(({ key, label, state, clause, note, action }) => (
          <li key={key} className={css.item}>
            <span className={`${css.state} ${css[state]}`}>
              <span aria-hidden="true">{shapes[state]}</span> {words[state]}
            </span>
            <span className={css.what}>
              {label} {clause && <code className={css.clause}>{clause}</code>}
              {note !== undefined && <span className={css.note}>{note}</span>}
            </span>
            {action !== undefined && <span className="not-printed">{action}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
