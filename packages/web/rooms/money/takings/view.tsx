import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { answer } from '../../../api/problem.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { realDay } from '../../../parts/day/real-day.ts'
import { List } from '../../../parts/list/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { BasisBanner } from '../basis-banner.tsx'
import { Drawer } from './drawer.tsx'
import { HeldList } from './held-list.tsx'
import { receiptListing } from './receipt-listing.tsx'
import css from './takings.module.css'

const route = getRouteApi('/staff/money')

/** What came over the counter on a day, for counting the drawer, and its receipts. */
export function Takings() {
  const { t } = useLingui()
  const { agency } = useSignedIn()
  const search = route.useSearch()
  const today = officeToday(agency.timeZone).toString()
  const onDay = realDay(search.onDay)?.toString() ?? today
  const key = ['money', 'takings', onDay]
  const query = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/api/money/takings', { params: { query: { onDay } } })),
  })
  useLiveQuery(['money.payment-*', 'platform.document-*'], key)
  return (
    <Page
      title={t`Takings and receipts`}
      lead={<Day day={onDay} />}
      actions={
        <>
          <Link to="/ledger" className="usa-button usa-button--outline">
            <Trans>Open ledger</Trans>
          </Link>
          <Button type="button" outline onClick={() => window.print()}>
            <Trans>Print takings</Trans>
          </Button>
        </>
      }
    >
      <BasisBanner basis={agency.feeBasis} />
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <Drawer takings={query.data} />}
      <section aria-labelledby="receipts" className={css.part}>
        <h2 id="receipts">
          <Trans>Receipts of the day</Trans>
        </h2>
        <List
          of={receiptListing}
          search={search}
          query={{ ...query, data: query.data && { rows: query.data.receipts } }}
          csv={`/api/money/receipts?from=${onDay}&until=${onDay}&format=csv`}
          fills={<Trans>A receipt comes here with each payment that is taken on this day.</Trans>}
        />
      </section>
      <HeldList />
    </Page>
  )
}
