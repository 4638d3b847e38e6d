import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'

/** A paper that the office was asked to make: a word while it is being made, then a link to it. */
export function MadePaper({ documentId, children }: { documentId: string; children: ReactNode }) {
  const { t } = useLingui()
  const key = ['platform', 'document', documentId]
  const query = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/api/platform/documents/{id}', { params: { path: { id: documentId } } })),
  })
  useLiveQuery(['platform.document-*'], key)
  const document = query.data
  if (query.isError) return t`The paper cannot be reached.`
  if (document?.failure)
    return (
      <span role="alert">
        <Trans>The paper could not be made. Tell an administrator: {document.failure}</Trans>
      </span>
    )
  if (!document?.paperId) return t`The paper is being made…`
  return (
    <a href={`/api/platform/papers/${document.paperId}`} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}
