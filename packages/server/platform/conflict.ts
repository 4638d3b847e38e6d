import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Common } from './act.ts'
import { Problem } from './problem.ts'

/** A record that somebody else changed first, and what it holds now, by the names of the form's fields. */
export interface ChangedRecord {
  room: string
  record: string
  rowId: string
  /** As a person would call it: "this person", "this commitment". */
  name: string
  /** With the version on record: the page names it when it saves after showing both. */
  current: Record<string, unknown> & { version: number }
}

/**
 * The refusal for a change that names an older version than the one on record: who changed it, when, and
 * what stands now, so that the page can show it beside what was typed.
 * @example if (row.version !== input.version) throw await changedMeanwhile(work, { room: 'court', … })
 */
export async function changedMeanwhile(work: Common, changed: ChangedRecord): Promise<Problem> {
  const { rows } = await sql<{ at: Temporal.Instant; display_name: string | null }>`
    select e.at, a.display_name
    from audit.entry e
    left join access.v_account a on a.agency_id = e.agency_id and a.id = e.actor
    where e.room = ${changed.room} and e.record = ${changed.record} and e.row_id = ${changed.rowId}
      and e.operation in ('insert', 'update')
    order by e.id desc
    limit 1`.execute(work.platform)
  const last = rows[0]
  const changedBy = last?.display_name ?? 'The office'
  return new Problem('conflict', `${changedBy} changed ${changed.name} while you had it open.`, {
    conflict: {
      changedBy,
      changedAt: (last?.at ?? work.ctx.now).toString(),
      current: changed.current,
    },
  })
}
