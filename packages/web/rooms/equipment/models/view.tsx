import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { equipmentKey } from '../parts/words.ts'
import { ModelCard } from './model-card.tsx'
import { AddModel } from './model-form.tsx'
import css from './models.module.css'

/** The models of units: what to know of each, how many there are and where, what they cost a day. */
export function Models() {
  const { t } = useLingui()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const query = useQuery({
    queryKey: equipmentKey.models,
    queryFn: () => answer(api.GET('/api/equipment/models', { params: { query: {} } })),
  })
  useLiveQuery(['equipment.*'], equipmentKey.models)
  return (
    <Page
      title={t`Models and prices`}
      actions={
        <>
          {may('equipment.write') && (
            <Button type="button" onClick={() => setAdding(true)}>
              <Trans>Add model</Trans>
            </Button>
          )}
          <a href="/api/equipment/models?format=csv" download className="usa-button usa-button--outline">
            <Trans>Save as CSV</Trans>
          </a>
        </>
      }
    >
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the models…`}</p>}
      {query.data?.models.length === 0 && (
        <Empty title={t`There is no model yet`}>
          <Trans>Add the first one; then units of it can be received.</Trans>
        </Empty>
      )}
      <ul className={css.cards}>
        {query.data?.models.map((model) => (
          <li key={model.id}>
            <ModelCard model={model} />
          </li>
        ))}
      </ul>
      {adding && (
        <Dialog title={t`Add model`} onClose={() => setAdding(false)} width="wide">
          <AddModel onDone={() => setAdding(false)} />
        </Dialog>
      )}
    </Page>
  )
}
