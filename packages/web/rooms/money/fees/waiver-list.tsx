import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { PaperLink } from '../receipts/paper-link.tsx'
import { WaiverState } from '../waiver-state.tsx'
import type { Statement } from '../words.ts'
import css from './fees.module.css'

/** The requests to waive fees of one enrolment, and how they ended. */
export function WaiverList({ statement }: { statement: Statement }) {
  if (statement.waivers.length === 0) return null
  return (
    <section aria-labelledby="waivers" className={css.part}>
      <h2 id="waivers">
        <Trans>Waivers</Trans>
      </h2>
      <ul className={css.list}>
        {statement.waivers.map((waiver) => (
          <li key={waiver.id}>
            <p className={css.ways}>
              <WaiverState waiver={waiver} />
              <Link to="/waivers/$id" params={{ id: waiver.id }}>
                <Trans>Open request</Trans>
              </Link>
              {waiver.decision?.paperId && (
                <PaperLink paperId={waiver.decision.paperId}>
                  <Trans>Print notice</Trans>
                </PaperLink>
              )}
            </p>
            <p className={css.soft}>
              <Trans>
                Asked on <Day day={waiver.onDay} /> by {waiver.askedBy ?? ''}
              </Trans>
              {waiver.decision && waiver.decision.waivedCents > 0 && (
                <>
                  {'. '}
                  <Trans>
                    Waived: <Amount cents={waiver.decision.waivedCents} />
                  </Trans>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
