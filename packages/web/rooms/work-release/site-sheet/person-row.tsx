import { Trans, useLingui } from '@lingui/react/macro'
import { Day, TimeOf } from '../../../parts/day/day.tsx'
import { dayInWords } from '../../../parts/day/format.ts'
import { Status } from '../../../parts/status/status.tsx'
import { useTroubleWords } from '../../../parts/trouble/trouble.tsx'
import { limitNames, type SiteSheet } from '../parts/words.ts'
import { MarkButtons } from './mark-buttons.tsx'
import { type Marked, useMarkWords } from './mark-words.ts'
import { type Tick, tickOf } from './queue.ts'
import css from './site-sheet.module.css'
import type { Ticks } from './use-ticks.ts'

type Site = SiteSheet['sites'][number]
export type SheetPerson = Site['people'][number]
export type SheetDay = SheetPerson['days'][number]

export type PersonRowProps = {
  person: SheetPerson
  day: SheetDay
  dayMinutes: number
  ticks: Ticks
  /** The sheet went back to the office, or the day is still to come: nothing can be ticked. */
  isShut: boolean
}

/** One person on one day: who, what they cannot do, and the buttons that mark the day. */
export function PersonRow({ person, day, dayMinutes, ticks, isShut }: PersonRowProps) {
  const { i18n } = useLingui()
  const tick = tickOf(ticks.queue, day.contractDayId)
  const shown = tick ?? day
  const isOffices = day.mark === 'absent-excused' || day.mark === 'absent-unexcused'
  const put = (mark: Tick['mark'], minutes: number | null, version = day.version): void =>
    ticks.tick({ contractDayId: day.contractDayId, on: day.day, version, mark, minutes })
  return (
    <li className={css.person}>
      <div className={css.who}>
        <h3>{person.name}</h3>
        {person.birthDate !== null && (
          <span>
            <Trans>
              born <Day day={person.birthDate} of="record" />
            </Trans>
          </span>
        )}
        {person.limits.map((limit) => (
          <strong key={limit}>{i18n._(limitNames[limit])}</strong>
        ))}
      </div>
      {tick?.refused ? (
        <Refused day={day} tick={tick} refused={tick.refused} ticks={ticks} onAgain={put} />
      ) : (
        <Standing day={day} tick={tick} isCutOff={ticks.isCutOff} />
      )}
      {!isShut && !isOffices && (
        <MarkButtons
          who={`${person.name}, ${dayInWords(day.day, i18n.locale)}`}
          mark={shown.mark}
          minutes={tick?.mark === 'worked' ? (tick.minutes ?? dayMinutes) : shown.minutes}
          dayMinutes={dayMinutes}
          onTick={put}
        />
      )}
    </li>
  )
}

type StandingProps = { day: SheetDay; tick: Tick | undefined; isCutOff: boolean }

/** Where the mark is: on its way, waiting here, with the office, or still to be made. */
function Standing({ day, tick, isCutOff }: StandingProps) {
  const mark = useMarkWords()
  if (tick) {
    return (
      <p>
        <Status tone="waiting">
          {isCutOff ? (
            <Trans>{mark(tick)}: kept on this phone, waits for the network</Trans>
          ) : (
            <Trans>{mark(tick)}: being sent</Trans>
          )}
        </Status>
      </p>
    )
  }
  return (
    <p>
      {day.mark === null ? (
        <Status tone="plain">
          <Trans>not ticked yet</Trans>
        </Status>
      ) : (
        <Status tone="settled">
          <Trans>{mark(day)}: saved at the office</Trans>
        </Status>
      )}
    </p>
  )
}

type RefusedProps = {
  day: SheetDay
  tick: Tick
  refused: NonNullable<Tick['refused']>
  ticks: Ticks
  onAgain: (mark: Tick['mark'], minutes: number | null, version: number) => void
}

/** A tick that the office did not take: both stand side by side, and the person says which shall stand. */
function Refused({ day, tick, refused, ticks, onAgain }: RefusedProps) {
  const mark = useMarkWords()
  const words = useTroubleWords()
  const { conflict } = refused
  const version = Number(conflict?.current.version ?? day.version)
  return (
    <div className={css.refused} role="alert">
      <p>
        <Status tone="now">{words(refused)}</Status>
      </p>
      <dl>
        <div>
          <dt>
            {conflict ? (
              <Trans>
                At the office, by {conflict.changedBy}, <TimeOf at={conflict.changedAt} />
              </Trans>
            ) : (
              <Trans>At the office</Trans>
            )}
          </dt>
          <dd>{mark(conflict ? (conflict.current as Marked) : day)}</dd>
        </div>
        <div>
          <dt>
            <Trans>Yours</Trans>
          </dt>
          <dd>{mark(tick)}</dd>
        </div>
      </dl>
      <div className={css.choices}>
        {conflict && (
          <button
            type="button"
            className={css.button}
            onClick={() => onAgain(tick.mark, tick.minutes, version)}
          >
            <Trans>Send mine over it</Trans>
          </button>
        )}
        <button type="button" className={css.button} onClick={() => ticks.giveUp(tick)}>
          <Trans>Leave it as it is there</Trans>
        </button>
      </div>
    </div>
  )
}
