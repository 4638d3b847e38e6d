import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { ViewTx } from '../platform/database.ts'
import { day, id } from '../platform/schemas.ts'
import { type DueRow, mostShown, type TodayList } from './today-list.ts'
import { todayLists } from './today-lists.ts'
import { listsFor } from './whose-work.ts'

/** What Today answers: duties by kind, the oldest first within each. */
export const todayView = z.object({
  today: day,
  duties: z.array(
    z.object({
      kind: z.string(),
      /** About people whom the one who asks supervises. */
      own: z.boolean(),
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

type Duty = z.output<typeof todayView>['duties'][number]

/**
 * Everything that is open and waits for someone with these permissions: what is about the people they supervise
 * first (EMP-0.10), then everyone's, each in the order of what their role does.
 */
export async function findDuties(tx: ViewTx, ctx: Context): Promise<z.output<typeof todayView>> {
  const duties = []
  for (const list of listsFor(todayLists, ctx.permissions)) duties.push(...(await dutiesOf(tx, ctx, list)))
  return { today: ctx.today, duties: duties.toSorted((one, other) => Number(other.own) - Number(one.own)) }
}

/** The duties of a list, in up to two parts: of the caseload, and of everyone else. */
async function dutiesOf(tx: ViewTx, ctx: Context, list: TodayList): Promise<Duty[]> {
  // Names are looked up for those that can be among the first, not for all.
  const { rows } = await sql<
    DueRow & { person_name: string | null; own: boolean; total: number; place: number }
  >`
    with due as materialized (${list.rows(ctx)}), owned as materialized (
      select due.*, exists (select from home.v_deputy d where d.enrolment_id = due.enrolment_id
        and d.account_id = ${ctx.actor}::uuid and d.ended_at is null) as own from due
    ), oldest as materialized (
      select owned.*, ${list.count ? sql`(${list.count(ctx)})` : sql`count(*) over (partition by own)`}::int as total,
        rank() over (partition by own order by due_on nulls last, detail ->> 'time')::int as place
      from owned
    )
    select oldest.*, p.name as person_name
    from oldest
    left join lateral (
      select concat_ws(', ', nullif(p.family_name, ''), nullif(p.given_names, '')) as name
      from people.v_person p where p.id = oldest.person_id offset 0
    ) p on true
    where place <= ${mostShown}
    order by due_on nulls last, detail ->> 'time', person_name, subject_id`.execute(tx)
  return [true, false].flatMap((own) => {
    const part = rows.filter((row) => row.own === own)
    if (part.length === 0) return []
    return { kind: list.kind, own, count: part[0]!.total, items: part.slice(0, mostShown).map(itemOf) }
  })
}

const itemOf = (row: DueRow & { person_name: string | null }): Duty['items'][number] => ({
  dueOn: row.due_on,
  personId: row.person_id,
  personName: row.person_name,
  enrolmentId: row.enrolment_id,
  subjectId: row.subject_id,
  detail: row.detail,
})
