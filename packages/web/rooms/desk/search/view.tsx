import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EnrolmentState } from '../../programs/enrolment-state/enrolment-state.tsx'
import css from './search.module.css'

const route = getRouteApi('/staff/search')

/** Who was found, with enough beside the name to tell two people apart. */
export function Search() {
  const { t } = useLingui()
  const may = useMay()
  const { q } = route.useSearch()
  const query = useQuery({
    queryKey: ['desk', 'search', q],
    enabled: q.trim() !== '',
    queryFn: () => answer(api.GET('/api/desk/search', { params: { query: { q, limit: 50 } } })),
  })
  const people = query.data?.people ?? []
  const by = { name: '', part: '', sound: t`sounds like it`, number: t`by number` }
  return (
    <Page
      title={q === '' ? t`Search` : t`Found for “${q}”`}
      lead={query.data && <Plural value={people.length} _0="nobody" one="# person" other="# people" />}
      actions={
        may('commitment.write') && (
          <Link to="/commitments/new" className="usa-button usa-button--outline">
            <Trans>Receive commitment</Trans>
          </Link>
        )
      }
    >
      {query.isError && <Trouble error={query.error} onRetry={() => query.refetch()} />}
      {query.isFetching && people.length === 0 && <p aria-busy="true">{t`Searching…`}</p>}
      {(q === '' || (query.data && people.length === 0)) && (
        <Empty title={q === '' ? t`Type something to search for` : t`Nobody was found`}>
          <Trans>
            Part of a name finds it, also by how it sounds; a docket, booking or phone number by its last
            digits. Several words must all be true.
          </Trans>
        </Empty>
      )}
      <ul className={css.people}>
        {people.map((person) => (
          <li key={person.id} className={css.person}>
            <Link to="/people/$id" params={{ id: person.id }} className={css.name}>
              {[person.familyName, person.givenNames].filter(Boolean).join(', ')} {person.suffix}
            </Link>
            <span className={css.soft}>
              {person.birthDate ? (
                <Day day={person.birthDate} of="record" />
              ) : (
                <Trans>birth date not on record</Trans>
              )}
              {person.city !== '' && <> · {person.city}</>}
              {person.aliases.length > 0 && <> · {t`also ${person.aliases.join('; ')}`}</>}
              {by[person.by] !== '' && <> · {by[person.by]}</>}
            </span>
            <span className={css.soft}>{person.dockets.join(', ')}</span>
            <span className={css.states}>
              {person.enrolments.map((enrolment) => (
                <span key={enrolment.id}>
                  {enrolment.number} <EnrolmentState state={enrolment.state} />
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Page>
  )
}
