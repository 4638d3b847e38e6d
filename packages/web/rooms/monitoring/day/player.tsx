import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useId } from 'react'
import { Temporal } from 'temporal-polyfill'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { dayAt, timeInWords } from '../../../parts/day/format.ts'
import css from './day.module.css'
import { type Playback, type Speed, speeds } from './use-playback.ts'

const minute = 60_000
const instantOf = (millis: number): string =>
  Temporal.Instant.fromEpochMilliseconds(Math.round(millis)).toString()

/** The moment that is shown: a slider over the day, playing, and how fast. */
export function Player({ playback, from, to }: { playback: Playback; from: number; to: number }) {
  const { i18n, t } = useLingui()
  const { agency } = useSignedIn()
  const id = useId()
  const at = instantOf(playback.at)
  // The midnight at its end is the next day's: said as a time it would be the day's first.
  const isPast = dayAt(at, agency.timeZone) !== dayAt(instantOf(from), agency.timeZone)
  const said = isPast ? t`end of the day` : timeInWords(at, agency.timeZone, i18n.locale)
  return (
    <div className={`${css.player} not-printed`}>
      <Button type="button" onClick={playback.toggle}>
        {playback.isPlaying ? t`Pause` : t`Play`}
      </Button>
      <label htmlFor={id} className="only-heard">
        <Trans>Time of day</Trans>
      </label>
      <input
        id={id}
        type="range"
        min={from}
        max={to}
        step={minute}
        value={playback.at}
        aria-valuetext={said}
        onChange={(event) => playback.goTo(Number(event.target.value))}
      />
      <output htmlFor={id}>{said}</output>
      <label htmlFor={`${id}-speed`}>
        <Trans>Speed</Trans>
      </label>
      <select
        id={`${id}-speed`}
        className="usa-select"
        value={playback.speed}
        onChange={(event) => playback.setSpeed(Number(event.target.value) as Speed)}
      >
        {speeds.map((speed) => (
          <option key={speed} value={speed}>
            {t`${speed} min a second`}
          </option>
        ))}
      </select>
    </div>
  )
}
