import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type InputOf, verb, type Work } from '../platform/act.ts'
import { wallNow } from '../platform/clock.ts'
import { changedMeanwhile } from '../platform/conflict.ts'
import { fieldProblem, notFound, Problem } from '../platform/problem.ts'
import { id, text, version } from '../platform/schemas.ts'
import { hashPassword, passwordProblem } from './password.ts'
import { roles } from './permissions.ts'
import { endSessionsOf } from './session.ts'

const usernameForm = /^[a-z0-9][a-z0-9._-]{1,62}$/

/** What a new account needs. The first password is changed at the first sign-in. */
export const newAccount = z.strictObject({
  username: text(63)
    .toLowerCase()
    .regex(usernameForm, 'Use small letters, digits, dots and dashes, at least two.'),
  displayName: text(120),
  email: z.union([z.literal(''), z.email('This is not an e-mail address.').max(200)]).default(''),
  roles: z.array(z.enum(roles)).min(1, 'Give at least one role.'),
  firstPassword: z.string().max(256),
})

/** Opens an account with its roles. */
export const openAccount = verb(
  'access.open-account',
  async (work: Work<'access'>, input: InputOf<typeof newAccount>) => {
    const { ctx, db, emit } = work
    const problem = passwordProblem(input.firstPassword, input.username)
    if (problem) throw fieldProblem('firstPassword', problem)
    const accountId = randomUUID()
    const made = await db
      .insertInto('access.account')
      .values({
        agency_id: ctx.agency.id,
        id: accountId,
        username: input.username,
        display_name: input.displayName,
        email: input.email,
        password_hash: await hashPassword(input.firstPassword),
        must_change_password: true,
        created_at: ctx.now,
      })
      // User names are one space for all offices; which office has it is not told.
      .onConflict((conflict) => conflict.constraint('account_username').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw fieldProblem('username', 'This user name is taken. Choose another.')
    await grant(work, accountId, input.roles)
    await emit('access.account-opened', { account: accountId })
    return { id: accountId }
  },
)

/** What can be changed of an account. */
export const accountChange = z.strictObject({
  accountId: id,
  version,
  displayName: text(120),
  email: z.union([z.literal(''), z.email('This is not an e-mail address.').max(200)]),
  roles: z.array(z.enum(roles)),
  ended: z.boolean(),
})

async function changedAccount(
  work: Work<'access'>,
  accountId: string,
  account: { version: number; display_name: string; email: string; ends_at: unknown },
): Promise<Problem> {
  const held = await work.db
    .selectFrom('access.v_account')
    .select('roles')
    .where('id', '=', accountId)
    .executeTakeFirst()
  return changedMeanwhile(work, {
    room: 'access',
    record: 'account',
    rowId: accountId,
    name: 'this account',
    current: {
      displayName: account.display_name,
      email: account.email,
      roles: held?.roles ?? [],
      ended: account.ends_at !== null,
      version: account.version,
    },
  })
}

/** Changes name, roles, or ends an account. Roles taken away end its sessions at once. */
export const changeAccount = verb(
  'access.change-account',
  async (work: Work<'access'>, input: InputOf<typeof accountChange>) => {
    const { ctx, db, emit } = work
    if (ctx.actor === input.accountId)
      throw new Problem('not-allowed', 'Another administrator has to change your own account.')
    const account = await db
      .selectFrom('access.account')
      .select(['version', 'display_name', 'email', 'ends_at'])
      .where('id', '=', input.accountId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!account) throw notFound('account')
    if (account.version !== input.version) throw await changedAccount(work, input.accountId, account)
    await db
      .updateTable('access.account')
      .set({
        display_name: input.displayName,
        email: input.email,
        ends_at: input.ended ? (account.ends_at ?? wallNow()) : null,
        version: account.version + 1,
      })
      .where('id', '=', input.accountId)
      .execute()
    const held = await db
      .selectFrom('access.account_role')
      .select('role')
      .where('account_id', '=', input.accountId)
      .where('ended_at', 'is', null)
      .execute()
    const now = new Set(held.map((entry) => entry.role))
    const taken = [...now].filter((role) => !(input.roles as string[]).includes(role))
    if (taken.length > 0) {
      await db
        .updateTable('access.account_role')
        .set({ ended_at: wallNow() })
        .where('account_id', '=', input.accountId)
        .where('ended_at', 'is', null)
        .where('role', 'in', taken)
        .execute()
    }
    await grant(
      work,
      input.accountId,
      input.roles.filter((role) => !now.has(role)),
    )
    if (taken.length > 0 || input.ended)
      await endSessionsOf(work, input.accountId, input.ended ? 'account-ended' : 'role-taken')
    await emit('access.account-changed', { account: input.accountId })
    return { id: input.accountId }
  },
)

/** What a reset needs. */
export const passwordReset = z.strictObject({
  accountId: id,
  newPassword: z.string().max(256),
  secondFactorToo: z.boolean(),
})

/** Gives an account a new first password, and takes its second factor off where the device is lost. */
export const resetPassword = verb(
  'access.reset-password',
  async (work: Work<'access'>, input: InputOf<typeof passwordReset>) => {
    const { ctx, db, emit } = work
    if (ctx.actor === input.accountId)
      throw new Problem('not-allowed', 'Change your own password on the page My account.')
    const account = await db
      .selectFrom('access.account')
      .select('username')
      .where('id', '=', input.accountId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!account) throw notFound('account')
    const problem = passwordProblem(input.newPassword, account.username)
    if (problem) throw fieldProblem('newPassword', problem)
    await db
      .updateTable('access.account')
      .set({ password_hash: await hashPassword(input.newPassword), must_change_password: true })
      .where('id', '=', input.accountId)
      .execute()
    if (input.secondFactorToo) {
      await db
        .updateTable('access.account')
        .set({ second_factor_sealed: null, second_factor_since: null, second_factor_last_step: null })
        .where('id', '=', input.accountId)
        .execute()
    }
    await endSessionsOf(work, input.accountId, 'password-reset')
    await emit('access.password-reset', { account: input.accountId })
    return { id: input.accountId }
  },
)

async function grant({ ctx, db }: Work<'access'>, accountId: string, list: readonly string[]): Promise<void> {
  for (const role of new Set(list)) {
    await db
      .insertInto('access.account_role')
      .values({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        account_id: accountId,
        role,
        granted_at: wallNow(),
        granted_by: ctx.actor,
      })
      .execute()
  }
}
