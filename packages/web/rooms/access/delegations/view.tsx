import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Changes } from '../../../parts/changes/changes.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { List } from '../../../parts/list/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { delegationsKey } from './delegation.ts'
import { EndDelegation } from './end-delegation.tsx'
import { type Doing, useListing } from './listing.tsx'
import { MakeDelegation } from './make-delegation.tsx'

const route = getRouteApi('/staff/delegations')

/** Who decides for whom ("or designee"): what holds today, what is to come, and all that ever was. */
export function Delegations() {
  const { t } = useLingui()
  const mayWrite = useMay()('delegation.write')
  const [making, setMaking] = useState(false)
  const [doing, setDoing] = useState<Doing>()
  const query = useQuery({
    queryKey: delegationsKey,
    queryFn: () => answer(api.GET('/api/access/delegations')),
  })
  const choices = useQuery({
    queryKey: [...delegationsKey, 'choices'],
    enabled: mayWrite,
    queryFn: () => answer(api.GET('/api/access/delegations/choices')),
  })
  const close = () => setDoing(undefined)
  useLiveQuery(['access.delegation-*'], delegationsKey)
  const canMake = choices.data !== undefined && choices.data.decisions.length > 0
  const knowsNone = choices.data?.decisions.length === 0
  return (
    <Page
      title={t`Delegations`}
      lead={
        knowsNone ? (
          <Trans>
            The texts of this office’s programs name no designee: each decision stays with the rank it is
            given to.
          </Trans>
        ) : (
          <Trans>
            Where a text says “or designee”, the holder of the rank names who decides for them and for how
            long. It is looked up here each time something is decided.
          </Trans>
        )
      }
      actions={
        canMake && (
          <Button type="button" onClick={() => setMaking(true)}>
            <Trans>Delegate decisions</Trans>
          </Button>
        )
      }
    >
      {choices.isError && <Trouble error={choices.error} onRetry={() => void choices.refetch()} />}
      <List
        of={useListing(setDoing)}
        search={route.useSearch()}
        query={{ ...query, data: query.data && { rows: query.data.delegations } }}
        fills={
          knowsNone ? (
            <Trans>Nobody can be named a designee in this office.</Trans>
          ) : (
            <Trans>A delegation comes here when the holder of a rank names a designee.</Trans>
          )
        }
      />
      {making && choices.data && (
        <Dialog title={t`Delegate decisions`} width="wide" onClose={() => setMaking(false)}>
          <MakeDelegation choices={choices.data} onDone={() => setMaking(false)} />
        </Dialog>
      )}
      {doing?.what === 'end' && (
        <Dialog title={t`End delegation`} onClose={close}>
          <EndDelegation delegation={doing.about} onDone={close} />
        </Dialog>
      )}
      {doing?.what === 'changes' && (
        <Dialog title={t`Delegation to ${doing.about.to.name}`} width="wide" onClose={close}>
          <Changes room="access" record="delegation" id={doing.about.id} opened />
        </Dialog>
      )}
    </Page>
  )
}
