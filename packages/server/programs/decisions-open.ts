import { decisions, mayDecide } from '@inlieu/law'
import { z } from 'zod'
import { ranksOf } from '../access/index.ts'
import type { Context } from '../platform/context.ts'
import type { ViewTx } from '../platform/database.ts'
import { both, words } from '../platform/words.ts'
import { programOf } from './program.ts'
import { delegationsTo } from './require-authority.ts'

/** What an account may decide today, and who may decide the rest: a page offers nothing that would be refused. */
export const decisionsView = z.object({
  decisions: z.array(
    z.object({
      decision: z.string(),
      /** What is decided, in words. */
      text: words,
      allowed: z.boolean(),
      because: words,
      clause: z.string(),
      own: z.boolean(),
      ranks: z.array(words),
    }),
  ),
})

/**
 * The authority table as it stands for the account that acts, by its ranks and by what was delegated to it.
 * @param packName the program whose table it is
 * Who asked for something, or decided it before, is looked at when it is decided.
 */
export async function decisionsOf(
  tx: ViewTx,
  ctx: Context,
  packName: string,
): Promise<z.output<typeof decisionsView>> {
  const pack = programOf({ pack: packName })
  const actorId = ctx.actor ?? ''
  const delegations = await delegationsTo(tx, actorId, pack.name)
  return {
    decisions: decisions(pack).map((decision) => {
      const on = ctx.today.toString()
      const held = mayDecide(pack, { decision, actorId, ranks: ranksOf(ctx.roles), delegations, on })
      return {
        decision,
        text: both(`authority.decision.${decision}`),
        allowed: held.allowed,
        because: both(held.textCode),
        clause: held.clause,
        own: held.own,
        ranks: held.ranks.map((rank) => both(`authority.holder.${rank}`)),
      }
    }),
  }
}
