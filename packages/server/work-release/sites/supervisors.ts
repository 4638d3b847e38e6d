import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { verb } from '../../platform/act.ts'
import type { Context } from '../../platform/context.ts'
import type { DB } from '../../platform/database.ts'
import { fieldProblem, notFound } from '../../platform/problem.ts'
import { read } from '../../platform/read.ts'

/**
 * Lets the account of a site supervisor open the sheets of a site (WAP-SITE.3, own).
 * @throws Problem `not-found`; `cannot-be` when the account is no site supervisor's or is linked already
 */
export const linkSupervisor = verb(
  'work.link-supervisor',
  async (work, input: { siteId: string; accountId: string }): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    const site = await db
      .selectFrom('work.site')
      .select('id')
      .where('id', '=', input.siteId)
      .executeTakeFirst()
    if (!site) throw notFound('work site')
    const account = await db
      .selectFrom('access.v_account')
      .select('roles')
      .where('id', '=', input.accountId)
      .executeTakeFirst()
    if (!account) throw notFound('account')
    if (!account.roles.includes('site-supervisor'))
      throw fieldProblem(
        'accountId',
        'This account is not a site supervisor’s. An administrator gives it the role first.',
      )
    const linked = await db
      .selectFrom('work.site_supervisor')
      .select('id')
      .where('site_id', '=', input.siteId)
      .where('account_id', '=', input.accountId)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (linked) throw fieldProblem('accountId', 'This account opens the sheets of the site already.')
    const id = randomUUID()
    await db
      .insertInto('work.site_supervisor')
      .values({
        agency_id: ctx.agency.id,
        id,
        site_id: input.siteId,
        account_id: input.accountId,
        linked_at: ctx.now,
        linked_by: ctx.actor,
      })
      .execute()
    await emit('work.supervisor-linked', { site: input.siteId, account: input.accountId })
    return { id }
  },
)

/**
 * From now on the account opens the site's sheets no more.
 * @throws Problem `not-found`
 */
export const endSupervisor = verb(
  'work.end-supervisor',
  async (work, input: { siteId: string; linkId: string }) => {
    const { ctx, db, emit } = work
    const ended = await db
      .updateTable('work.site_supervisor')
      .set({ ended_at: ctx.now })
      .where('id', '=', input.linkId)
      .where('site_id', '=', input.siteId)
      .where('ended_at', 'is', null)
      .returning('account_id')
      .executeTakeFirst()
    if (!ended) throw notFound('link between this site and an account')
    await emit('work.supervisor-ended', { site: input.siteId, account: ended.account_id })
  },
)

/** The sites whose sheets the account opens, for what its page hears. */
export async function ownSites(db: Kysely<DB>, ctx: Context): Promise<ReadonlySet<string>> {
  const links = await read<'work', { site_id: string }[]>(db, ctx, (tx) =>
    tx
      .selectFrom('work.site_supervisor')
      .select('site_id')
      .where('account_id', '=', ctx.actor)
      .where('ended_at', 'is', null)
      .execute(),
  )
  return new Set(links.map((link) => link.site_id))
}
