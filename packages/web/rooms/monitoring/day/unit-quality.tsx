import { Trans, useLingui } from '@lingui/react/macro'
import { Status } from '../../../parts/status/status.tsx'
import { BatteryCurve } from './battery-curve.tsx'
import css from './day.module.css'
import type { DayAnswer, DayFix } from './track.ts'

type UnitQualityProps = {
  unit: DayAnswer['units'][number]
  fixes: readonly DayFix[]
  from: number
  to: number
}

/** Own: from this share of minutes with a usable position on, an active unit does well. */
const doesWell = 0.9
const doesPoorly = 0.6

/** How well a unit did on the day: what an officer needs before trusting, or doubting, what it says. */
export function UnitQuality({ unit, fixes, from, to }: UnitQualityProps) {
  const { i18n, t } = useLingui()
  const { quality } = unit
  const share = quality.minutes === 0 ? 0 : quality.minutesWithFix / quality.minutes
  const percent = new Intl.NumberFormat(i18n.locale, { style: 'percent' }).format(share)
  const number = (value: number): string =>
    new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 0 }).format(value)
  const metres = quality.medianAccuracy === null ? t`not known` : t`${number(quality.medianAccuracy)} m`
  const offset = quality.clockOffsetMs === null ? null : Math.round(quality.clockOffsetMs / 1000)
  return (
    <section className={css.unit} aria-label={t`Unit ${unit.serial}`}>
      <h3>
        {unit.serial} <span className={css.soft}>{unit.model}</span>
      </h3>
      {unit.level === 'active' && (
        <p>
          {share >= doesWell ? (
            <Status tone="settled">{t`Does well`}</Status>
          ) : share >= doesPoorly ? (
            <Status tone="waiting">{t`Misses some minutes`}</Status>
          ) : (
            <Status tone="waiting">{t`Misses many minutes`}</Status>
          )}
        </p>
      )}
      <dl className={css.facts}>
        <dt>{t`Minutes with a usable position`}</dt>
        <dd>
          <Trans>
            {percent} ({number(quality.minutesWithFix)} of {number(quality.minutes)})
          </Trans>
        </dd>
        <dt>{t`Middle accuracy`}</dt>
        <dd>{metres}</dd>
        <dt>{t`Longest time without one`}</dt>
        <dd>{t`${number(quality.longestGap)} min`}</dd>
        <dt>{t`Positions`}</dt>
        <dd>
          <Trans>
            {number(quality.fixes)}, {number(quality.unfit)} of them unfit for a decision
          </Trans>
        </dd>
        <dt>{t`Came late`}</dt>
        <dd>{number(quality.late)}</dd>
        <dt>{t`Clock`}</dt>
        <dd>
          {offset === null && t`not known`}
          {offset !== null && Math.abs(offset) <= 5 && t`right to within 5 s`}
          {offset !== null && offset > 5 && offset < 120 && t`at most ${number(offset)} s slow`}
          {offset !== null && offset >= 120 && t`at most ${number(offset / 60)} min slow`}
          {offset !== null && offset < -5 && t`${number(-offset)} s fast`}
        </dd>
      </dl>
      <BatteryCurve fixes={fixes} from={from} to={to} />
    </section>
  )
}
