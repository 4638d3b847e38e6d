import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { ActButton } from '../../intake/parts/act-button.tsx'
import { MessageState } from '../messages/listing.tsx'
import { type Channel, channelsKey } from './channel.ts'
import css from './channels.module.css'
import { SetHook } from './set-hook.tsx'
import { SetMailServer } from './set-mail-server.tsx'
import { TryChannel } from './try-channel.tsx'

/** By which way e-mail and text messages leave the house, and whether it works. */
export function Channels() {
  const { t } = useLingui()
  const query = useQuery({
    queryKey: channelsKey,
    queryFn: () => answer(api.GET('/api/monitoring/channels')),
    // A trial is sent by another process; its word comes a moment later.
    refetchInterval: 5000,
  })
  useLiveQuery(['monitoring.channel-changed'], channelsKey)
  return (
    <Page
      title={t`How messages leave`}
      lead={
        <Trans>
          Without a channel nothing leaves, and every step of an alarm says to call. Passwords stand in files
          of the keys folder, never here.
        </Trans>
      }
    >
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the channels…`}</p>}
      <div className={css.channels}>
        {query.data?.channels.map((channel) => (
          <OneChannel key={channel.medium} channel={channel} />
        ))}
      </div>
    </Page>
  )
}

type Doing = 'mail-server' | 'hook' | 'try' | null

function OneChannel({ channel }: { channel: Channel }) {
  const { t } = useLingui()
  const [doing, setDoing] = useState<Doing>(null)
  const { medium, settings } = channel
  const name = medium === 'email' ? t`E-mail` : t`Text messages`
  const close = () => setDoing(null)
  return (
    <section aria-label={name} className={css.channel}>
      <h2>{name}</h2>
      <Standing channel={channel} />
      <div className={css.buttons}>
        {medium === 'email' && (
          <Button type="button" outline onClick={() => setDoing('mail-server')}>
            <Trans>Set mail server</Trans>
          </Button>
        )}
        <Button
          type="button"
          outline
          aria-label={medium === 'email' ? t`Set hook for e-mail` : t`Set hook for text messages`}
          onClick={() => setDoing('hook')}
        >
          <Trans>Set hook</Trans>
        </Button>
        {settings && (
          <>
            <Button
              type="button"
              aria-label={medium === 'email' ? t`Try it: e-mail` : t`Try it: text messages`}
              onClick={() => setDoing('try')}
            >
              <Trans>Try it</Trans>
            </Button>
            <ActButton
              look="unstyled"
              label={medium === 'email' ? t`End this channel: e-mail` : t`End this channel: text messages`}
              renews={[channelsKey]}
              send={(headers) =>
                api.POST('/api/monitoring/channels/{medium}/end', {
                  params: { path: { medium } },
                  body: {},
                  headers,
                })
              }
            >
              <Trans>End this channel</Trans>
            </ActButton>
          </>
        )}
      </div>
      {doing === 'mail-server' && (
        <Dialog title={t`Mail server`} onClose={close}>
          <SetMailServer settings={settings?.kind === 'smtp' ? settings : null} onClose={close} />
        </Dialog>
      )}
      {doing === 'hook' && (
        <Dialog title={t`Hook for ${name}`} width="wide" onClose={close}>
          <SetHook medium={medium} settings={settings?.kind === 'hook' ? settings : null} onClose={close} />
        </Dialog>
      )}
      {doing === 'try' && (
        <Dialog title={t`Try ${name}`} onClose={close}>
          <TryChannel medium={medium} onClose={close} />
        </Dialog>
      )}
    </section>
  )
}

function Standing({ channel }: { channel: Channel }) {
  const { t } = useLingui()
  const { settings, trial } = channel
  if (!settings) return <Status tone="waiting">{t`No channel: every step says to call`}</Status>
  return (
    <>
      <p>
        <Status tone="settled">
          {settings.kind === 'smtp' ? t`Mail server ${settings.host}, port ${settings.port}` : t`Hook`}
        </Status>{' '}
        {settings.kind === 'hook' && <span className={css.address}>{settings.url}</span>}
      </p>
      <p className={css.soft}>
        {channel.setAt && (
          <Trans>
            set by {channel.setByName}, <Moment at={channel.setAt} />
          </Trans>
        )}
      </p>
      {trial ? (
        <p>
          <Trans>
            Last trial to {trial.to}, <Moment at={trial.at} />:
          </Trans>{' '}
          <MessageState state={trial.state} /> <span className={css.soft}>{trial.detail}</span>
        </p>
      ) : (
        <p className={css.soft}>
          <Trans>Not tried yet. Try it before an alarm needs it.</Trans>
        </p>
      )}
    </>
  )
}
