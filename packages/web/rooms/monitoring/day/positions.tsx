import { Trans, useLingui } from '@lingui/react/macro'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Temporal } from 'temporal-polyfill'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { timeInWords } from '../../../parts/day/format.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { useKeys } from '../../../parts/keys/keys.tsx'
import { useLabel } from '../../../parts/words/words.ts'
import css from './day.module.css'
import { reasonWords } from './reason-words.ts'
import type { DayFix } from './track.ts'

type PositionsProps = { fixes: readonly DayFix[]; at: number; onGo: (at: number) => void }

/** Every position of the day; the one of the moment is in sight. Unfit ones say why. */
export function Positions({ fixes, at, onGo }: PositionsProps) {
  const { i18n, t } = useLingui()
  const { agency } = useSignedIn()
  const frame = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: fixes.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 30,
    overscan: 12,
  })
  useKeys([{ key: 't', does: t`Go to the positions; arrows move`, press: () => frame.current?.focus() }])
  const here = fixes.findLastIndex((fix) => fix.at <= at)
  useEffect(() => {
    if (here >= 0) virtual.scrollToIndex(here, { align: 'center' })
  }, [here, virtual.scrollToIndex])
  if (fixes.length === 0)
    return (
      <Empty title={t`No positions`}>
        <Trans>They come here as the unit sends them.</Trans>
      </Empty>
    )
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const time = (millis: number): string =>
    timeInWords(Temporal.Instant.fromEpochMilliseconds(millis).toString(), agency.timeZone, i18n.locale)
  const walk = (event: KeyboardEvent): void => {
    const to = {
      ArrowDown: fixes.find((fix) => fix.at > at),
      ArrowUp: fixes.findLast((fix) => fix.at < (fixes[here]?.at ?? 0)),
      Home: fixes[0],
      End: fixes.at(-1),
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    onGo(to.at)
  }
  return (
    <section
      ref={frame}
      className={css.scroll}
      aria-label={t`Positions of the day`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
      tabIndex={0}
      onKeyDown={walk}
    >
      <table className={css.table} aria-rowcount={fixes.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t`Measured`}</th>
            <th scope="col">{t`Place`}</th>
            <th scope="col" className={css.end}>{t`Known to`}</th>
            <th scope="col" className={css.end}>{t`Battery`}</th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} />}
          {items.map(({ index }) => {
            const fix = fixes[index]!
            return (
              <tr
                key={index}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                className={index === here ? css.here : undefined}
              >
                <td>
                  {/* Of hundreds none is a stop: the arrows walk them. */}
                  <button type="button" tabIndex={-1} className={css.go} onClick={() => onGo(fix.at)}>
                    {time(fix.at)}
                  </button>
                </td>
                <td>
                  <span className={css.oneLine}>
                    {fix.lat === null || fix.lon === null
                      ? '–'
                      : `${fix.lat.toFixed(5)}, ${fix.lon.toFixed(5)}`}
                  </span>
                  <Remarks fix={fix} />
                </td>
                <td className={css.end}>{fix.accuracy === null ? '–' : t`${Math.round(fix.accuracy)} m`}</td>
                <td className={css.end}>{fix.battery === null ? '–' : t`${fix.battery}%`}</td>
              </tr>
            )
          })}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
    </section>
  )
}

/** Why no decision stands on a position, and that it came late. */
function Remarks({ fix }: { fix: DayFix }) {
  const { t } = useLingui()
  const label = useLabel()
  const late = Math.round(fix.delay / 60_000)
  return (
    <>
      {fix.unfit !== null && (
        <div className={css.remark}>
          <Trans>Unfit for a decision: {label(reasonWords[fix.unfit] ?? fix.unfit)}</Trans>
        </div>
      )}
      {late > 5 && <div className={css.remark}>{t`came ${late} min late`}</div>}
    </>
  )
}

/** Holds the place of the rows that are not drawn. */
function Gap({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be reached; it only takes up room.
    <tr aria-hidden="true">
      <td colSpan={4} style={{ height }} className={css.gap} />
    </tr>
  )
}
