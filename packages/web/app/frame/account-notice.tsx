import { Trans } from '@lingui/react/macro'
import { Link, useLocation } from '@tanstack/react-router'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { useSignedIn } from '../session-hooks.ts'
import css from './account-notice.module.css'

/** What has to be done to one's own account before the work: on every page until it is done. */
export function AccountNotice() {
  const { account, secondFactorRequired } = useSignedIn()
  const { pathname } = useLocation()
  const needsFactor = secondFactorRequired && !account.hasSecondFactor
  if ((!account.mustChangePassword && !needsFactor) || pathname === '/account') return null
  return (
    <div className={`${css.notice} not-printed`}>
      <Alert type="warning" slim>
        <AlertText>
          {account.mustChangePassword ? (
            <Trans>Your password was set by someone else. Choose your own first.</Trans>
          ) : (
            <Trans>This office asks for a second factor. Nothing else opens until yours is set up.</Trans>
          )}{' '}
          <Link to="/account">
            <Trans>Go to my account</Trans>
          </Link>
        </AlertText>
      </Alert>
    </div>
  )
}
