import { Plural, Trans } from '@lingui/react/macro'
import { useSignedIn } from '../../../app/session-hooks.ts'
import type { TypedRow } from '../../../parts/form/fields.ts'
import { useSaid } from '../../../parts/words/said.ts'
import type { ScreeningPage } from '../queries.ts'
import { groundsOf } from './grounds.ts'
import css from './screening.module.css'

/** The outcome as it will stand in the notice: what was decided, why, by whom, and how to challenge it. */
export function AsInNotice({ page, typed }: { page: ScreeningPage; typed: TypedRow }) {
  const said = useSaid()
  const { account } = useSignedIn()
  const chosen = Array.isArray(typed.grounds) ? (typed.grounds as readonly string[]) : []
  const grounds = groundsOf(page).filter(({ clause }) => chosen.includes(clause))
  const reason = typeof typed.reason === 'string' ? typed.reason.trim() : ''
  return (
    <aside className={css.notice} aria-labelledby="as-in-notice">
      <h3 id="as-in-notice">
        <Trans>As it will stand in the notice</Trans>
      </h3>
      <p>
        {page.step === 'admission' ? (
          <Trans>You were denied admission to the program: {page.program}.</Trans>
        ) : (
          <Trans>Your early release from custody was denied.</Trans>
        )}
      </p>
      {groundsOf(page).length === 0 && (
        <p>
          <Trans>
            None of the causes for denial that the policy lists was found. The officer departs from the policy
            for the reason below.
          </Trans>
        </p>
      )}
      <ul className={css.grounds}>
        {grounds.map(({ clause, text }) => (
          <li key={clause}>
            {text.map(said).join('; ')} ({clause}).
          </li>
        ))}
      </ul>
      {reason !== '' && <blockquote className={css.reason}>{reason}</blockquote>}
      <p>
        <Trans>Decided by {account.displayName}.</Trans>
      </p>
      <p>
        {page.challengeDays === null ? (
          <Trans>Ask this office how you can challenge this decision, and until when.</Trans>
        ) : (
          <Plural
            value={page.challengeDays}
            one="You can challenge this decision within # day of this notice."
            other="You can challenge this decision within # days of this notice."
          />
        )}
      </p>
    </aside>
  )
}
