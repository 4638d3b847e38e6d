import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Status } from '../../../parts/status/status.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import css from './home.module.css'
import { homeKey } from './words.ts'

/** Says which zones a move has left behind: drawn around an address that ended, each with where it is drawn again. */
export function LeftZones({ id }: { id: string }) {
  const may = useMay()
  const key = [...homeKey.zones(id), 'left']
  const query = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/api/home/enrolments/{id}/zones-left', { params: { path: { id } } })),
  })
  useLiveQuery(['home.*'], key)
  if (query.isError) return <Trouble error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data || query.data.zones.length === 0) return null
  return (
    <ul>
      {query.data.zones.map((zone) => (
        <li key={zone.id} className={css.part}>
          <Status tone="now">
            <Trans>
              The zone {zone.name} is drawn around an address that ended: {zone.place}, {zone.address},{' '}
              <Day day={zone.endedOn} />
            </Trans>
          </Status>
          {may('zone.write') && (
            <Link to="/enrolments/$id/zones/$zoneId" params={{ id, zoneId: zone.id }}>
              <Trans>Draw {zone.name} at the new address</Trans>
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
