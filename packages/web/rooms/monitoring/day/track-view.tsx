import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useMemo } from 'react'
import { Temporal } from 'temporal-polyfill'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { TimeOf } from '../../../parts/day/day.tsx'
import { dayAt, timeInWords } from '../../../parts/day/format.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { CountyMap } from '../../../parts/map/county-map.tsx'
import css from './day.module.css'
import { Found, Stretches } from './found.tsx'
import { Player } from './player.tsx'
import { Positions } from './positions.tsx'
import { areasOf, circlesOf, type DayAnswer, fixAt, fixesOf, linesOf, marksOf, millisOf } from './track.ts'
import { UnitQuality } from './unit-quality.tsx'
import { Until } from './until.tsx'
import { usePlayback } from './use-playback.ts'

/** The day on a map with its playback, and everything that the map says in tables beside and below it. */
export function Track({ answer, onAgain }: { answer: DayAnswer; onAgain: () => void }) {
  const { i18n, t } = useLingui()
  const { agency } = useSignedIn()
  const fixes = useMemo(() => fixesOf(answer), [answer])
  const lines = useMemo(() => linesOf(answer, fixes), [answer, fixes])
  const isOver = dayAt(answer.to, agency.timeZone) !== answer.date
  const [from, to] = [millisOf(answer.from), millisOf(answer.to)]
  const stations = useMemo(() => fixes.map(({ at }) => at), [fixes])
  const events = useMemo(() => answer.happenings.map(({ at }) => millisOf(at)), [answer])
  const playback = usePlayback(from, to, stations, events)
  const here = fixAt(fixes, playback.at)
  // Zones change rarely and circles by the minute: neither is made anew at each step of the playback.
  const minute = Math.floor(playback.at / 60_000) * 60_000
  const areas = useMemo(() => areasOf(answer, Math.min(minute, to - 1)), [answer, minute, to])
  const circles = useMemo(() => circlesOf(fixes, minute), [fixes, minute])
  const marks = useMemo(() => {
    const time = (millis: number): string =>
      timeInWords(Temporal.Instant.fromEpochMilliseconds(millis).toString(), agency.timeZone, i18n.locale)
    return marksOf(answer, fixes, here, {
      stop: (minutes) => t`${minutes} min`,
      unfit: t`unfit for a decision`,
      here: t`here`,
      time,
    })
  }, [answer, fixes, here, agency.timeZone, i18n.locale, t])

  if (answer.units.length === 0 && fixes.length === 0)
    return (
      <Empty title={t`No unit was worn on this day`}>
        <Trans>A track comes here when a unit is put on and sends positions.</Trans>
      </Empty>
    )
  return (
    <div className={css.page}>
      <Player playback={playback} from={from} to={to} />
      <div className={css.beside}>
        <CountyMap
          label={t`The track of the day; the tables beside it say the same`}
          marks={marks}
          circles={circles}
          areas={areas}
          lines={lines}
          picked={here ? 'here' : null}
          onPick={(id) => {
            const stop = /^stop-(\d+)$/.exec(id)
            if (stop) playback.goTo(millisOf(answer.stops[Number(stop[1])]!.from))
            const fix = /^fix-(\d+)$/.exec(id)
            if (fix) playback.goTo(fixes[Number(fix[1])]!.at)
          }}
        />
        <section className={css.side} aria-labelledby="positions">
          <h2 id="positions">{t`Positions`}</h2>
          <p className={css.soft}>
            {isOver ? (
              <Trans>Known to the end of the day.</Trans>
            ) : (
              <Trans>
                Known until <TimeOf at={answer.to} />
              </Trans>
            )}{' '}
            <Button type="button" unstyled onClick={onAgain}>
              <Trans>Look again</Trans>
            </Button>
          </p>
          <Positions fixes={fixes} at={playback.at} onGo={playback.goTo} />
        </section>
      </div>
      <div className={css.columns}>
        <Found answer={answer} onGo={playback.goTo} />
        <Stretches answer={answer} onGo={playback.goTo} />
      </div>
      <section aria-labelledby="units">
        <h2 id="units">{t`How well the unit did`}</h2>
        <div className={css.columns}>
          {answer.units.map((unit, i) => (
            <UnitQuality
              key={`${unit.id}-${unit.from}`}
              unit={unit}
              fixes={fixes.filter((fix) => fix.unit === i)}
              from={from}
              to={to}
            />
          ))}
        </div>
      </section>
      <Zones answer={answer} />
    </div>
  )
}

function Zones({ answer: { zones, date } }: { answer: DayAnswer }) {
  const { t } = useLingui()
  return (
    <section aria-labelledby="zones">
      <h2 id="zones">{t`Zones as they stood`}</h2>
      {zones.length === 0 && (
        <Empty title={t`No zones of this person`}>
          <Trans>Zones that were drawn for the person, or for many, stand here with their times.</Trans>
        </Empty>
      )}
      {zones.length > 0 && (
        <table className={`${css.table} ${css.zones}`}>
          <thead>
            <tr>
              <th scope="col">{t`Zone`}</th>
              <th scope="col">{t`Rule`}</th>
              <th scope="col">{t`From`}</th>
              <th scope="col">{t`To`}</th>
            </tr>
          </thead>
          <tbody>
            {zones.map((zone) => (
              <tr key={`${zone.id}-${zone.from}`}>
                <td>
                  {zone.name}
                  {zone.set !== null && <span className={css.soft}> {t`set ${zone.set}`}</span>}
                  {zone.version !== '' && <span className={css.soft}> {t`drawing ${zone.version}`}</span>}
                </td>
                <td>{zone.rule === 'inclusion' ? t`must be inside` : t`must stay out`}</td>
                <td>
                  <TimeOf at={zone.from} />
                </td>
                <td>
                  <Until at={zone.to} date={date} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
