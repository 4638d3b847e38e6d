import { type Decision, type Delegation, decisions, mayDecide, type Permission, say } from '@inlieu/law'
import { type Role, ranksOf } from '../access/index.ts'
import type { Work } from '../platform/act.ts'
import { type ViewTx, viewsOf } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { programOf, programsRun } from './program.ts'

/** A decision that is about to be taken by the account that acts. */
export interface AuthorityAsked {
  decision: Decision
  /** Name of the law pack whose authority table holds. */
  pack?: string
  /** The account that asked for it: it may not decide it where the table says so. */
  requestedBy?: string | null
  /** The account whose decision is now reviewed: nobody reviews their own. */
  decidedBy?: string | null
}

/**
 * Lets the account that acts take a decision, or refuses: by its ranks, or by a delegation made to it that
 * holds today. Asked at the moment of decision, inside its transaction.
 * @returns what allows it, with its clause: store it with the decision
 * @throws Problem `not-allowed`, naming the clause and who may; `cannot-be` where the program's texts give nobody
 * this decision
 */
export async function requireAuthority<Room extends string>(
  work: Pick<Work<Room>, 'ctx' | 'db'>,
  asked: AuthorityAsked,
): Promise<Permission> {
  const { ctx, db } = work
  if (!ctx.actor) throw new Problem('not-allowed', 'A person decides this; the office itself cannot.')
  const pack = programOf({ pack: asked.pack ?? programsRun[0]!.pack })
  if (!decisions(pack).includes(asked.decision))
    throw new Problem(
      'cannot-be',
      'The texts of this program give this decision to nobody: it cannot be taken in it.',
    )
  const permission = mayDecide(pack, {
    decision: asked.decision,
    actorId: ctx.actor,
    ranks: ranksOf(ctx.roles),
    delegations: await delegationsTo(viewsOf(db), ctx.actor, pack.name),
    requestedBy: asked.requestedBy ?? null,
    decidedBy: asked.decidedBy ?? null,
    on: ctx.today.toString(),
  })
  if (!permission.allowed) throw refusal(permission)
  return permission
}

/** As many as the law takes in one question; those that hold longest come first. */
const mostDelegations = 1000

/**
 * What was delegated to an account for the decisions of one program, whenever it holds.
 * @param pack the program; a delegation of before programs were told apart is for each of them
 */
export async function delegationsTo(tx: ViewTx, accountId: string, pack: string): Promise<Delegation[]> {
  const rows = await tx
    .selectFrom('access.v_delegation')
    .select(['decision', 'from_role', 'from_day', 'until_day'])
    .where('to_account', '=', accountId)
    .where((is) => is.or([is('pack', '=', pack), is('pack', 'is', null)]))
    .orderBy('until_day', (order) => order.desc().nullsFirst())
    .limit(mostDelegations)
    .execute()
  return rows.flatMap((row) => {
    const [byRank] = ranksOf([row.from_role as Role])
    if (!byRank) return []
    const until = row.until_day?.toString() ?? null
    return [
      {
        decision: row.decision as Decision,
        byRank,
        toActorId: accountId,
        from: row.from_day.toString(),
        until,
      },
    ]
  })
}

function refusal(permission: Permission): Problem {
  const because = say('en', permission.textCode)
  const who = permission.ranks.map((rank) => say('en', `authority.holder.${rank}`).toLowerCase())
  const ask = who.length > 0 ? ` The decision belongs to: ${who.join(', ')}.` : ''
  return new Problem('not-allowed', `${because} (${permission.clause}).${ask}`)
}
