import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Status } from '../../../parts/status/status.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { workKey } from '../parts/words.ts'
import css from './rosters.module.css'

const key = [...workKey.rosters, 'late']

/** Sites that owe a roster for two weeks or more: whom to call, and since when. Nothing while every site answers. */
export function LateSites() {
  const { t } = useLingui()
  const query = useQuery({ queryKey: key, queryFn: () => answer(api.GET('/api/work-release/late-rosters')) })
  useLiveQuery(['work.roster-returned', 'work.contract-made'], key)
  const sites = query.data?.sites ?? []
  if (query.isError) return <Trouble error={query.error} onRetry={() => void query.refetch()} />
  if (sites.length === 0) return null
  return (
    <section aria-labelledby="late-sites" className={css.late}>
      <h2 id="late-sites">
        <Trans>Call these sites: no roster for two weeks or more</Trans>
      </h2>
      <ul>
        {sites.map((site) => (
          <li key={site.siteId}>
            <Status tone="now">
              <Link to="/sites/$id" params={{ id: site.siteId }}>
                {site.siteName}
              </Link>
            </Status>
            <span>
              <Plural value={site.daysSilent} one="silent for # day" other="silent for # days" />
            </span>
            <span>
              {site.lastRosterOn === null ? (
                t`No roster has ever come back`
              ) : (
                <Trans>
                  The last one covers until <Day day={site.lastRosterOn} />
                </Trans>
              )}
            </span>
            <span>
              {site.supervisorName}, <a href={`tel:${site.supervisorPhone}`}>{site.supervisorPhone}</a>
            </span>
          </li>
        ))}
      </ul>
      <Because clause="WAP-P6.3">
        <Trans>a site that returns no roster for two weeks is contacted.</Trans>
      </Because>
    </section>
  )
}
