import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { List } from '../../../parts/list/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { equipmentKey, type ListedUnit } from '../parts/words.ts'
import { unitListing } from './listing.tsx'

const route = getRouteApi('/staff/equipment')

/** Every unit of the office: where it is, who wears it, when it was last heard of. */
export function Units() {
  const { t } = useLingui()
  const may = useMay()
  const query = useQuery({
    queryKey: equipmentKey.units,
    queryFn: () => answer(api.GET('/api/equipment/units', { params: { query: { limit: 5000 } } })),
  })
  useLiveQuery(['equipment.unit-*', 'programs.step-recorded'], equipmentKey.units)
  return (
    <Page
      title={t`Units`}
      actions={
        may('equipment.write') && (
          <Link to="/equipment/receive" className="usa-button">
            <Trans>Receive units</Trans>
          </Link>
        )
      }
    >
      <ToTakeOff units={query.data?.units ?? []} />
      <List
        of={unitListing}
        search={route.useSearch()}
        query={{ ...query, data: query.data && { rows: query.data.units, total: query.data.total } }}
        csv="/api/equipment/units?format=csv&limit=5000"
        fills={<Trans>A unit comes here when it is received. Add its model first.</Trans>}
      />
    </Page>
  )
}

/** What must be done about units: those that are still on people whose program has ended. */
function ToTakeOff({ units }: { units: readonly ListedUnit[] }) {
  const count = units.filter(({ wearer }) => wearer?.ended).length
  if (count === 0) return null
  return (
    <Alert type="warning" slim>
      <AlertText>
        <Plural
          value={count}
          one="# unit is still on somebody whose program has ended."
          other="# units are still on people whose program has ended."
        />{' '}
        <Link to="/equipment" search={{ state: 'take-off' }}>
          <Trans>Show them</Trans>
        </Link>
      </AlertText>
    </Alert>
  )
}
