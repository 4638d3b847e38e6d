import { Trans, useLingui } from '@lingui/react/macro'
import { Temporal } from 'temporal-polyfill'
import { SeenFrom, TimeOf } from '../../../parts/day/day.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { Status, type Tone } from '../../../parts/status/status.tsx'
import { useLabel } from '../../../parts/words/words.ts'
import { EngineText } from '../parts/engine-text.tsx'
import { kindWords } from '../parts/kind-words.ts'
import css from './day.module.css'
import { type DayAnswer, millisOf } from './track.ts'
import { HowLong, Until } from './until.tsx'

type FoundProps = { answer: DayAnswer; onGo: (at: number) => void }

const tones: Readonly<Record<string, Tone>> = {
  critical: 'now',
  high: 'now',
  medium: 'waiting',
  low: 'waiting',
}

/** What the watch found on the day, withdrawn ones too; each shows its moment on the map. */
export function Found({ answer, onGo }: FoundProps) {
  const { t } = useLingui()
  const label = useLabel()
  const { happenings } = answer
  const names = new Map(answer.zones.map(({ id, name }) => [id, name]))
  return (
    <section aria-labelledby="found">
      <h2 id="found">{t`What the watch found`}</h2>
      {happenings.length === 0 && (
        <Empty title={t`Nothing was found`}>
          <Trans>Crossings, tampers, silence and the battery come here as the watch finds them.</Trans>
        </Empty>
      )}
      {happenings.length > 0 && (
        <table className={`${css.table} ${css.found}`}>
          <thead>
            <tr>
              <th scope="col">{t`Time`}</th>
              <th scope="col">{t`What`}</th>
              <th scope="col">{t`Why`}</th>
              <th scope="col" className={css.wideOnly}>{t`Known`}</th>
            </tr>
          </thead>
          <tbody>
            {happenings.map((one) => (
              <tr key={one.key}>
                <td>
                  <Go at={one.at} onGo={onGo} />
                </td>
                <td>
                  <Status tone={one.withdrawn ? 'over' : (tones[one.severity] ?? 'plain')}>
                    {label(kindWords[one.kind] ?? one.kind)}
                  </Status>
                  {one.zone && <div>{names.get(one.zone) ?? t`a zone for a group`}</div>}
                  {one.late && <div>{t`Found by evidence that came late`}</div>}
                  {one.withdrawn && <div>{t`Withdrawn by later evidence`}</div>}
                  {one.joined && <div>{t`Part of an earlier one`}</div>}
                </td>
                <td>
                  <EngineText text={one.why} />
                </td>
                <td className={css.wideOnly}>
                  <SeenFrom at={one.knownAt} day={answer.date} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** A time that takes the map to its moment. */
export function Go({ at, onGo }: { at: string; onGo: (at: number) => void }) {
  return (
    <button type="button" className={css.go} onClick={() => onGo(millisOf(at))}>
      <TimeOf at={at} />
    </button>
  )
}

type Stretch = { from: string; to: string; kind: 'stop' | 'gap'; fixes: number }

/** Where one stayed and what is not known, in the order of the day. */
export function Stretches({ answer, onGo }: FoundProps) {
  const { t } = useLingui()
  const stretches: Stretch[] = [
    ...answer.stops.map(({ from, to, fixes }) => ({ from, to, fixes, kind: 'stop' as const })),
    ...answer.gaps.map(({ from, to }) => ({ from, to, fixes: 0, kind: 'gap' as const })),
  ].sort((a, b) => Temporal.Instant.compare(a.from, b.from))
  return (
    <section aria-labelledby="stretches">
      <h2 id="stretches">{t`Stops and gaps`}</h2>
      {stretches.length === 0 && (
        <Empty title={t`Neither stops nor gaps`}>
          <Trans>
            A stay of five minutes at one place is a stop; a time without a usable position is a gap.
          </Trans>
        </Empty>
      )}
      {stretches.length > 0 && (
        <table className={`${css.table} ${css.spans}`}>
          <thead>
            <tr>
              <th scope="col">{t`From`}</th>
              <th scope="col">{t`To`}</th>
              <th scope="col" className={css.end}>{t`How long`}</th>
              <th scope="col">{t`What`}</th>
            </tr>
          </thead>
          <tbody>
            {stretches.map((one) => (
              <tr key={`${one.kind}-${one.from}`}>
                <td>
                  <Go at={one.from} onGo={onGo} />
                </td>
                <td>
                  <Until at={one.to} date={answer.date} />
                </td>
                <td className={css.end}>
                  <HowLong millis={millisOf(one.to) - millisOf(one.from)} />
                </td>
                <td>
                  {one.kind === 'stop' ? (
                    <Status tone="plain">{t`Stop, ${one.fixes} positions`}</Status>
                  ) : (
                    <Status tone="waiting">{t`No usable position`}</Status>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
