import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { PaperLink } from '../../money/receipts/paper-link.tsx'
import type { AppointmentPage } from '../queries.ts'
import css from './parts.module.css'

type Made = NonNullable<AppointmentPage['slip']>

/** A paper the office makes: a link once it is there, and what went wrong when it could not be made. */
export function MadePaper({ paper, children }: { paper: Made; children: ReactNode }) {
  if (paper.failure !== null) {
    return (
      <span className={css.refused}>
        <Trans>The paper could not be made: {paper.failure}</Trans>
      </span>
    )
  }
  return <PaperLink paperId={paper.paperId}>{children}</PaperLink>
}
