import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useHours } from '../parts/hours.ts'
import type { SiteMark } from './queue.ts'
import css from './site-sheet.module.css'

export type MarkButtonsProps = {
  /** Whom and which day, for those who hear it. */
  who: string
  mark: string | null
  minutes: number | null
  dayMinutes: number
  onTick: (mark: SiteMark, minutes: number | null) => void
}

const half = 30

/** The marks of a day as buttons for a gloved hand: a whole day or an absence is one tap, fewer hours two. */
export function MarkButtons({ who, mark, minutes, dayMinutes, onTick }: MarkButtonsProps) {
  const { t } = useLingui()
  const hours = useHours()
  const [asking, setAsking] = useState<'worked' | 'sent-home'>()
  const isWhole = mark === 'worked' && minutes === dayMinutes
  const tick = (next: SiteMark, worked: number | null = null): void => {
    setAsking(undefined)
    onTick(next, worked)
  }
  return (
    <fieldset className={css.marks}>
      <legend className="only-heard">{who}</legend>
      <Mark isOn={isWhole} onPress={() => tick('worked', dayMinutes)}>
        <Trans>Worked {hours(dayMinutes)}</Trans>
      </Mark>
      <Mark isOn={mark === 'absent'} onPress={() => tick('absent')}>
        <Trans>Absent</Trans>
      </Mark>
      <Mark
        isOn={mark === 'worked' && !isWhole}
        opens={asking === 'worked'}
        onPress={() => setAsking('worked')}
      >
        {mark === 'worked' && !isWhole ? t`Worked ${hours(minutes ?? 0)}` : t`Fewer hours`}
      </Mark>
      <Mark isOn={mark === 'sent-home'} opens={asking === 'sent-home'} onPress={() => setAsking('sent-home')}>
        {mark === 'sent-home' ? t`Sent home, ${hours(minutes ?? 0)}` : t`Sent home`}
      </Mark>
      <Mark isOn={mark === 'stood-down'} onPress={() => tick('stood-down')}>
        <Trans>No work for them</Trans>
      </Mark>
      {asking && (
        <fieldset className={css.hours}>
          <legend>{asking === 'worked' ? t`Hours worked` : t`Hours worked before going home`}</legend>
          {offered(dayMinutes, asking === 'sent-home').map((worked) => (
            <Mark
              key={worked}
              isOn={mark === asking && minutes === worked}
              onPress={() => tick(asking, worked)}
            >
              {hours(worked)}
            </Mark>
          ))}
        </fieldset>
      )}
    </fieldset>
  )
}

/** Each half hour below the whole day; none at all only for who was sent home at once. */
function offered(dayMinutes: number, withNone: boolean): number[] {
  const count = Math.ceil(dayMinutes / half)
  return Array.from({ length: count }, (_, n) => n * half).filter((minutes) => withNone || minutes > 0)
}

type MarkProps = {
  isOn: boolean
  /** Whether what the button opens is open; left out when it opens nothing. */
  opens?: boolean
  onPress: () => void
  children: React.ReactNode
}

function Mark({ isOn, opens, onPress, children }: MarkProps) {
  return (
    <button
      type="button"
      className={`${css.button} ${isOn ? css.on : ''}`}
      aria-pressed={isOn}
      {...(opens === undefined ? {} : { 'aria-expanded': opens })}
      onClick={onPress}
    >
      <span aria-hidden="true">{isOn ? '✓ ' : ''}</span>
      {children}
    </button>
  )
}
