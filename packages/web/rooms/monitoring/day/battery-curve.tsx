import { useLingui } from '@lingui/react/macro'
import css from './day.module.css'
import type { DayFix } from './track.ts'

const [width, height] = [240, 48]

/** The battery over the day, as a line and in words. */
export function BatteryCurve({ fixes, from, to }: { fixes: readonly DayFix[]; from: number; to: number }) {
  const { t } = useLingui()
  const levels = fixes.flatMap(({ at, battery }) => (battery === null ? [] : [{ at, battery }]))
  const [first, last] = [levels[0], levels.at(-1)]
  if (!first || !last) return <p className={css.soft}>{t`The unit did not say how full its battery was.`}</p>
  const lowest = levels.reduce((least, { battery }) => Math.min(least, battery), 100)
  const path = levels
    .map(
      ({ at, battery }) =>
        `${(((at - from) / (to - from)) * width).toFixed(1)} ${height - (battery / 100) * height}`,
    )
    .join('L')
  const said = t`Battery: ${first.battery}% at first, ${lowest}% at the lowest, ${last.battery}% at last`
  return (
    <figure className={css.battery}>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <path d={`M0 ${height * 0.75}H${width}`} className={css.lowLine} />
        <path d={`M${path}`} className={css.levelLine} />
      </svg>
      <figcaption>{said}</figcaption>
    </figure>
  )
}
