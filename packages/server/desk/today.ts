import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { ViewTx } from '../platform/database.ts'
import { day, id } from '../platform/schemas.ts'
import { type DueRow, todayLists } from './today-lists.ts'

/** How many of each kind are shown at once; the count is always of all. */
const shown = 50

/** What Today answers: duties by kind, the oldest first within each. */
export const todayView = z.object({
  today: day,
  duties: z.array(
    z.object({
      kind: z.string(),
      count: z.number(),
      items: z.array(
        z.object({
          dueOn: day.nullable(),
          personId: id.nullable(),
          personName: z.string().nullable(),
          enrolmentId: id.nullable(),
          subjectId: id.nullable(),
          detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
        }),
      ),
    }),
  ),
})

/** Everything that is open and waits for someone with these permissions. */
export async function findDuties(tx: ViewTx, ctx: Context): Promise<z.output<typeof todayView>> {
  const duties = []
  for (const list of todayLists.filter((list) => ctx.permissions.has(list.permission))) {
    // Names are looked up for those that can be among the first, not for all.
    const { rows } = await sql<DueRow & { person_name: string | null; total: number }>`
      with due as materialized (${list.rows(ctx.today, ctx.agency.timeZone)}), oldest as materialized (
        select * from due order by due_on nulls last, detail ->> 'time' fetch first ${sql.lit(shown)} rows with ties
      )
      select oldest.*, (select count(*)::int from due) as total, p.name as person_name
      from oldest
      left join lateral (
        select concat_ws(', ', nullif(p.family_name, ''), nullif(p.given_names, '')) as name
        from people.v_person p where p.id = oldest.person_id offset 0
      ) p on true
      order by due_on nulls last, detail ->> 'time', person_name, subject_id
      limit ${shown}`.execute(tx)
    if (rows.length === 0) continue
    duties.push({
      kind: list.kind,
      count: rows[0]!.total,
      items: rows.map((row) => ({
        dueOn: row.due_on,
        personId: row.person_id,
        personName: row.person_name,
        enrolmentId: row.enrolment_id,
        subjectId: row.subject_id,
        detail: row.detail,
      })),
    })
  }
  return { today: ctx.today, duties }
}
