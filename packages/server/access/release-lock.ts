import { sql } from 'kysely'
import { verb, type Work } from '../platform/act.ts'
import { wallNow } from '../platform/clock.ts'
import { openDatabase } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { actAsOffice } from './session.ts'

/** Releases a locked account; the note says how the person was known. Nobody releases their own. */
export const releaseLock = verb(
  'access.release-lock',
  async ({ ctx, db, emit }: Work<'access'>, input: { accountId: string; note: string }) => {
    if (ctx.actor === input.accountId)
      throw new Problem('not-allowed', 'Another supervisor has to release your account.')
    const released = await db
      .updateTable('access.account_lock')
      .set({ released_at: wallNow(), released_by: ctx.actor, release_note: input.note })
      .where('account_id', '=', input.accountId)
      .where('released_at', 'is', null)
      .returning('id')
      .execute()
    if (released.length === 0) return { released: false }
    await emit('access.lock-released', { account: input.accountId })
    return { released: true }
  },
)

/**
 * For the command at the machine: releases an account by its user name.
 * @returns what there was to do; `unknown` where no account has that name
 */
export async function releaseLockAtMachine(
  appUrl: string,
  username: string,
): Promise<'released' | 'was-not-locked' | 'unknown'> {
  const database = openDatabase(appUrl, 1)
  try {
    const { rows } = await sql<{ agency_id: string; account_id: string }>`
      select agency_id, account_id from access.account_at_the_door(${username.toLowerCase()})`.execute(
      database.db,
    )
    const door = rows[0]
    if (!door) return 'unknown'
    const done = await actAsOffice(database.db, door.agency_id, releaseLock, {
      accountId: door.account_id,
      note: 'Released by the command at the machine',
    })
    return done.released ? 'released' : 'was-not-locked'
  } finally {
    await database.close()
  }
}
