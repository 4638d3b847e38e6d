import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { LanguageSwitch } from '../frame/language-switch.tsx'
import { SignInForm } from './sign-in-form.tsx'
import css from './sign-in-page.module.css'

/** The door. After it, one stands on the page whose address was asked for. */
export function SignInPage() {
  const { t } = useLingui()
  const title = t`Sign in`
  useEffect(() => {
    document.title = `${title} – Inlieu`
  }, [title])
  return (
    <div className={css.page}>
      <header className={css.head}>
        <span className={css.mark}>Inlieu</span>
        <LanguageSwitch />
      </header>
      <main className={css.main}>
        <h1>{title}</h1>
        <p className={css.lead}>
          <Trans>Custody alternatives, from the court’s paper to the last day.</Trans>
        </p>
        <SignInForm />
        <section className={css.notice} aria-labelledby="system-use">
          <h2 id="system-use">
            <Trans>Use of this system</Trans>
          </h2>
          <p>
            <Trans>
              For authorized people of the county only. It holds criminal justice information. Everything done
              here is recorded and may be reviewed; there is no privacy in its use. Unauthorized use is
              prohibited and may bring criminal and civil penalties. By signing in you agree to this.
            </Trans>
          </p>
        </section>
      </main>
    </div>
  )
}
