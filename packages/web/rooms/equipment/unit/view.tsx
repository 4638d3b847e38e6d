import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Changes } from '../../../parts/changes/changes.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { UnitState } from '../parts/unit-state.tsx'
import { equipmentKey, type UnitPage } from '../parts/words.ts'
import { Details } from './details.tsx'
import { Fittings } from './fittings.tsx'
import { History } from './history.tsx'
import { Now } from './now.tsx'
import css from './unit.module.css'
import { WaysIn } from './ways-in.tsx'

const route = getRouteApi('/staff/equipment/$id')

/** One unit: what can be done with it now, who wears and wore it, what happened to it, how it gets in. */
export function Unit() {
  const { t } = useLingui()
  const { id } = route.useParams()
  const query = useQuery({
    queryKey: equipmentKey.unit(id),
    queryFn: () => answer(api.GET('/api/equipment/units/{id}', { params: { path: { id } } })),
  })
  useLiveQuery(['equipment.*'], equipmentKey.unit(id))
  const page = query.data
  return (
    <Page
      title={page ? t`Unit ${page.serial}` : t`Unit`}
      lead={
        page && (
          <>
            {page.model.maker} {page.model.name} <UnitState state={page.state} />
          </>
        )
      }
    >
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the unit…`}</p>}
      {page && <Matter page={page} />}
    </Page>
  )
}

function Matter({ page }: { page: UnitPage }) {
  const may = useMay()
  return (
    <>
      <Now page={page} />
      <div className={css.columns}>
        <div className={css.column}>
          <Fittings page={page} />
          <History page={page} />
        </div>
        <div className={css.column}>
          <Details page={page} />
          {may('equipment.credential') && <WaysIn page={page} />}
          <Changes room="equipment" record="unit" id={page.id} />
        </div>
      </div>
    </>
  )
}
