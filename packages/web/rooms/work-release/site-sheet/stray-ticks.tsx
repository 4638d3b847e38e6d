import { Trans } from '@lingui/react/macro'
import { Day } from '../../../parts/day/day.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { useTroubleWords } from '../../../parts/trouble/trouble.tsx'
import type { SiteSheet } from '../parts/words.ts'
import { useMarkWords } from './mark-words.ts'
import { strays } from './queue.ts'
import css from './site-sheet.module.css'
import type { Ticks } from './use-ticks.ts'

/** Ticks that came too late for their sheet: the office did not take them, and is to be told by telephone. */
export function StrayTicks({ sheet, ticks }: { sheet: SiteSheet; ticks: Ticks }) {
  const words = useTroubleWords()
  const mark = useMarkWords()
  const onSheet = new Set(
    sheet.sites.flatMap(({ people }) => people.flatMap(({ days }) => days.map((day) => day.contractDayId))),
  )
  const left = strays(ticks.queue, onSheet)
  if (left.length === 0) return null
  return (
    <section className={css.refused} aria-labelledby="stray-ticks">
      <h2 id="stray-ticks">
        <Trans>Not taken by the office</Trans>
      </h2>
      <ul>
        {left.map((tick) => (
          <li key={tick.key}>
            <Status tone="now">
              <span>
                <Day day={tick.on} />: {mark(tick)}. {tick.refused && words(tick.refused)}
              </span>
            </Status>
            <button type="button" className={css.button} onClick={() => ticks.giveUp(tick)}>
              <Trans>Take off this list</Trans>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
