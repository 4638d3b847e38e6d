import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { giveUpPage, type SignedIn } from '../../api/session-store.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import css from './lock-dialog.module.css'
import { SignInForm } from './sign-in-form.tsx'

/** Over the hidden page of whoever was signed in: the same person goes on where they stopped. */
export function LockDialog({ account }: { account: SignedIn['account'] }) {
  const { t } = useLingui()
  return (
    <Dialog title={t`Sign in again to go on`} backdrop="hides">
      <p className={css.lead}>
        <Trans>
          Your sign-in has ended. The page is kept as it was, with everything you typed, for{' '}
          <strong>{account.displayName}</strong> ({account.username}).
        </Trans>
      </p>
      <SignInForm username={account.username} />
      <p className={css.other}>
        <Button type="button" unstyled onClick={giveUpPage}>
          <Trans>Not you? Leave this page; what was typed on it is given up</Trans>
        </Button>
      </p>
    </Dialog>
  )
}
