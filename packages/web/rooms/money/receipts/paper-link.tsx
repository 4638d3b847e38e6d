import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** A paper that the office makes: a link once it is there, a word while it is being made. */
export function PaperLink({ paperId, children }: { paperId: string | null; children: ReactNode }) {
  if (paperId === null) {
    return (
      <span>
        <Trans>The paper is being made…</Trans>
      </span>
    )
  }
  return (
    <a href={`/api/platform/papers/${paperId}`} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}
