import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { answer } from '../../../api/problem.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { monthInWords } from '../../../parts/day/format.ts'
import { List } from '../../../parts/list/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { BasisBanner } from '../basis-banner.tsx'
import { IncomeReport } from './income-report.tsx'
import css from './ledger.module.css'
import { ledgerListing } from './ledger-listing.tsx'
import { isMonth, monthBeside, type Period, periodOf } from './period.ts'

const route = getRouteApi('/staff/ledger')
const most = 5000

/** The ledger of a month or any span of days, and what the fees brought in (WAP-FEE.0). */
export function Ledger() {
  const { t } = useLingui()
  const { agency } = useSignedIn()
  const search = route.useSearch()
  const period = periodOf(search, officeToday(agency.timeZone).toString())
  const income = useQuery({
    queryKey: ['money', 'income', period],
    queryFn: () => answer(api.GET('/api/money/income', { params: { query: { ...period } } })),
  })
  const rows = useQuery({
    queryKey: ['money', 'ledger', period],
    queryFn: () => answer(api.GET('/api/money/ledger', { params: { query: { ...period, limit: most } } })),
  })
  useLiveQuery(['money.*'], ['money'])
  return (
    <Page
      title={t`Ledger and fee income`}
      lead={<Span period={period} />}
      actions={<Months period={period} />}
    >
      <BasisBanner basis={agency.feeBasis} />
      {income.isError && <Trouble error={income.error} onRetry={() => void income.refetch()} />}
      {income.data && <IncomeReport income={income.data} />}
      <section aria-labelledby="ledger" className={css.part}>
        <h2 id="ledger">
          <Trans>Every posting</Trans>
        </h2>
        <List
          of={ledgerListing}
          search={search}
          query={{ ...rows, data: rows.data && { rows: rows.data.rows } }}
          csv={csvOf(period, search)}
          fills={<Trans>Fees, payments, waivers and corrections of these days come here.</Trans>}
        />
      </section>
    </Page>
  )
}

function csvOf(period: Period, search: { account?: string; kind?: string }): string {
  const query = new URLSearchParams({ ...period, format: 'csv', limit: String(most) })
  if (search.account) query.set('account', search.account)
  if (search.kind) query.set('kind', search.kind)
  return `/api/money/ledger?${query}`
}

function Span({ period }: { period: Period }) {
  const { i18n } = useLingui()
  if (isMonth(period)) return <>{monthInWords(period.from.slice(0, 7), i18n.locale)}</>
  return (
    <Trans>
      <Day day={period.from} /> to <Day day={period.until} />
    </Trans>
  )
}

function Months({ period }: { period: Period }) {
  return (
    <>
      <Link to="/ledger" search={monthBeside(period, -1)} className="usa-button usa-button--outline">
        <Trans>Month before</Trans>
      </Link>
      <Link to="/ledger" search={monthBeside(period, 1)} className="usa-button usa-button--outline">
        <Trans>Month after</Trans>
      </Link>
    </>
  )
}
