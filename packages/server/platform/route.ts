import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Permission } from '../access/permissions.ts'
import type { Context } from './context.ts'
import type { DB } from './database.ts'
import type { Keys } from './keys.ts'

/** What the office holds while it runs, given to each handler. */
export interface Office {
  db: Kysely<DB>
  keys: Keys
  /** Every account must have a second factor (production). */
  secondFactorRequired: boolean
}

/** What a handler of a route is given. */
export interface Call<P, Q, B> {
  ctx: Context
  office: Office
  params: P
  query: Q
  body: B
  reply: FastifyReply
  request: FastifyRequest
}

/** A route as the office registers it. */
export interface Route {
  method: 'GET' | 'POST'
  path: `/api/${string}`
  /** Who may call it. `anyone` is for the door itself: sign-in, health, the document of this interface. */
  permission: Permission | 'anyone'
  summary: string
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** JSON answers carry a schema; `file` routes answer bytes. */
  response: z.ZodType | 'file'
  /** Largest body in bytes, where it is not the usual one (papers). */
  bodyLimit?: number
  /** The body is a form with a file; the schema names the file with `uploadedFile`. */
  upload?: boolean
  handle(call: Call<unknown, unknown, unknown>): Promise<unknown>
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined

/**
 * Declares a route. There is no way to declare one without a permission. GET only reads; POST goes through
 * `act`.
 */
export function route<
  R extends z.ZodType | 'file',
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(declared: {
  method: 'GET' | 'POST'
  path: `/api/${string}`
  permission: Permission | 'anyone'
  summary: string
  params?: P
  query?: Q
  body?: B
  response: R
  bodyLimit?: number
  upload?: boolean
  handle(call: Call<Parsed<P>, Parsed<Q>, Parsed<B>>): Promise<R extends z.ZodType ? z.output<R> : unknown>
}): Route {
  return declared as unknown as Route
}

/** The answer of a verb that has nothing to tell but that it is done. */
export const done = z.object({ done: z.literal(true) })
