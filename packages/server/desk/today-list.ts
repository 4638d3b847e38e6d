import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Permission } from '../access/index.ts'
import type { Context } from '../platform/context.ts'

/** How many of each kind are shown at once; the count is always of all. */
export const mostShown = 50

/** A row of Today as every list gives it. */
export interface DueRow {
  /** The day it has been due since; oldest duty first. */
  due_on: Temporal.PlainDate | null
  person_id: string | null
  enrolment_id: string | null
  /** What the button opens, where it is neither of these. */
  subject_id: string | null
  /** Plain values for the wording: a docket, a site, a time. */
  detail: Record<string, string | number | null>
}

/** One kind of duty: who has it, and the query that finds it. */
export interface TodayList {
  kind: string
  /** Whoever holds this has the duty. */
  permission: Permission
  /** Rows of {@link DueRow} for the office's day and the one who asks. */
  rows(ctx: Context): RawBuilder<DueRow>
  /**
   * How many there are, where `rows` gives no more than the first {@link mostShown}: for what an outage opens by the
   * ten thousand. Without it `rows` gives everything.
   */
  count?(ctx: Context): RawBuilder<number>
}

/** The office's day of an instant. */
export const dayOf = (column: string, timeZone: string) =>
  sql`(${sql.ref(column)} at time zone ${timeZone})::date`

/** An instant as the interface writes it; the page says it in the office's time. */
export const momentOf = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
