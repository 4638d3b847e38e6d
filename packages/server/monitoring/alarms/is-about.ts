import { type RawBuilder, sql } from 'kysely'
import { nameWords } from '../../people/index.ts'

/** A number that an alarm can have. */
const asNumber = /^\d{1,15}$/

/**
 * Whether an alarm `a` is what somebody means who types this: its own number, a part of the serial number of its unit,
 * or words that each begin a part of the name of whom it is about.
 */
export function isAbout(typed: string): RawBuilder<unknown> {
  const asked = typed.trim()
  const words = nameWords(asked)
  const named = words.map(
    (word) => sql`a.person_id in (select k.person_id from people.v_search_key k
      where k.kind in ('name', 'inside') and starts_with(k.key, ${word}))`,
  )
  return sql`(${sql.join(
    [
      sql`a.unit_id in (select u.id from equipment.v_unit u where position(lower(${asked}) in lower(u.serial)) > 0)`,
      ...(asNumber.test(asked) ? [sql`a.number = ${asked}::bigint`] : []),
      ...(named.length > 0 ? [sql`(${sql.join(named, sql` and `)})`] : []),
    ],
    sql` or `,
  )})`
}
