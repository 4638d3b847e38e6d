import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { type Duty, type DutyWords, useDutyWords } from './duty-words.tsx'
import css from './today.module.css'

type DutyListProps = { kind: string; own: boolean; count: number; items: readonly Duty[] }

/** Duties by their kind, each list under its heading. */
export function Duties({ of }: { of: readonly DutyListProps[] }) {
  const words = useDutyWords()
  if (of.length === 0) return null
  return (
    <div className={css.duties}>
      {of.map((duty) => (
        <DutyList key={duty.kind} {...duty} words={words[duty.kind]} />
      ))}
    </div>
  )
}

function DutyList({ kind, own, count, items, words }: DutyListProps & { words: DutyWords | undefined }) {
  const heading = own ? `own-${kind}` : `duty-${kind}`
  return (
    <section aria-labelledby={heading} className={css.duty}>
      <h2 id={heading}>
        {words?.title ?? kind} <span className={css.count}>{count}</span>
      </h2>
      <ul className={css.items}>
        {items.map((item) => (
          <li
            key={`${item.personId}-${item.enrolmentId}-${item.subjectId}-${item.detail.week ?? ''}`}
            className={css.item}
          >
            <OneDuty item={item} words={words} />
          </li>
        ))}
      </ul>
      {count > items.length && (
        <p className={css.more}>
          <Trans>
            The oldest {items.length} of {count} are shown.
          </Trans>
        </p>
      )}
    </section>
  )
}

function OneDuty({ item, words }: { item: Duty; words: DutyWords | undefined }) {
  const due = words?.due?.(item) ?? (item.dueOn && <Day day={item.dueOn} />)
  return (
    <>
      <span className={css.what}>
        {words?.mark?.(item)}
        {item.personId && item.personName && <Name id={item.personId}>{item.personName}</Name>}
        {words?.about && <span className={css.about}>{words.about(item)}</span>}
      </span>
      <span className={css.due}>{due}</span>
      {words && (
        <Link
          to={words.to(item)}
          search={words.search?.(item) ?? {}}
          className={`usa-button usa-button--outline ${css.action ?? ''}`}
          aria-label={`${words.action}: ${item.personName ?? words.about?.(item) ?? ''}`}
        >
          {words.action}
        </Link>
      )}
    </>
  )
}

/** Whom it is about; a way to the record for who may read it. */
function Name({ id, children }: { id: string; children: string }) {
  const may = useMay()
  if (!may('person.read')) return <strong>{children}</strong>
  return (
    <Link to="/people/$id" params={{ id }} className={css.name}>
      {children}
    </Link>
  )
}
