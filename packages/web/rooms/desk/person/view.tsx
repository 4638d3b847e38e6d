import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { answer } from '../../../api/problem.ts'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { dayAt } from '../../../parts/day/format.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Timeline } from '../../../parts/timeline/timeline.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { phoneWords } from '../../../parts/words/phone-words.ts'
import css from './person.module.css'
import { PersonPresent } from './present.tsx'
import { useEntryWords } from './timeline-words.tsx'

const route = getRouteApi('/staff/people/$id')

/** A person: who they are, where they stand, what is next; beside it everything that happened, in one line of time. */
export function Person() {
  const { t } = useLingui()
  const may = useMay()
  const { agency } = useSignedIn()
  const { id } = route.useParams()
  const key = ['desk', 'person', id]
  const query = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/api/desk/people/{id}', { params: { path: { id } } })),
  })
  useLiveQuery(
    ['people.*', 'court.*', 'programs.*', 'intake.*', 'work.*', 'money.*', 'platform.*', 'equipment.*'],
    key,
  )
  const person = query.data
  const name = person ? [person.familyName, person.givenNames].filter(Boolean).join(', ') : t`Person`
  return (
    <Page
      title={person?.suffix ? `${name} ${person.suffix}` : name}
      lead={
        person && (
          <span className={css.lead}>
            {person.birthDate ? (
              <span>
                <Trans>Born</Trans> <Day day={person.birthDate} of="record" /> ({t`age ${person.age ?? 0}`})
              </span>
            ) : (
              <span>{t`Birth date not on record`}</span>
            )}
            {person.address && <span>{person.address}</span>}
            {person.phones.map((phone) => (
              <a key={phone.number} href={`tel:+${phone.number}`}>
                {phoneWords(phone.number)}
              </a>
            ))}
            {person.language === 'es' && <span>{t`Letters in Spanish`}</span>}
          </span>
        )
      }
      actions={
        <>
          {person?.wearsUnit && may('location.read') && (
            <Link
              to="/people/$id/day/$date"
              params={{ id, date: officeToday(agency.timeZone).toString() }}
              className="usa-button usa-button--outline"
            >
              <Trans>Today’s track</Trans>
            </Link>
          )}
          {may('person.write') && (
            <Link to="/people/$id/details" params={{ id }} className="usa-button usa-button--outline">
              <Trans>Change details</Trans>
            </Link>
          )}
          {may('commitment.write') && (
            <Link to="/commitments/new" search={{ person: id }} className="usa-button usa-button--outline">
              <Trans>Receive commitment</Trans>
            </Link>
          )}
        </>
      }
    >
      {query.isError && <Trouble error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Opening the record…`}</p>}
      {person && (
        <div className={css.columns}>
          <div className={css.present}>
            <PersonPresent person={person} />
          </div>
          <section aria-labelledby="timeline" className={css.past}>
            <h2 id="timeline">
              <Trans>Everything on record</Trans>
            </h2>
            <PersonTimeline id={id} />
          </section>
        </div>
      )}
    </Page>
  )
}

function PersonTimeline({ id }: { id: string }) {
  const { t } = useLingui()
  const words = useEntryWords()
  const { agency } = useSignedIn()
  const key = ['desk', 'timeline', id]
  const query = useQuery({
    queryKey: key,
    queryFn: () =>
      answer(api.GET('/api/desk/people/{id}/timeline', { params: { path: { id }, query: { limit: 500 } } })),
  })
  useLiveQuery(
    ['people.*', 'court.*', 'programs.*', 'intake.*', 'work.*', 'home.*', 'equipment.*', 'money.*'],
    key,
  )
  if (query.isError) return <Trouble error={query.error} onRetry={() => query.refetch()} />
  if (!query.data) return <p aria-busy="true">{t`Reading what happened…`}</p>
  const groups = [
    { id: 'court', name: t`Court` },
    { id: 'programs', name: t`Program` },
    { id: 'intake', name: t`Intake` },
    { id: 'work', name: t`Work` },
    { id: 'home', name: t`Home detention` },
    { id: 'equipment', name: t`Equipment` },
    { id: 'money', name: t`Money` },
    { id: 'people', name: t`Person` },
  ]
  const items = query.data.entries.map((entry, index) => {
    const { title, detail } = words(entry)
    return {
      key: `${entry.at}-${entry.kind}-${index}`,
      group: entry.kind.slice(0, entry.kind.indexOf('.')),
      at: entry.at,
      // A day is told beside the moment only where it is another one.
      onDay: entry.onDay === dayAt(entry.at, agency.timeZone) ? null : entry.onDay,
      title,
      ...(detail ? { detail } : {}),
      by: entry.actorName,
    }
  })
  return <Timeline items={items} groups={groups} />
}
