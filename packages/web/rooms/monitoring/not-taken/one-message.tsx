import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { DialogButtons } from '../../../parts/dialog/dialog.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { AskPurpose } from '../parts/ask-purpose.tsx'
import { LookingBar } from '../parts/looking-bar.tsx'
import { lookingOf, type Sitting, useSitting } from '../parts/sitting.ts'
import css from './not-taken.module.css'

/** What a message said. It may say where somebody was: the purpose is asked first, and the look recorded. */
export function OneMessage({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui()
  const sitting = useSitting()
  const client = useQueryClient()
  if (!sitting)
    return (
      <AskPurpose
        action={t`Show what it said`}
        look={(begun) => askMessage(begun, id)}
        onLooked={(begun, data) => client.setQueryData(messageKey(begun, id), data)}
      />
    )
  return <Said id={id} sitting={sitting} onClose={onClose} />
}

/** Where the answer of a sitting stands in this browser while it is shown. */
const messageKey = ({ sitting }: Sitting, id: string) => ['monitoring', 'message-not-taken', sitting, id]

/** Asks what a message said; the office records the look. */
const askMessage = (sitting: Sitting, id: string) =>
  api.POST('/api/monitoring/not-taken/{id}', {
    params: { path: { id: Number(id) } },
    body: { looking: lookingOf(sitting) },
  })

function Said({ id, sitting, onClose }: { id: string; sitting: Sitting; onClose: () => void }) {
  const { t, i18n } = useLingui()
  const query = useQuery({
    queryKey: messageKey(sitting, id),
    queryFn: () => answer(askMessage(sitting, id)),
    // Where somebody was stays no longer in this browser than it is shown, and is not looked at again unasked.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const { data, error } = query
  const kept = new Intl.NumberFormat(i18n.locale).format(data?.body.length ?? 0)
  return (
    <>
      <LookingBar sitting={sitting} />
      {error && <Trouble error={error} onRetry={() => void query.refetch()} />}
      {!data && !error && <p aria-busy="true">{t`Reading the message…`}</p>}
      {data?.body === '' && <p>{t`It was empty.`}</p>}
      {data && data.body !== '' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        <section className={css.scroll} tabIndex={0} aria-label={t`What it said`}>
          <pre className={css.said} lang="zxx" translate="no">
            {data.body}
          </pre>
        </section>
      )}
      {data?.cut && (
        <p className={css.soft}>
          <Trans>It was longer: its first {kept} characters are kept.</Trans>
        </p>
      )}
      <p className={css.soft}>
        <Trans>As it was kept; of a credential no more than its end.</Trans>
      </p>
      <DialogButtons>
        {data && data.body !== '' && <Copy text={data.body} />}
        <Button type="button" outline onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </DialogButtons>
    </>
  )
}

/** Puts the text where it can be pasted from. A browser allows that only on a page that came over a safe way. */
function Copy({ text }: { text: string }) {
  const [copied, setCopied] = useState(false)
  if (!navigator.clipboard) return null
  return (
    <Button
      type="button"
      onClick={() => {
        navigator.clipboard.writeText(text).then(
          () => setCopied(true),
          () => setCopied(false),
        )
      }}
    >
      <span role="status">{copied ? <Trans>Copied</Trans> : <Trans>Copy what it said</Trans>}</span>
    </Button>
  )
}
