import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { verb, type Work } from '../platform/act.ts'
import type { Keys } from '../platform/keys.ts'
import { passwordFits } from './password.ts'
import { codeStep } from './second-factor.ts'

/** Bad tries within {@link triesMinutes} that lock an account (CJIS AC-7: 5 in 15 minutes). */
export const triesAllowed = 5
/** The window of bad tries, in minutes. */
export const triesMinutes = 15

/** A try to sign in, at the wall's time. */
export interface SignInTry {
  accountId: string
  password: string
  code: string | null
  address: string
  browser: string
  at: Temporal.Instant
  keys: Keys
  /** In production an account without a second factor can only set one up. */
  secondFactorRequired: boolean
}

/** How a try ended. A refusal is data, not an exception: the try itself must be kept. */
export type SignInAnswer =
  | { kind: 'signed-in'; token: string; sessionId: string }
  | { kind: 'refused' }
  | { kind: 'locked' }
  | { kind: 'second-factor-needed' }

/**
 * Signs in: password, then second factor where the account has one. Keeps every try; the fifth bad one in
 * fifteen minutes locks the account until a supervisor of the agency or the command at the machine releases it.
 */
export const signIn = verb(
  'access.sign-in',
  async (work: Work<'access'>, input: SignInTry): Promise<SignInAnswer> => {
    const { db, ctx } = work
    // Tries on one account wait for each other here, so that parallel guesses are all counted.
    const account = await db
      .selectFrom('access.account')
      .selectAll()
      .where('id', '=', input.accountId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow()
    const lock = await db
      .selectFrom('access.account_lock')
      .select('id')
      .where('account_id', '=', account.id)
      .where('released_at', 'is', null)
      .executeTakeFirst()
    if (lock) {
      await keepTry(work, input, false, 'locked')
      return { kind: 'locked' }
    }
    const closed = account.ends_at !== null && ctx.now.epochMilliseconds >= account.ends_at.epochMilliseconds
    if (closed || !(await passwordFits(account.password_hash, input.password))) {
      return badTry(work, input, closed ? 'account-ended' : 'password')
    }
    if (account.second_factor_sealed) {
      if (input.code === null) return { kind: 'second-factor-needed' }
      const step = codeStep(input.keys, account, input.code, Math.floor(input.at.epochMilliseconds / 1000))
      if (step === null) return badTry(work, input, 'second-factor')
      await db
        .updateTable('access.account')
        .set({ second_factor_last_step: step })
        .where('id', '=', account.id)
        .execute()
    }
    await keepTry(work, input, true, 'signed-in')
    const session = await openSession(work, input)
    await work.emit('access.signed-in', { account: account.id })
    return session
  },
)

async function badTry(work: Work<'access'>, input: SignInTry, cause: string): Promise<SignInAnswer> {
  await keepTry(work, input, false, cause)
  const since = input.at.subtract({ minutes: triesMinutes })
  const { bad } = await work.db
    .selectFrom('access.sign_in_try')
    .select((eb) => eb.fn.countAll<number>().as('bad'))
    .where('account_id', '=', input.accountId)
    .where('succeeded', '=', false)
    .where('at', '>', since)
    .where('at', '>', (eb) =>
      eb.fn.coalesce(
        eb
          .selectFrom('access.account_lock')
          .select((lock) => lock.fn.max('released_at').as('released'))
          .where('account_id', '=', input.accountId),
        eb.val(since),
      ),
    )
    .executeTakeFirstOrThrow()
  if (bad < triesAllowed) return { kind: 'refused' }
  await work.db
    .insertInto('access.account_lock')
    .values({
      agency_id: work.ctx.agency.id,
      id: randomUUID(),
      account_id: input.accountId,
      locked_at: input.at,
      cause: `${triesAllowed} bad tries in ${triesMinutes} minutes`,
    })
    .execute()
  await work.emit('access.account-locked', { account: input.accountId })
  return { kind: 'locked' }
}

async function keepTry(
  work: Work<'access'>,
  input: SignInTry,
  succeeded: boolean,
  cause: string,
): Promise<void> {
  await work.db
    .insertInto('access.sign_in_try')
    .values({
      agency_id: work.ctx.agency.id,
      id: randomUUID(),
      account_id: input.accountId,
      at: input.at,
      succeeded,
      cause,
      address: input.address,
    })
    .execute()
}

async function openSession(work: Work<'access'>, input: SignInTry): Promise<SignInAnswer> {
  const token = randomBytes(32).toString('base64url')
  const sessionId = randomUUID()
  await work.db
    .insertInto('access.session')
    .values({
      agency_id: work.ctx.agency.id,
      id: sessionId,
      token_hash: hashToken(token),
      account_id: input.accountId,
      csrf: randomBytes(24).toString('base64url'),
      began_at: input.at,
      last_seen_at: input.at,
      address: input.address,
      browser: input.browser.slice(0, 300),
    })
    .execute()
  return { kind: 'signed-in', token, sessionId }
}

/** Only the hash of a session's token is kept. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
