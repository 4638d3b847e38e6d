import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { List } from '../../../parts/list/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { type Messages as Found, type Message, messageListing, messagesKey } from './listing.tsx'
import css from './messages.module.css'
import { OneMessage } from './one-message.tsx'

const route = getRouteApi('/staff/messages')
const media = ['email', 'text'] as const
const states = ['untold', 'asked', 'no-channel', 'sent', 'delivered', 'refused'] as const

/** Messages that left or should have left the house, and what is known of their delivery. */
export function Messages() {
  const { t } = useLingui()
  const may = useMay()
  const search = route.useSearch()
  const [open, setOpen] = useState<Message>()
  const { from, to } = search
  const medium = media.find((each) => each === search.medium)
  const state = states.find((each) => each === search.state)
  const asked = {
    limit: 1000,
    ...(state ? { state } : {}),
    ...(medium ? { medium } : {}),
    ...(from ? { from } : {}),
    ...(to ? { lastDay: to } : {}),
  } as const
  const query = useQuery({
    queryKey: [...messagesKey, asked],
    queryFn: () => answer(api.GET('/api/monitoring/messages', { params: { query: asked } })),
  })
  useLiveQuery(
    ['monitoring.message-changed', 'monitoring.channel-changed', 'monitoring.alarm-*'],
    messagesKey,
  )
  return (
    <Page
      title={t`Messages`}
      lead={
        <Trans>
          What was to be told by e-mail or text message. “Sent” means that another system has taken it;
          “delivered” that it said so.
        </Trans>
      }
    >
      {query.data && <NoChannel channels={query.data.channels} />}
      <List
        of={messageListing(setOpen)}
        search={search}
        query={{ ...query, data: query.data && { rows: query.data.messages } }}
        csv={`/api/monitoring/messages?format=csv&${new URLSearchParams(
          Object.entries(asked).map(([name, value]) => [name, String(value)]),
        )}`}
        fills={
          <Trans>A message comes here when a step of an alarm, or a gap in the shifts, asks for one.</Trans>
        }
      />
      {open && (
        <Dialog
          title={open.title === '' ? t`Message` : open.title}
          width="wide"
          onClose={() => setOpen(undefined)}
        >
          <OneMessage id={open.id} maySend={may('alarm.work')} onClose={() => setOpen(undefined)} />
        </Dialog>
      )}
    </Page>
  )
}

function NoChannel({ channels }: { channels: Found['channels'] }) {
  const lacking = (['email', 'text'] as const).filter((medium) => !channels[medium])
  if (lacking.length === 0) return null
  return (
    <p className={css.lack}>
      {lacking.length === 2 ? (
        <Trans>No channel is set for e-mail and text messages: nothing leaves. Call instead.</Trans>
      ) : lacking[0] === 'email' ? (
        <Trans>No channel is set for e-mail: no e-mail leaves. Call instead.</Trans>
      ) : (
        <Trans>No channel is set for text messages: none leaves. Call instead.</Trans>
      )}{' '}
      <Trans>An administrator sets one under “How messages leave”.</Trans>
    </p>
  )
}
