import type { JsonObject } from '../path/json.ts'
import type { Reading } from '../path/reading.ts'

/** What came to a door, before anybody looked at it. */
export interface Message {
  method: string
  query: URLSearchParams
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>
  /** Unpacked. */
  body: Buffer
  /** Epoch milliseconds, ours. */
  received: number
}

/** A record that could not be taken as it is. It is kept whole, with the reason; the rest of its message counts. */
export interface Aside {
  reason: AsideReason
  detail: string
  record: unknown
}

export type AsideReason =
  | 'not-understood'
  | 'out-of-range'
  | 'before-2000'
  | 'too-old'
  | 'future'
  | 'unknown-unit'
  | 'wrong-credential'
  | 'not-a-position'
  | 'too-many'
  | 'too-large'
  | 'refused-by-the-record'
  | 'not-evaluated'

/** What a door made of a message: readings, by the unit they name where the sender speaks for many. */
export interface Understood {
  readings: { serial: string | null; reading: Reading }[]
  asides: { serial: string | null; aside: Aside }[]
}

/** The sender's message is not taken; nothing of it counts, and the sender is told why. */
export class Refusal extends Error {
  readonly status: number
  readonly reason: AsideReason

  constructor(status: 400 | 401 | 404 | 405 | 413 | 415 | 422 | 429, reason: AsideReason, message: string) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.reason = reason
  }
}

/** Deeper than this no protocol goes. */
const deepest = 40

/** A message as JSON. @throws Refusal 400 when it is not an object or a list */
export function jsonOf(body: Buffer): JsonObject | JsonObject[] {
  let value: unknown
  if (depthOf(body) > deepest)
    throw new Refusal(400, 'not-understood', `The body is nested more than ${deepest} deep.`)
  try {
    // A byte that is no UTF-8 is a fault of the message, not a question mark in the record.
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch (error) {
    throw new Refusal(
      400,
      'not-understood',
      `The body is not JSON in UTF-8: ${(error as Error).message.slice(0, 200)}`,
    )
  }
  if (typeof value !== 'object' || value === null)
    throw new Refusal(400, 'not-understood', 'The body is JSON, but neither an object nor a list.')
  return value as JsonObject | JsonObject[]
}

/** How deep brackets stand in one another; those inside of text are counted too, which no honest message notices. */
function depthOf(body: Buffer): number {
  let depth = 0
  let most = 0
  for (const byte of body) {
    if (byte === 0x7b || byte === 0x5b) most = Math.max(most, ++depth)
    else if (byte === 0x7d || byte === 0x5d) depth -= 1
  }
  return most
}

/** A message as one JSON object. @throws Refusal 400 */
export function objectOf(body: Buffer): JsonObject {
  const value = jsonOf(body)
  if (Array.isArray(value))
    throw new Refusal(400, 'not-understood', 'The body is a list where one object is expected.')
  return value
}
