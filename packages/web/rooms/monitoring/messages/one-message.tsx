import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { DialogButtons } from '../../../parts/dialog/dialog.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { ActButton } from '../../intake/parts/act-button.tsx'
import { MessageState, messagesKey } from './listing.tsx'
import css from './messages.module.css'

const stepWords: Record<string, MessageDescriptor> = {
  asked: msg`Asked for`,
  'no-channel': msg`No channel: call`,
  failed: msg`Failed; tried again`,
  sent: msg`Taken by the other system`,
  delivered: msg`Delivered, the other system says`,
  refused: msg`Refused`,
}

/** One message: what it says, and each word about its delivery. */
export function OneMessage({ id, maySend, onClose }: { id: string; maySend: boolean; onClose: () => void }) {
  const { i18n, t } = useLingui()
  const query = useQuery({
    queryKey: [...messagesKey, id],
    queryFn: () => answer(api.GET('/api/monitoring/messages/{id}', { params: { path: { id } } })),
  })
  if (query.isError) return <Trouble error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <p aria-busy="true">{t`Reading the message…`}</p>
  const { message, steps } = query.data
  const untold = message.state === 'no-channel' || message.state === 'refused'
  return (
    <>
      <p className={css.text}>{message.text}</p>
      <p>
        <MessageState state={message.state} />{' '}
        {message.alarmId && (
          <Link to="/alarms" search={{ alarm: message.alarmId }}>
            <Trans>Open the alarm</Trans>
          </Link>
        )}
      </p>
      <ol className={css.steps}>
        {steps.map((step) => (
          <li key={`${step.kind} ${step.at}`}>
            <Moment at={step.at} />: {i18n._(stepWords[step.kind]!)}
            {step.detail !== '' && <span className={css.soft}> {step.detail}</span>}
          </li>
        ))}
      </ol>
      <DialogButtons>
        {untold && maySend && (
          <ActButton
            renews={[messagesKey]}
            send={(headers) =>
              api.POST('/api/monitoring/messages/{id}/send-again', {
                params: { path: { id } },
                body: {},
                headers,
              })
            }
          >
            <Trans>Send again</Trans>
          </ActButton>
        )}
        <Button type="button" outline onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </DialogButtons>
    </>
  )
}
