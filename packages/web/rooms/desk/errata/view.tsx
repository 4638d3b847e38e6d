import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { List } from '../../../parts/list/index.ts'
import { Page } from '../../../parts/page/page.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import { casesListing } from './cases.tsx'
import { type Erratum, rowsOf } from './rows.ts'

const route = getRouteApi('/staff/errata')

/** What earlier releases of the rules had wrong, and the cases of this office that were decided under it. */
export function Errata() {
  const { t } = useLingui()
  const search = route.useSearch()
  const query = useQuery({
    queryKey: ['desk', 'errata'],
    queryFn: () => answer(api.GET('/api/desk/errata', { params: { query: {} } })),
  })
  const errata = query.data?.errata ?? []
  return (
    <Page
      title={t`Errata`}
      lead={
        <Trans>
          Where the program read its own texts wrong, and a later release corrects it. What was decided under
          the wrong wording stands until somebody looks at it again. A change of the law is no erratum.
        </Trans>
      }
    >
      {errata.length > 0 && (
        <ul aria-label={t`What was wrong`}>
          {errata.map((erratum) => (
            <li key={`${erratum.pack} ${erratum.clause} ${erratum.corrected}`}>
              <OneErratum erratum={erratum} />
            </li>
          ))}
        </ul>
      )}
      <List
        of={casesListing}
        search={search}
        query={{ ...query, data: query.data && { rows: rowsOf(errata) } }}
        csv="/api/desk/errata?format=csv"
        fills={
          errata.length > 0 ? (
            <Trans>Nothing in this office was decided under it.</Trans>
          ) : (
            <Trans>
              No erratum is on record for the rules of this office. When a release corrects one, the cases
              decided under it come here.
            </Trans>
          )
        }
      />
    </Page>
  )
}

function OneErratum({ erratum }: { erratum: Erratum }) {
  const said = useSaid()
  const { program, clause, words, from, until, corrected } = erratum
  return (
    <Because clause={clause} told>
      {program}: {said(words)}.{' '}
      {until === null ? (
        <Trans>
          Wrong for decisions from <Day day={from} />, corrected <Day day={corrected} />.
        </Trans>
      ) : (
        <Trans>
          Wrong for decisions from <Day day={from} /> until <Day day={until} />, corrected{' '}
          <Day day={corrected} />.
        </Trans>
      )}
    </Because>
  )
}
