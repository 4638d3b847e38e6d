import { z } from 'zod'
import { type InputOf, verb, type Work } from '../platform/act.ts'
import { wallNow } from '../platform/clock.ts'
import type { Keys } from '../platform/keys.ts'
import { fieldProblem, Problem } from '../platform/problem.ts'
import { hashPassword, passwordFits, passwordProblem } from './password.ts'
import { codeStep, newSecret, sealSecret } from './second-factor.ts'
import { endSessionsOf } from './session.ts'

/** A change of one's own password. */
export const ownPassword = z.strictObject({ current: z.string().min(1).max(256), next: z.string().max(256) })

/** Changes one's own password; all other sessions of the account end. */
export const changeOwnPassword = verb(
  'access.change-own-password',
  async (work: Work<'access'>, input: InputOf<typeof ownPassword>) => {
    const account = await own(work)
    if (!(await passwordFits(account.password_hash, input.current)))
      throw fieldProblem('current', 'This is not your password.')
    const problem = passwordProblem(input.next, account.username)
    if (problem) throw fieldProblem('next', problem)
    if (input.next === input.current)
      throw fieldProblem('next', 'Choose one that differs from the one you have.')
    await work.db
      .updateTable('access.account')
      .set({ password_hash: await hashPassword(input.next), must_change_password: false })
      .where('id', '=', account.id)
      .execute()
    await endSessionsOf(work, account.id, 'password-changed')
    await work.emit('access.own-password-changed', { account: account.id })
    return { done: true as const }
  },
)

/** Begins a second factor: a new secret is kept sealed, and counts once a code of it was typed. */
export const beginSecondFactor = verb(
  'access.begin-second-factor',
  async (work: Work<'access'>, input: { keys: Keys }) => {
    const account = await own(work)
    if (account.second_factor_since)
      throw new Problem('already-done', 'Your account has a second factor. An administrator can take it off.')
    const secret = newSecret()
    await work.db
      .updateTable('access.account')
      .set({ second_factor_pending_sealed: sealSecret(input.keys, account.id, secret) })
      .where('id', '=', account.id)
      .execute()
    return { secret, username: account.username }
  },
)

/** Confirms the second factor with a first code. */
export const confirmSecondFactor = verb(
  'access.confirm-second-factor',
  async (work: Work<'access'>, input: { keys: Keys; code: string }) => {
    const account = await own(work)
    const at = wallNow()
    const pending = {
      id: account.id,
      second_factor_sealed: account.second_factor_pending_sealed,
      second_factor_last_step: null,
    }
    const step = codeStep(input.keys, pending, input.code, Math.floor(at.epochMilliseconds / 1000))
    if (step === null)
      throw fieldProblem('code', 'This is not the code. Check the clock of your phone and type the next one.')
    await work.db
      .updateTable('access.account')
      .set({
        second_factor_sealed: account.second_factor_pending_sealed,
        second_factor_pending_sealed: null,
        second_factor_since: at,
        second_factor_last_step: step,
      })
      .where('id', '=', account.id)
      .execute()
    await work.emit('access.second-factor-set', { account: account.id })
    return { done: true as const }
  },
)

async function own({ ctx, db }: Work<'access'>) {
  return db
    .selectFrom('access.account')
    .selectAll()
    .where('id', '=', ctx.actor ?? '')
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}
