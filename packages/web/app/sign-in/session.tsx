import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect, useState } from 'react'
import { loadSession } from '../../api/session-store.ts'
import { Trouble } from '../../parts/trouble/trouble.tsx'
import { useSessionState } from '../session-hooks.ts'
import { IdleWatch } from './idle-watch.tsx'
import { LockDialog } from './lock-dialog.tsx'
import css from './session.module.css'
import { SignInPage } from './sign-in-page.tsx'

/**
 * Lets nobody past who is not signed in. When the session ends, the page stays where it is with all that was typed,
 * but hidden (AC-11), and the sign-in dialog lies over it.
 */
export function Session({ children }: { children: ReactNode }) {
  const state = useSessionState()
  const locked = state.kind === 'locked'
  useHiddenTitle(locked)
  if (state.kind === 'unknown') return <Opening />
  if (state.kind === 'signed-out') return <SignInPage />
  return (
    <>
      <div inert={locked} className={locked ? css.hidden : undefined}>
        {children}
      </div>
      {locked ? <LockDialog account={state.session.account} /> : <IdleWatch ends={state.ends} />}
    </>
  )
}

function Opening() {
  const [error, setError] = useState<unknown>()
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try asks anew.
  useEffect(() => {
    loadSession().catch(setError)
  }, [tries])
  if (error === undefined) return null
  return (
    <main className={css.trouble}>
      <Trouble
        error={error}
        onRetry={() => {
          setError(undefined)
          setTries(tries + 1)
        }}
      />
    </main>
  )
}

/** A title may hold a person's name, and is read in the browser's tabs. */
function useHiddenTitle(hidden: boolean): void {
  const { t } = useLingui()
  const words = t`Signed out`
  useEffect(() => {
    if (!hidden) return
    const before = document.title
    document.title = `${words} – Inlieu`
    return () => {
      document.title = before
    }
  }, [hidden, words])
}
