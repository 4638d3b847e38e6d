import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { answer } from '../../../api/problem.ts'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Status } from '../../../parts/status/status.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { enrolmentKey } from '../../programs/enrolment-header/use-enrolment.ts'
import { ActButton } from '../parts/act-button.tsx'
import { MadePaper } from '../parts/made-paper.tsx'
import { keys, type PrintKind, type PrintsPage } from '../queries.ts'
import { printWords } from '../words.ts'
import css from './booking.module.css'
import { Withdraw } from './withdraw.tsx'

/** History and prints (WAP-P2): what is due next, and what was done. */
export function Prints({ id }: { id: string }) {
  const { t } = useLingui()
  const key = keys.ofCase(id, 'prints')
  const query = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/api/intake/enrolments/{id}/prints', { params: { path: { id } } })),
  })
  useLiveQuery(['platform.document-*', 'people.*'], key)
  return (
    <section aria-labelledby="prints" className={css.part}>
      <h2 id="prints">
        <Trans>History and prints</Trans>
      </h2>
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading history and prints…`}</p>}
      {query.data && <Due id={id} prints={query.data} />}
      {query.data && <Done id={id} prints={query.data} />}
    </section>
  )
}

function Due({ id, prints }: { id: string; prints: PrintsPage }) {
  const { t } = useLingui()
  const may = useMay()
  const when: Record<PrintsPage['due'][number]['when'], string> = {
    'before-interview': t`Due before the interview`,
    'at-interview': t`Due at the interview`,
    'after-interview': t`Due at the conclusion of the interview`,
    awaited: t`Awaited from the identification bureau`,
    'at-the-end': t`Due at the end of the case`,
  }
  if (prints.due.length === 0) {
    return (
      <Status tone="settled">
        <Trans>Nothing is due now</Trans>
      </Status>
    )
  }
  return (
    <ul className={css.due}>
      {prints.due.map((due) => (
        <li key={due.kinds.join(' ')}>
          <p className={css.soft}>
            {when[due.when]} <code>{due.clause}</code>
          </p>
          {due.kinds.includes('coin-on-application') && (
            <p className={css.soft}>
              {prints.coinEnding === null
                ? t`No COIN is on record yet: add it under Numbers.`
                : t`The COIN on record ends in ${prints.coinEnding}.`}
            </p>
          )}
          {may('booking.write') && (
            <span className={css.buttons}>
              {due.kinds.map((kind) => (
                <RecordButton key={kind} id={id} kind={kind} />
              ))}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function RecordButton({ id, kind }: { id: string; kind: PrintKind }) {
  const { i18n } = useLingui()
  const { agency } = useSignedIn()
  return (
    <ActButton
      look="outline"
      renews={[enrolmentKey(id)]}
      send={(headers) =>
        api.POST('/api/intake/enrolments/{id}/prints', {
          params: { path: { id } },
          body: { kind, day: officeToday(agency.timeZone).toString() },
          headers,
        })
      }
    >
      {i18n._(printWords[kind])}
    </ActButton>
  )
}

function Done({ id, prints }: { id: string; prints: PrintsPage }) {
  const { i18n } = useLingui()
  const may = useMay()
  if (prints.records.length === 0) return null
  return (
    <ul className={css.done}>
      {prints.records.map((record) => (
        <li key={record.id}>
          <span>{i18n._(printWords[record.kind])}</span>{' '}
          <span className={css.soft}>
            <Day day={record.day} />, {record.by}
            {record.note !== '' && <>: {record.note}</>}
          </span>{' '}
          {record.letter && (
            <MadePaper paper={record.letter}>
              <Trans>Open the letter</Trans>
            </MadePaper>
          )}{' '}
          {may('booking.write') && <Withdraw id={id} printId={record.id} />}
        </li>
      ))}
    </ul>
  )
}
