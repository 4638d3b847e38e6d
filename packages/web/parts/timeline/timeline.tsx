import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { Day, Moment } from '../day/day.tsx'
import { Empty } from '../empty/empty.tsx'
import css from './timeline.module.css'

/** One dated thing. */
export type TimelineItem = {
  key: string
  /** Which filter it belongs to. */
  group: string
  /** When it was recorded (ISO instant). */
  at: string
  /** The day it is about, where that is another. */
  onDay?: string | null
  title: ReactNode
  detail?: ReactNode
  /** Who did it. */
  by?: string | null
}

/** Everything that happened, newest first, with a tick for each group that can be left out. */
export function Timeline({
  items,
  groups,
}: {
  items: readonly TimelineItem[]
  groups: readonly { id: string; name: string }[]
}) {
  const { t } = useLingui()
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const shown = items.filter((item) => !hidden.has(item.group))
  const present = groups.filter((group) => items.some((item) => item.group === group.id))
  const toggle = (id: string) => {
    const next = new Set(hidden)
    if (!next.delete(id)) next.add(id)
    setHidden(next)
  }
  return (
    <div>
      {present.length > 1 && (
        <fieldset className={`${css.filters} not-printed`}>
          <legend className="only-heard">
            <Trans>Show</Trans>
          </legend>
          {present.map((group) => (
            <label key={group.id} className={css.filter}>
              <input type="checkbox" checked={!hidden.has(group.id)} onChange={() => toggle(group.id)} />
              {group.name}
            </label>
          ))}
        </fieldset>
      )}
      {shown.length === 0 ? (
        <Empty title={t`Nothing to show`}>
          <Trans>What happens to this person here is listed in this place, newest first.</Trans>
        </Empty>
      ) : (
        <ol className={css.list}>
          {shown.map((item) => (
            <li key={item.key} className={css.item}>
              <div className={css.when}>
                <Moment at={item.at} />
              </div>
              <div>
                <div className={css.title}>{item.title}</div>
                {item.onDay && (
                  <div className={css.detail}>
                    <Trans>
                      For <Day day={item.onDay} />
                    </Trans>
                  </div>
                )}
                {item.detail !== undefined && <div className={css.detail}>{item.detail}</div>}
                {item.by && <div className={css.by}>{item.by}</div>}
              </div>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
