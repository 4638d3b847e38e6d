import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { signOut } from '../../api/session-store.ts'
import { Confirm } from '../../parts/confirm/confirm.tsx'
import { hasUnsaved } from '../../parts/form/unsaved.ts'
import { roleNames } from '../roles.ts'
import { useSignedIn } from '../session-hooks.ts'
import css from './who.module.css'

/** Who I am, as which role, in which office; and the way out. */
export function Who() {
  const { account, roles, agency } = useSignedIn()
  const { i18n } = useLingui()
  const names = roles.map((role) => i18n._(roleNames[role]))
  return (
    <div className={css.who}>
      <div className={css.person}>
        <span className={css.name}>{account.displayName}</span>{' '}
        <span className={css.role} title={agency.name}>
          {names.join(', ')}
        </span>
      </div>
      <SignOut />
    </div>
  )
}

function SignOut() {
  const { t } = useLingui()
  const [asks, setAsks] = useState(false)
  const [failed, setFailed] = useState(false)
  const leave = async (): Promise<void> => {
    setAsks(false)
    await signOut().catch(() => setFailed(true))
  }
  return (
    <>
      <button type="button" className={css.out} onClick={() => (hasUnsaved() ? setAsks(true) : void leave())}>
        <Trans>Sign out</Trans>
      </button>
      {failed && (
        <span role="alert" className={css.failed}>
          <Trans>You are still signed in: the office cannot be reached. Try again.</Trans>
        </span>
      )}
      {asks && (
        <Confirm
          title={t`Sign out with unsaved work?`}
          action={t`Sign out and give it up`}
          onDo={leave}
          onClose={() => setAsks(false)}
        >
          <p>
            <Trans>
              What you typed on this page is not saved, and nothing is kept here after you sign out.
            </Trans>
          </p>
        </Confirm>
      )}
    </>
  )
}
