import type { Decision, Rank } from '../authority/types.ts'
import { refuse } from '../errors.ts'
import type { Pack } from '../pack.types.ts'

/** Who may decide it under this pack. */
export function accordingToAuthority(
  pack: Pack,
  decision: Decision,
): { readonly ranks: readonly Rank[]; readonly delegable: boolean } {
  const row =
    pack.decisions.find((d) => d.decision === decision) ??
    refuse(pack.name, 'decisions', `has no row for ${decision}`)
  return { ranks: [...new Set(row.holders.map((holder) => holder.rank))], delegable: row.delegable }
}
