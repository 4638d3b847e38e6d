import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, AlertHeading, AlertText, Button } from '@trussworks/react-uswds'
import { useId } from 'react'
import type { Problem } from '../../../api/problem.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Moment } from '../../../parts/day/day.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { kindWords } from '../../monitoring/parts/kind-words.ts'
import { EndedExceptions } from './ended-exceptions.tsx'
import css from './home.module.css'
import { Remarks } from './remarks.tsx'
import type { Trial } from './use-trial.ts'
import type { Tried } from './words.ts'

type TriedPartProps = {
  trial: Trial
  canTry: boolean
  /** The button was pressed while what is typed cannot be read: says at the fields why. */
  onAsleep?: () => void
}

/**
 * "Try it on the last 14 days": which alarms the change would have made, against those there are as things are set now
 * and those on record. Stands before the button that saves.
 */
export function TriedPart({ trial, canTry, onAsleep }: TriedPartProps) {
  const { tried, refused, error, isRunning } = trial
  // A dialog may stand before a page that has one too.
  const id = useId()
  return (
    <section className={css.tried} aria-labelledby={id}>
      <h2 id={id}>
        <Trans>Try it on the last 14 days</Trans>
      </h2>
      <p>
        <Button
          type="button"
          outline
          aria-disabled={!canTry || isRunning}
          onClick={canTry ? trial.run : onAsleep}
        >
          <Trans>Try it</Trans>
        </Button>{' '}
        <span role="status" className={css.soft}>
          {isRunning ? (
            <Trans>Going through the positions…</Trans>
          ) : (
            !canTry && <Trans>Something above is still needed, or cannot be read.</Trans>
          )}
        </span>
      </p>
      {refused && <RefusedPart refused={refused} />}
      {error !== null && error !== undefined && <Trouble error={error} onRetry={trial.run} />}
      {tried && <Remarks remarks={tried.remarks} />}
      {tried?.exceptionsEnded && <EndedExceptions exceptions={tried.exceptionsEnded} />}
      {tried && <Outcome tried={tried} />}
      <Because clause="EMP-8.2" own told>
        <Trans>
          The stored positions run through the same rules as live. The look at them is recorded under your
          name.
        </Trans>
      </Because>
    </section>
  )
}

function RefusedPart({ refused }: { refused: Problem }) {
  const said = refused.fields.length > 0 ? refused.fields : [refused]
  return (
    <Alert type="error" role="alert">
      <AlertHeading level="h3">
        <Trans>The office cannot take it as it is</Trans>
      </AlertHeading>
      {said.map(({ message }) => (
        <AlertText key={message}>{message}</AlertText>
      ))}
    </Alert>
  )
}

function Outcome({ tried }: { tried: Tried }) {
  const { t } = useLingui()
  if (tried.people === 0)
    return (
      <p role="status">
        <Trans>For nobody who wears a unit would anything be otherwise.</Trans>
      </p>
    )
  if (tried.fixes === 0)
    return (
      <p role="status">
        <Trans>
          No position is on record in these days: there is nothing to try it against. It can be saved.
        </Trans>
      </p>
    )
  const { alarms, fixes, people, triedOn, near } = tried
  return (
    <div role="status">
      {people !== undefined && (
        <p>
          <Trans>
            Tried on {triedOn} of {people} people for whom something would be otherwise; {near} of them came
            near a zone of the set.
          </Trans>
        </p>
      )}
      <dl className={css.figures}>
        <Figure name={t`With this change`} figure={tried.withChange} />
        <Figure name={t`As set now`} figure={tried.asSet} />
        <Figure name={t`On record`} figure={tried.onRecord} />
      </dl>
      <p className={css.soft}>
        <Trans>
          Alarms of zones and hours over {fixes} positions from <Moment at={tried.from} /> to{' '}
          <Moment at={tried.to} /> What is on record was made by what was in force at the time.
        </Trans>
      </p>
      {alarms.length === 0 ? (
        <p>
          <Trans>It would have made no alarm, and takes none away.</Trans>
        </p>
      ) : (
        <Alarms alarms={alarms} />
      )}
    </div>
  )
}

function Figure({ name, figure }: { name: string; figure: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{figure}</dd>
    </div>
  )
}

const effects = {
  new: { tone: 'now', words: msg`comes with the change` },
  gone: { tone: 'over', words: msg`goes with the change` },
  same: { tone: 'plain', words: msg`stays` },
} as const

/** Most rows that are drawn at once: a zone on a doorstep alarms all day. */
const mostRows = 200

function Alarms({ alarms }: { alarms: Tried['alarms'] }) {
  const { t, i18n } = useLingui()
  const more = alarms.length - mostRows
  const ofMany = alarms.some(({ person }) => person !== undefined)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where the screen is narrow.
    <section className={css.frame} tabIndex={0} aria-label={t`Alarms of the last 14 days`}>
      <table className={`${css.table} ${css.stacked}`}>
        <caption className="only-heard">{t`Alarms of the last 14 days`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`When`}</th>
            {ofMany && <th scope="col">{t`Person`}</th>}
            <th scope="col">{t`What`}</th>
            <th scope="col">{t`Zone`}</th>
            <th scope="col">{t`For how long`}</th>
            <th scope="col">{t`The change`}</th>
            <th scope="col">{t`On record`}</th>
          </tr>
        </thead>
        <tbody>
          {alarms.slice(0, mostRows).map((alarm) => {
            const { tone, words } = effects[alarm.effect]
            const kind = kindWords[alarm.kind]
            return (
              <tr key={alarm.key}>
                <th scope="row">
                  <Moment at={alarm.at} />
                </th>
                {ofMany && <td>{alarm.person?.name}</td>}
                <td>{kind ? i18n._(kind) : alarm.kind}</td>
                <td>{alarm.zoneName}</td>
                <td>{alarm.endedAt === null ? '' : <For from={alarm.at} to={alarm.endedAt} />}</td>
                <td>
                  <Status tone={tone}>{i18n._(words)}</Status>
                </td>
                <td>{alarm.onRecord ? t`yes` : t`no`}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {more > 0 && <p>{t`and ${more} more`}</p>}
    </section>
  )
}

function For({ from, to }: { from: string; to: string }) {
  const { t } = useLingui()
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / 60_000)
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return <>{hours === 0 ? t`${minutes} min` : t`${hours} h ${rest} min`}</>
}
