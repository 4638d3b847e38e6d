import { createHash } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { z } from 'zod'
import type { Context } from './context.ts'
import type { DB, RoomTx } from './database.ts'
import type { EventKind } from './hearing.ts'
import { Problem } from './problem.ts'

/** Ids an event names; never what was typed. */
export type Subject = Record<string, string | number>

/** What every verb has while its transaction is open, whichever its room. */
export interface Common {
  readonly ctx: Context
  /** The platform's own tables, for the platform's functions (papers, documents). */
  readonly platform: RoomTx<'platform'>
  /** Runs another room's verb in this same transaction. Calls go down the layers, never up. */
  call<Room extends string, I, R>(verb: Verb<Room, I, R>, input: I): Promise<R>
  /** Says what happened. A verb that changed nothing says nothing. */
  emit(kind: EventKind, subject: Subject): Promise<void>
  /** Hands work to the worker; it is seen there only if this transaction commits. */
  enqueue(job: string, payload: Record<string, unknown>): Promise<void>
}

/** What a verb of one room works with. */
export interface Work<Room extends string> extends Common {
  /** The room's own tables and every room's views. */
  readonly db: RoomTx<Room>
}

/** One thing that can be done, in one room, by one file. */
export interface Verb<Room extends string, I, R> {
  readonly name: `${Room}.${string}`
  readonly room: Room
  readonly run: (work: Work<Room>, input: I) => Promise<R>
}

/** What an upper room does, in the same transaction, when a lower room says that something happened. */
export interface Subscription {
  kind: EventKind
  verb: Verb<string, Subject, unknown>
}

/** A line of the list of subscriptions. */
export function subscription<Room extends string>(
  kind: EventKind,
  verb: Verb<Room, Subject, unknown>,
): Subscription {
  // Each verb is run with its own room's tables; the list only does not say which.
  return { kind, verb: verb as unknown as Subscription['verb'] }
}

let subscriptions: readonly Subscription[] = []

/** Gives the door its list of subscriptions; `rooms.ts` does so once, when a process starts. */
export function setSubscriptions(list: readonly Subscription[]): void {
  subscriptions = list
}

/**
 * Declares a verb.
 * @example export const openCase = verb('people.open-case', async ({ ctx, db, emit }, input: OpenCase) => { … })
 */
export function verb<Room extends string, I, R>(
  name: `${Room}.${string}`,
  run: (work: Work<Room>, input: I) => Promise<R>,
): Verb<Room, I, R> {
  return { name, room: name.slice(0, name.indexOf('.')) as Room, run }
}

/** Input type of a zod schema after parsing: what a verb receives. */
export type InputOf<S extends z.ZodType> = z.output<S>

// A serialization failure or a deadlock is nobody's fault and safe to run again: nothing was committed.
const retryable = new Set(['40001', '40P01'])
const attempts = 5

/**
 * The only door for writes: opens the transaction, says who acts for which office and why, runs the verb,
 * keeps the answer under the request's idempotency key, and commits. Runs again on serialization failure and
 * deadlock, at most five times.
 * @throws Problem as the verb refuses
 */
export async function act<Room extends string, I, R>(
  db: Kysely<DB>,
  ctx: Context,
  verb: Verb<Room, I, R>,
  input: I,
): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute((tx) => once(tx, ctx, verb, input))
    } catch (error) {
      if (attempt < attempts && isRetryable(error)) continue
      throw asProblem(error)
    }
  }
}

async function once<Room extends string, I, R>(
  tx: Transaction<DB>,
  ctx: Context,
  verb: Verb<Room, I, R>,
  input: I,
): Promise<R> {
  await setActor(tx, ctx, verb.name)
  if (!ctx.idempotencyKey || !ctx.actor) return runVerb(tx, ctx, verb, input)

  const digest = createHash('sha256')
    .update(JSON.stringify(input) ?? '')
    .digest()
  const first = await tx
    .insertInto('platform.answer')
    .values({
      agency_id: ctx.agency.id,
      actor: ctx.actor,
      key: ctx.idempotencyKey,
      verb: verb.name,
      input_digest: digest,
      at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  const answer = tx
    .selectFrom('platform.answer')
    .where('agency_id', '=', ctx.agency.id)
    .where('actor', '=', ctx.actor)
    .where('key', '=', ctx.idempotencyKey)
  if (!first) {
    const earlier = await answer.select(['verb', 'input_digest', 'result']).executeTakeFirstOrThrow()
    if (earlier.verb !== verb.name || !digest.equals(earlier.input_digest)) {
      throw new Problem(
        'key-reused',
        'This save was already used for something else. Load the page again and repeat it.',
      )
    }
    return earlier.result as R
  }
  const result = await runVerb(tx, ctx, verb, input)
  await tx
    .updateTable('platform.answer')
    .set({ result: JSON.stringify(result ?? null) })
    .where('agency_id', '=', ctx.agency.id)
    .where('actor', '=', ctx.actor)
    .where('key', '=', ctx.idempotencyKey)
    .execute()
  return result
}

async function runVerb<Room extends string, I, R>(
  tx: Transaction<DB>,
  ctx: Context,
  verb: Verb<Room, I, R>,
  input: I,
): Promise<R> {
  const work: Work<Room> = {
    ctx,
    // The wall is in the type: the room's verb can name its own tables and published views only.
    db: tx as unknown as RoomTx<Room>,
    platform: tx as unknown as RoomTx<'platform'>,
    call: (other, otherInput) => runVerb(tx, ctx, other, otherInput),
    emit: async (kind, subject) => {
      await tx
        .insertInto('platform.event')
        .values({
          agency_id: ctx.agency.id,
          at: ctx.now,
          kind,
          subject: JSON.stringify(subject),
          actor: ctx.actor,
        })
        .execute()
      for (const subscription of subscriptions) {
        if (subscription.kind === kind) await runVerb(tx, ctx, subscription.verb, subject)
      }
    },
    enqueue: async (job, payload) => {
      await sql`select platform.enqueue(${job}, ${JSON.stringify(payload)}::jsonb)`.execute(tx)
    },
  }
  return verb.run(work, input)
}

/** One round trip: everything that row-level security and the audit trail need to know. */
export async function setActor(tx: Transaction<DB>, ctx: Context, verbName: string): Promise<void> {
  await sql`select set_config('inlieu.agency', ${ctx.agency.id}, true),
    set_config('inlieu.actor', ${ctx.actor ?? ''}, true),
    set_config('inlieu.roles', ${ctx.roles.join(' ')}, true),
    set_config('inlieu.request', ${ctx.request}, true),
    set_config('inlieu.verb', ${verbName}, true),
    set_config('inlieu.reason', ${ctx.reason}, true)`.execute(tx)
}

function isRetryable(error: unknown): boolean {
  return retryable.has(databaseCode(error) ?? '')
}

function databaseCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}

/** What the database refused, said so that a person can act on it; anything unknown passes unchanged. */
function asProblem(error: unknown): unknown {
  const code = databaseCode(error)
  if (code === undefined || error instanceof Problem) return error
  const constraint = (error as { constraint?: string }).constraint ?? ''
  if (code === '23505') {
    return new Problem(
      'already-done',
      `This is on record already (${constraint}). Load the page again to see it.`,
    )
  }
  if (code === '23503') {
    return new Problem(
      'not-found',
      `What this refers to is not in this office (${constraint}). Load the page again.`,
    )
  }
  if (code === '23514') return new Problem('cannot-be', `The record cannot hold this value (${constraint}).`)
  if (isRetryable(error)) {
    return new Problem('not-ready', 'Many people are changing this at once. Nothing was saved; try again.')
  }
  // Text the database cannot keep (a NUL character), a number out of its range, a date it does not know.
  if (code.startsWith('22'))
    return new Problem('cannot-be', 'A value has a form or size that cannot be kept. Check what was typed.')
  return error
}
