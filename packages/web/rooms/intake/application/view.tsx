import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { EnrolmentHeader } from '../../programs/enrolment-header/enrolment-header.tsx'
import { type ApplicationPage, keys } from '../queries.ts'
import css from './application.module.css'
import { ApplicationForm } from './application-form.tsx'
import { Sign } from './sign.tsx'
import { WhatIsMissing } from './what-is-missing.tsx'

const route = getRouteApi('/staff/enrolments/$id/application')

/** The application: kept as far as it is written, then signed (WAP-BOOK.2). */
export function Application() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const query = useQuery({
    queryKey: keys.ofCase(id, 'application'),
    queryFn: () => answer(api.GET('/api/intake/enrolments/{id}/application', { params: { path: { id } } })),
  })
  return (
    <Page
      title={t`Application`}
      actions={
        <Button type="button" outline onClick={() => window.print()}>
          <Trans>Print application</Trans>
        </Button>
      }
    >
      <EnrolmentHeader id={id} page="application" />
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the application…`}</p>}
      {query.data && <Matter id={id} page={query.data} />}
    </Page>
  )
}

function Matter({ id, page }: { id: string; page: ApplicationPage }) {
  const may = useMay()
  const mayWrite = may('application.write')
  return (
    <div className={css.columns}>
      <div className={css.column}>
        {mayWrite ? (
          <ApplicationForm id={id} page={page} />
        ) : (
          <p>
            <Trans>Your role may read what is missing and when it was signed.</Trans>
          </p>
        )}
      </div>
      <div className={css.column}>
        <WhatIsMissing page={page} />
        {mayWrite && page.version !== null && page.signedOn === null && <Sign id={id} page={page} />}
      </div>
    </div>
  )
}
