import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { useSaid } from '../../../parts/words/said.ts'

/** A decision of the authority table that a page asks about. */
export type Decision =
  | 'admit'
  | 'fee-waiver'
  | 'return-to-court'
  | 'partial-day-credit'
  | 'sentence-reading'
  | 'early-start'
  | 'parameter-change'

/** Whether the account may take a decision, by which clause, and who may; undefined until it is known. */
export function useDecision(decision: Decision) {
  const { account, permissions } = useSignedIn()
  const { data } = useQuery({
    queryKey: ['programs', 'decisions', account.id],
    enabled: permissions.includes('parameter.read'),
    queryFn: () => answer(api.GET('/api/programs/decisions')),
    staleTime: 5 * 60_000,
  })
  return data?.decisions.find((one) => one.decision === decision)
}

/** The control of a decision for those who may take it; for the others, who may. */
export function Decider({ decision, children }: { decision: Decision; children: ReactNode }) {
  const held = useDecision(decision)
  const said = useSaid()
  if (!held) return null
  if (held.allowed) return children
  return (
    <Because clause={held.clause} own={held.own}>
      <Trans>for these ranks to decide: {held.ranks.map(said).join(', ')}.</Trans>
    </Because>
  )
}
