import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../../app/session-hooks.ts'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Because } from '../../../parts/because/because.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import { MadePaper } from '../parts/made-paper.tsx'
import type { ScreeningPage } from '../queries.ts'
import css from './screening.module.css'

/** The decision that was taken, on what, by whom; and the way to screen again. */
export function Decided({ id, page }: { id: string; page: ScreeningPage }) {
  const { t } = useLingui()
  const may = useMay()
  const said = useSaid()
  const { decision } = page
  if (!decision) return null
  const isRelease = page.step === 'early-release'
  const words = {
    admit: isRelease ? t`Released early` : t`Admitted`,
    deny: isRelease ? t`Early release denied` : t`Denied`,
  }
  return (
    <section aria-labelledby="decided" className={css.part}>
      <h2 id="decided">
        <Trans>Decision</Trans>
      </h2>
      <p className={css.decided}>
        <Status tone={decision.decision === 'admit' ? 'settled' : 'over'}>{words[decision.decision]}</Status>
      </p>
      <p>
        <Trans>
          By {decision.by}, <Day day={decision.on} />.
        </Trans>
      </p>
      {decision.departs && (
        <p>
          <Trans>The officer departed from the policy: no listed cause was found.</Trans>
        </p>
      )}
      {decision.grounds.length > 0 && (
        <ul className={css.grounds}>
          {page.findings
            .filter((finding) => finding.isGround && decision.grounds.includes(finding.clause))
            .map((finding) => (
              <li key={`${finding.clause} ${finding.text.en}`}>
                {said(finding.text)} ({finding.clause})
              </li>
            ))}
        </ul>
      )}
      {decision.reason !== '' && <blockquote className={css.reason}>{decision.reason}</blockquote>}
      {page.fees && (
        <Because clause={page.fees.clause} own={page.fees.own}>
          {said(page.fees.text)}: <Amount cents={page.fees.necessaryCents} />
        </Because>
      )}
      {decision.notice && (
        <p>
          <MadePaper paper={decision.notice}>
            <Trans>Open the notice of denial</Trans>
          </MadePaper>
        </p>
      )}
      {page.canScreen && may('screening.answer') && (
        <p className="not-printed">
          <Link
            to="/enrolments/$id/screening"
            params={{ id }}
            search={{ ...(isRelease ? { step: 'early-release' as const } : {}), again: 'yes' }}
          >
            <Trans>Screen again</Trans>
          </Link>{' '}
          <span className={css.soft}>
            <Trans>when something came to light since</Trans>
          </span>
        </p>
      )}
    </section>
  )
}
