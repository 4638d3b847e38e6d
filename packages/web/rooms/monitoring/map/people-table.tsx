import { useLingui } from '@lingui/react/macro'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useKeys } from '../../../parts/keys/keys.tsx'
import { Ago } from '../parts/ago.tsx'
import { StateSaid } from '../parts/state-words.tsx'
import css from './map.module.css'
import type { MapPerson } from './people.ts'

type PeopleTableProps = {
  people: readonly MapPerson[]
  /** Epoch milliseconds of what is shown: ages are counted from it. */
  asOf: number
  picked: string | null
  onPick: (id: string) => void
}

/** The people of the map as a table: the same, for the eye and the keyboard. Of thousands only those in sight are drawn. */
export function PeopleTable({ people, asOf, picked, onPick }: PeopleTableProps) {
  const { t } = useLingui()
  const frame = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: people.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 34,
    getItemKey: (index) => people[index]!.id,
    overscan: 12,
  })
  const place = people.findIndex(({ id }) => id === picked)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only who is picked moves the table, not every refresh.
  useEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place)
  }, [picked])

  const step = (by: number): void => {
    const next = people[Math.max(0, Math.min(people.length - 1, place + by))]
    if (next) onPick(next.id)
    frame.current?.focus({ preventScroll: true })
  }
  useKeys([
    { key: 'j', does: t`Next person`, press: () => step(1) },
    { key: 'k', does: t`Person before`, press: () => step(-1) },
  ])
  const walk = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY }[
      event.key
    ]
    if (by === undefined) return
    event.preventDefault()
    step(by)
  }

  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <section
      ref={frame}
      className={css.scroll}
      aria-label={t`People on the map`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
      tabIndex={0}
      onKeyDown={walk}
    >
      <table className={css.table} aria-rowcount={people.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t`Person`}</th>
            <th scope="col">{t`State`}</th>
            <th scope="col">{t`Last heard`}</th>
            <th scope="col">{t`Place of`}</th>
            <th scope="col" className={css.end}>{t`Battery`}</th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} />}
          {items.map(({ index, key }) => {
            const person = people[index]!
            return (
              <tr
                key={key as string}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                className={person.id === picked ? css.picked : undefined}
              >
                <td>
                  {/* Of thousands none is a stop: the arrows walk them. */}
                  <button
                    type="button"
                    tabIndex={-1}
                    className={css.name}
                    aria-pressed={person.id === picked}
                    onClick={() => onPick(person.id)}
                  >
                    {person.name}
                  </button>
                </td>
                <td>
                  <StateSaid state={person.state} />
                </td>
                <td>{person.contact === null ? '–' : <Ago at={person.contact} now={asOf} />}</td>
                <td>
                  {person.at === null ? t`none` : <Ago at={person.at} now={asOf} />}
                  {person.later && <> · {t`came later`}</>}
                </td>
                <td className={css.end}>{person.battery === null ? '–' : t`${person.battery}%`}</td>
              </tr>
            )
          })}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
    </section>
  )
}

/** Holds the place of the rows that are not drawn. */
function Gap({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be reached; it only takes up room.
    <tr aria-hidden="true" className={css.gap}>
      <td colSpan={5} style={{ height }} />
    </tr>
  )
}
