import { Trans, useLingui } from '@lingui/react/macro'
import { useBlocker } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useEffect, useState } from 'react'
import { sessionState } from '../../api/session-store.ts'
import { Dialog, DialogButtons } from '../dialog/dialog.tsx'
import { markUnsaved } from './unsaved.ts'
import type { FormState } from './use-form.ts'

/** Asks before a page is left on which something is typed and not saved. */
export function LeaveGuard({ form }: { form: FormState }) {
  const { t } = useLingui()
  const [mark] = useState(() => Symbol(form.id))
  useEffect(() => {
    markUnsaved(mark, form.unsaved)
    return () => markUnsaved(mark, false)
  }, [mark, form.unsaved])

  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => form.isUnsavedNow() && current.pathname !== next.pathname,
    // After sign-out nothing may hold the page back.
    enableBeforeUnload: () => form.isUnsavedNow() && sessionState().kind === 'signed-in',
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <Dialog title={t`Leave without saving?`} onClose={reset}>
      <p>
        <Trans>What you typed is not saved. It is kept here for you until you sign out.</Trans>
      </p>
      <DialogButtons>
        <Button type="button" onClick={reset}>
          <Trans>Stay on the page</Trans>
        </Button>
        <Button type="button" outline onClick={proceed}>
          <Trans>Leave, keep what I typed</Trans>
        </Button>
        <Button
          type="button"
          unstyled
          onClick={() => {
            form.startOver()
            proceed()
          }}
        >
          <Trans>Leave and give it up</Trans>
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
