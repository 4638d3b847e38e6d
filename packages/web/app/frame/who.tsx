import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { signOut } from '../../api/session-store.ts'
import { roleNames } from '../roles.ts'
import { useSignedIn } from '../session-hooks.ts'
import css from './who.module.css'

/** Who I am, as which role, in which office; and the way out. */
export function Who() {
  const { account, roles, agency } = useSignedIn()
  const { t, i18n } = useLingui()
  const [failed, setFailed] = useState(false)
  const names = roles.map((role) => i18n._(roleNames[role]))
  return (
    <div className={css.who}>
      <div className={css.person}>
        <span className={css.name}>{account.displayName}</span>{' '}
        <span className={css.role} title={agency.name}>
          {names.join(', ')}
        </span>
      </div>
      <button type="button" className={css.out} onClick={() => signOut().catch(() => setFailed(true))}>
        <Trans>Sign out</Trans>
      </button>
      {failed && (
        <span role="alert" className={css.failed}>
          {t`You are still signed in: the office cannot be reached. Try again.`}
        </span>
      )}
    </div>
  )
}
