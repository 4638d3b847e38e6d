import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type InputOf, verb, type Work } from '../../platform/act.ts'
import { fieldProblem, Problem } from '../../platform/problem.ts'
import { day, id, text } from '../../platform/schemas.ts'
import type { Role } from '../permissions.ts'
import { type Designee, isByOwnHand, problemsOf, type Standing } from './check-delegation.ts'
import { type Delegable, delegableOrWhy, type NamedDecision } from './delegable.ts'

/** What the form of a delegation holds. `untilDay` is the first day on which it no longer holds. */
export const newDelegation = z.strictObject({
  toAccount: id,
  decisions: z
    .array(z.strictObject({ pack: text(100), decision: text(100), byRank: text(100) }))
    .min(1, 'Choose at least one decision.')
    .max(100),
  fromDay: day,
  untilDay: day.nullable().default(null),
  signedPaper: text(200, false).default(''),
  signedOn: day.nullable().default(null),
})

/**
 * Delegates decisions that a text gives to a rank "or designee" (SCC-2.A1, SCC-2.C1, SCC-2.D, SCC-4.B1): made by
 * an account with that rank, or recorded by an administrator from a paper that the holder signed. One record for
 * each decision, from today or later; each is ended by itself.
 * @throws Problem `cannot-be` with each field that is wrong; `not-allowed` for who neither holds the rank nor
 * manages accounts
 */
export const makeDelegation = verb(
  'access.make-delegation',
  async (work: Work<'access'>, input: InputOf<typeof newDelegation>) => {
    const { ctx, db, emit } = work
    if (!ctx.actor) throw new Problem('not-allowed', 'A person delegates this; the office itself cannot.')
    const chosen = chosenOf(ctx.agency.county, input.decisions)
    const by = { id: ctx.actor, roles: ctx.roles }
    if (!isByOwnHand({ chosen, by })) refuseWhoRecordsNothing(work)
    const to = await holdDesignee(work, input.toAccount)
    const { fromDay, untilDay, signedPaper, signedOn } = input
    const standing = await standingFor(work, to.id)
    const problems = problemsOf({
      chosen,
      to,
      fromDay,
      untilDay,
      signedPaper,
      signedOn,
      by,
      standing,
      today: ctx.today,
    })
    if (problems[0]) throw new Problem('cannot-be', problems[0].message, { fields: problems })
    const ids: string[] = []
    for (const one of chosen) {
      const delegationId = randomUUID()
      await db
        .insertInto('access.delegation')
        .values({
          agency_id: ctx.agency.id,
          id: delegationId,
          decision: one.decision,
          pack: one.pack,
          from_role: one.byRank,
          to_account: to.id,
          from_day: fromDay,
          until_day: untilDay,
          signed_paper: signedPaper === '' ? null : signedPaper,
          signed_on: signedOn,
          made_by: ctx.actor,
          made_at: ctx.now,
          made_on: ctx.today,
        })
        .execute()
      await emit('access.delegation-made', { delegation: delegationId, account: to.id })
      ids.push(delegationId)
    }
    return { ids }
  },
)

/** What is named, each once. */
function chosenOf(county: string, named: readonly NamedDecision[]): Delegable[] {
  const chosen = new Set<string>()
  return named.flatMap((one) => {
    const found = delegableOrWhy(county, one)
    if (typeof found === 'string') throw fieldProblem('decisions', found)
    const key = `${found.pack} ${found.decision} ${found.byRank}`
    if (chosen.has(key)) return []
    chosen.add(key)
    return [found]
  })
}

/** Only who manages accounts records what somebody else signed. */
export function refuseWhoRecordsNothing({ ctx }: Pick<Work<'access'>, 'ctx'>): void {
  if (!ctx.permissions.has('account.manage'))
    throw new Problem(
      'not-allowed',
      'This is delegated by who holds the rank, or recorded by an administrator from a paper they signed.',
    )
}

/** The account, held until the end of the act: two acts for one designee follow one another. */
async function holdDesignee({ db }: Work<'access'>, accountId: string): Promise<Designee> {
  const held = await db
    .selectFrom('access.account')
    .select(['id', 'display_name', 'ends_at'])
    .where('id', '=', accountId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!held) throw fieldProblem('toAccount', 'There is no such account in this office. Choose another.')
  const roles = await db
    .selectFrom('access.account_role')
    .select('role')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  return {
    id: held.id,
    name: held.display_name,
    roles: roles.map(({ role }) => role as Role),
    isEnded: held.ends_at !== null,
  }
}

async function standingFor({ db }: Work<'access'>, accountId: string): Promise<Standing[]> {
  const rows = await db
    .selectFrom('access.v_delegation')
    .select(['pack', 'decision', 'from_role', 'from_day', 'until_day'])
    .where('to_account', '=', accountId)
    .orderBy('from_day')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    pack: row.pack,
    decision: row.decision,
    byRank: row.from_role,
    fromDay: row.from_day,
    untilDay: row.until_day,
  }))
}
