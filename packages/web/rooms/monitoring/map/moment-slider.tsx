import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useEffect, useId, useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { officeNow } from '../../../api/office-clock.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { momentInWords } from '../../../parts/day/format.ts'
import { useKeys } from '../../../parts/keys/keys.tsx'
import css from './map.module.css'

/** Minutes that one can go back, and of one step. */
const furthest = 24 * 60
const step = 5
/** Milliseconds after the last step before the office is asked: each moment that is shown is a look. */
const settling = 600

type MomentSliderProps = { at: string | null; onMove: (at: string | null) => void }

/** Goes back in time, to a day ago in steps of five minutes; at its end it is live. */
export function MomentSlider({ at, onMove }: MomentSliderProps) {
  const { i18n, t } = useLingui()
  const { agency } = useSignedIn()
  const id = useId()
  const [back, setBack] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the slider moves the time.
  useEffect(() => {
    const timer = setTimeout(() => onMove(back === 0 ? null : momentAgo(back)), settling)
    return () => clearTimeout(timer)
  }, [back])
  useEffect(() => {
    if (at === null) setBack(0)
  }, [at])
  const move = (by: number): void => setBack((now) => Math.max(0, Math.min(furthest, now + by)))
  useKeys([
    { key: '[', does: t`Five minutes back`, press: () => move(step) },
    { key: ']', does: t`Five minutes forward`, press: () => move(-step) },
    { key: 'l', does: t`Live`, press: () => setBack(0) },
  ])
  const said = back === 0 ? t`Now` : momentInWords(momentAgo(back), agency.timeZone, i18n.locale)
  return (
    <div className={css.slider}>
      <label htmlFor={id}>
        <Trans>Time</Trans>
      </label>
      <input
        id={id}
        type="range"
        min={-furthest}
        max={0}
        step={step}
        value={-back}
        aria-valuetext={said}
        onChange={(event) => setBack(-Number(event.target.value))}
      />
      <output htmlFor={id}>{said}</output>
      <Button type="button" outline aria-disabled={back === 0} onClick={() => setBack(0)}>
        <Trans>Go live</Trans>
      </Button>
    </div>
  )
}

/** The moment so many minutes ago, on the whole five minutes. */
function momentAgo(minutes: number): string {
  const moment = officeNow().subtract({ minutes })
  const whole = step * 60_000
  return Temporal.Instant.fromEpochMilliseconds(
    Math.floor(moment.epochMilliseconds / whole) * whole,
  ).toString()
}
