import type { Temporal } from 'temporal-polyfill'
import type { Permission, Role } from '../access/permissions.ts'

/** The office a request belongs to. */
export interface Agency {
  id: string
  name: string
  county: string
  state: string
  timeZone: string
  isDemonstration: boolean
  feeBasis: 'law-as-it-stands' | 'as-the-source-reads'
}

/** Who acts, for which office, when and why. Made once per request; nothing below reads a clock. */
export interface Context {
  agency: Agency
  /** The account that acts; null for the office's own timers. */
  actor: string | null
  actorName: string
  roles: readonly Role[]
  permissions: ReadonlySet<Permission>
  /** One id for everything that one request did. */
  request: string
  /** Why, where the verb asks for it or the person gave it. */
  reason: string
  /** The office's time. */
  now: Temporal.Instant
  /** The office's day, in its own time zone. */
  today: Temporal.PlainDate
  /** Sent by the page with each attempt to save; the same key again has no second effect. */
  idempotencyKey: string | null
}
