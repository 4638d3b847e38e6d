import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Day } from '../../../parts/day/day.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { RosterState } from '../parts/roster-state.tsx'
import { workKey } from '../parts/words.ts'
import css from './site.module.css'

/** The weeks of this site that have people: sent, returned, and what each lacks. */
export function Returns({ siteId }: { siteId: string }) {
  const { t } = useLingui()
  const key = [...workKey.rosters, siteId]
  const query = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/api/work-release/rosters', { params: { query: { siteId } } })),
  })
  useLiveQuery(['work.roster-*', 'work.attendance-marked', 'work.contract-made'], key)
  return (
    <section aria-labelledby="returns" className={css.part}>
      <h2 id="returns">
        <Trans>Rosters</Trans>
      </h2>
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.rosters.length === 0 && <p>{t`Nobody is down for this site in these weeks.`}</p>}
      <ul>
        {query.data?.rosters.map((roster) => (
          <li key={roster.week} className={css.line}>
            <Link to="/rosters/$siteId/$week" params={{ siteId, week: roster.week }}>
              <Trans>
                Week of <Day day={roster.week} of="record" />
              </Trans>
            </Link>
            <span>
              <Plural value={roster.people} one="# person" other="# people" />
              {', '}
              <Trans>
                {roster.marked} of {roster.days} days marked
              </Trans>
            </span>
            <RosterState state={roster.state} />
          </li>
        ))}
      </ul>
    </section>
  )
}
