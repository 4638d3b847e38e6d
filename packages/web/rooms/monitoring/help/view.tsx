import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { useKeys } from '../../../parts/keys/keys.tsx'
import { List } from '../../../parts/list/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { AnswerHelp, LogHelp } from './help-forms.tsx'
import { type HelpRequest, helpKey, helpListing } from './listing.tsx'

const route = getRouteApi('/staff/help-log')
const states = ['open', 'answered'] as const

/** Requests for help by telephone: logged, timed, answered; what is late shows (EMP-7.2). */
export function HelpLog() {
  const { t } = useLingui()
  const may = useMay()
  const search = route.useSearch()
  const [logging, setLogging] = useState(false)
  const [answering, setAnswering] = useState<HelpRequest>()
  const { from, to } = search
  const state = states.find((each) => each === search.state)
  const asked = {
    limit: 5000,
    ...(state ? { state } : {}),
    ...(from ? { from } : {}),
    ...(to ? { lastDay: to } : {}),
  } as const
  const query = useQuery({
    queryKey: [...helpKey, asked],
    queryFn: () => answer(api.GET('/api/monitoring/help', { params: { query: asked } })),
  })
  useLiveQuery(['monitoring.help-changed'], helpKey)
  const mayLog = may('alarm.work')
  useKeys(mayLog ? [{ key: 'l', does: t`Log a call`, press: () => setLogging(true) }] : [])
  return (
    <Page
      title={t`Help log`}
      lead={
        <Trans>
          Staff of the agency reach an operator at any hour; each call is timed until it is answered
          (EMP-7.2).
        </Trans>
      }
      actions={
        mayLog && (
          <Button type="button" onClick={() => setLogging(true)}>
            <Trans>Log a call</Trans>
          </Button>
        )
      }
    >
      <List
        of={helpListing(mayLog ? setAnswering : undefined)}
        search={search}
        query={{ ...query, data: query.data && { rows: query.data.requests } }}
        csv={`/api/monitoring/help?format=csv&${new URLSearchParams(
          Object.entries(asked).map(([name, value]) => [name, String(value)]),
        )}`}
        fills={
          <Trans>A call of a deputy or another member of staff comes here when an operator logs it.</Trans>
        }
      />
      {logging && (
        <Dialog title={t`Log a call`} onClose={() => setLogging(false)}>
          <LogHelp onClose={() => setLogging(false)} />
        </Dialog>
      )}
      {answering && (
        <Dialog
          title={t`Answer request ${answering.number} of ${answering.caller}`}
          onClose={() => setAnswering(undefined)}
        >
          <AnswerHelp request={answering} onClose={() => setAnswering(undefined)} />
        </Dialog>
      )}
    </Page>
  )
}
