import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { dayInWords } from '../../../parts/day/format.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { workKey } from '../parts/words.ts'
import { Network } from './network.tsx'
import { SitePart } from './site-part.tsx'
import { StrayTicks } from './stray-ticks.tsx'
import { useTicks } from './use-ticks.ts'

/** The site supervisor's own page: this week's people of the linked sites, ticked with or without network. */
export function SiteSheet() {
  const { t, i18n } = useLingui()
  const ticks = useTicks()
  const query = useQuery({
    queryKey: workKey.siteSheet,
    queryFn: () => answer(api.GET('/api/work-release/site-sheet')),
  })
  useLiveQuery(['work.*'], workKey.siteSheet)
  const sheet = query.data
  return (
    <Page title={t`This week’s sheet`} lead={sheet && t`Week of ${dayInWords(sheet.week, i18n.locale)}`}>
      <Network ticks={ticks} />
      {sheet && <StrayTicks sheet={sheet} ticks={ticks} />}
      {query.isError && !sheet && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {sheet?.sites.length === 0 && (
        <Empty title={t`No site is linked to your account`}>
          <Trans>The office links it: {sheet.office.phone}.</Trans>
        </Empty>
      )}
      {sheet?.sites.map((site) => (
        <SitePart key={site.id} site={site} sheet={sheet} ticks={ticks} />
      ))}
      {sheet && (
        <p>
          <Trans>
            Questions? Call {sheet.office.name},{' '}
            <a href={`tel:${sheet.office.phone}`}>{sheet.office.phone}</a>.
          </Trans>
        </p>
      )}
    </Page>
  )
}
