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
  | 'return-to-custody'

/**
 * Whether the account may take a decision, by which clause, and who may; undefined until it is known.
 * @param pack the program whose authority table holds; left out: the first of the office
 */
export function useDecision(decision: Decision, pack?: string) {
  const { account, permissions } = useSignedIn()
  const { data } = useQuery({
    queryKey: ['programs', 'decisions', account.id, pack ?? ''],
    enabled: permissions.includes('parameter.read'),
    queryFn: () => answer(api.GET('/api/programs/decisions', { params: { query: pack ? { pack } : {} } })),
    staleTime: 5 * 60_000,
  })
  return data?.decisions.find((one) => one.decision === decision)
}

/** `pack`: the program that it is decided in. */
export type DeciderProps = { decision: Decision; pack?: string; children: ReactNode }

/** The control of a decision for those who may take it; for the others, who may. */
export function Decider({ decision, pack, children }: DeciderProps) {
  const held = useDecision(decision, pack)
  const said = useSaid()
  if (!held) return null
  if (held.allowed) return children
  return (
    <Because clause={held.clause} own={held.own} told>
      <Trans>
        {said(held.text)}: for these ranks to decide: {held.ranks.map(said).join(', ')}.
      </Trans>
    </Because>
  )
}
