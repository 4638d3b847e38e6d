import { Trans } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { type ReactNode, useState } from 'react'
import { Dialog, DialogButtons } from '../dialog/dialog.tsx'

export type ConfirmProps = {
  /** The question: "Sign out with unsaved work?" */
  title: string
  /** What follows from it, before it is done. */
  children: ReactNode
  /** What the button does, in a verb; never "OK". */
  action: string
  onDo: () => void | Promise<void>
  onClose: () => void
}

/** Asks before something that cannot simply be taken back. Shown while it is drawn; Escape is no. */
export function Confirm({ title, children, action, onDo, onClose }: ConfirmProps) {
  const [busy, setBusy] = useState(false)
  const act = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      await onDo()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <DialogButtons>
        <Button type="button" aria-disabled={busy} onClick={() => void act()}>
          {action}
        </Button>
        <Button type="button" outline onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
