import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Day } from '../../../parts/day/day.tsx'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { fullName } from '../parts/names.ts'
import type { PersonRecord } from '../parts/person-fields.ts'
import { AddPaper } from './add-paper.tsx'
import { ChangeDetails } from './change-details.tsx'
import css from './details.module.css'
import { detailsKey } from './details-key.ts'
import { Identifiers } from './identifiers.tsx'
import { Photo } from './photo.tsx'

const route = getRouteApi('/staff/people/$id/details')

/** Everything known of a person, to be put right: names, address, telephones, numbers, photo. */
export function PersonDetails() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const query = useQuery({
    queryKey: detailsKey(id),
    queryFn: () => answer(api.GET('/api/people/{personId}', { params: { path: { personId: id } } })),
  })
  const person = query.data
  return (
    <Page
      title={person ? t`Details of ${fullName(person)}` : t`Details of a person`}
      lead={
        <Link to="/people/$id" params={{ id }}>
          <Trans>Back to the person’s page</Trans>
        </Link>
      }
    >
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Opening the record…`}</p>}
      {person && (
        <div className={css.columns}>
          <ChangeDetails person={person} />
          <div className={css.beside}>
            <Photo person={person} />
            <Identifiers person={person} />
            <AddPaper person={person} />
            <EarlierAddresses person={person} />
          </div>
        </div>
      )}
    </Page>
  )
}

function EarlierAddresses({ person }: { person: PersonRecord }) {
  if (person.earlierAddresses.length === 0) return null
  return (
    <section aria-labelledby="earlier" className={css.part}>
      <h2 id="earlier">
        <Trans>Lived before at</Trans>
      </h2>
      <ul className={css.rows}>
        {person.earlierAddresses.map((address) => (
          <li key={address.fromDay}>
            {[address.line1, address.line2, address.city, `${address.state} ${address.zip}`.trim()]
              .filter(Boolean)
              .join(', ')}{' '}
            <span className={css.soft}>
              <Trans>
                from <Day day={address.fromDay} of="record" />
              </Trans>
              {address.untilDay && (
                <>
                  {' '}
                  <Trans>
                    until <Day day={address.untilDay} of="record" />
                  </Trans>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
