import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { Day } from '../../../parts/day/day.tsx'
import { type Roster, wayNames } from '../parts/words.ts'
import css from './roster.module.css'

/** Where the sheet is: sent, changed since, returned; how, and by whom that was recorded. */
export function Whereabouts({ roster }: { roster: Roster }) {
  const { t } = useLingui()
  const { sent, returned, changedSinceSent } = roster
  return (
    <section aria-labelledby="whereabouts" className={css.part}>
      <h2 id="whereabouts">
        <Trans>Where the sheet is</Trans>
      </h2>
      {changedSinceSent.length > 0 && returned === null && (
        <Alert type="warning" slim>
          <AlertText>
            <Trans>The week changed after the roster was sent. Print it and send it again.</Trans>
          </AlertText>
          <ul className={css.changed}>
            {changedSinceSent.map(({ name, day, what }) => (
              <li key={`${name} ${day} ${what}`}>
                {name}, <Day day={day} />: {what === 'added' ? t`added` : t`taken out`}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <ul className={css.records}>
        {sent.length === 0 && <li>{t`Not sent to the site yet.`}</li>}
        {sent.map((record) => (
          <li key={record.id}>
            <Record record={record} what={t({ message: 'Sent', context: 'roster' })} />
          </li>
        ))}
        <li>
          {returned ? (
            <Record record={returned} what={t({ message: 'Returned', context: 'roster' })} />
          ) : (
            t`Not returned yet.`
          )}
        </li>
      </ul>
    </section>
  )
}

type RecordProps = { record: Roster['sent'][number]; what: string }

function Record({ record, what }: RecordProps) {
  const { i18n } = useLingui()
  return (
    <>
      <strong>{what}</strong> <Day day={record.onDay} /> · {i18n._(wayNames[record.how])} ·{' '}
      <Trans>recorded by {record.recordedBy}</Trans>
      {record.note !== '' && <> · {record.note}</>}
      {record.paperId !== null && (
        <>
          {' · '}
          <a href={`/api/platform/papers/${record.paperId}`} target="_blank" rel="noreferrer">
            <Trans>Open the scan</Trans>
          </a>
        </>
      )}
    </>
  )
}
