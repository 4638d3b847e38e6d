import { Trans, useLingui } from '@lingui/react/macro'
import { Because } from '../../../parts/because/because.tsx'
import { Moment } from '../../../parts/day/day.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import { useHours } from '../parts/hours.ts'
import { type DayHistory, excuseNames } from '../parts/words.ts'
import { hasHours, markChoices } from './mark-words.ts'
import css from './roster.module.css'

type KeptMark = DayHistory['marks'][number]

/** How the day stands now, and every mark it had before. */
export function MarkHistory({ marks }: { marks: readonly KeptMark[] }) {
  const [current, ...earlier] = marks
  if (!current) {
    return (
      <p>
        <Trans>This day is not marked yet.</Trans>
      </p>
    )
  }
  return (
    <>
      <OneMark mark={current} />
      {earlier.length > 0 && (
        <details>
          <summary>
            <Trans>Earlier marks, kept as they were</Trans>
          </summary>
          <ol className={css.earlier}>
            {earlier.map((mark) => (
              <li key={mark.version}>
                <OneMark mark={mark} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

function OneMark({ mark }: { mark: KeptMark }) {
  const { i18n } = useLingui()
  const hours = useHours()
  const said = useSaid()
  return (
    <div className={css.mark}>
      <p>
        <strong>{i18n._(markChoices[mark.mark])}</strong>
        {hasHours(mark.mark) && mark.minutes !== null && <> · {hours(mark.minutes)}</>}
        {' · '}
        <Trans>credited: {mark.creditedDays}</Trans>
      </p>
      {mark.excuse !== null && (
        <p>
          {i18n._(excuseNames[mark.excuse])} · <Trans>verified: {mark.verification}</Trans>
        </p>
      )}
      {mark.note !== '' && <p>{mark.note}</p>}
      {mark.because && (
        <Because clause={mark.because.clause} own={mark.because.own}>
          {said(mark.because.text)}
        </Because>
      )}
      {mark.decided && (
        <Because clause={mark.decided.clause}>
          <Trans>an officer decided: {mark.decided.reason}</Trans>
        </Because>
      )}
      <p className={css.soft}>
        <MarkSource source={mark.source} /> · {mark.markedBy} · <Moment at={mark.markedAt} />
      </p>
    </div>
  )
}

function MarkSource({ source }: { source: KeptMark['source'] }) {
  const { t } = useLingui()
  return { office: t`Marked at the office`, roster: t`From the returned sheet`, site: t`Ticked at the site` }[
    source
  ]
}
