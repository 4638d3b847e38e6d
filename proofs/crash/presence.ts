import { inOffice, type Watched } from '../../packages/server/testing/load/holds.ts'
import type { Report } from '../proof.ts'
import type { Acknowledged } from './writer.ts'

/** For each kind of write: the row with its id, and the rows with its mark, of which there must be one. */
const found: Readonly<Record<Acknowledged['what'], { byId: string | null; byMark: string }>> = {
  commitment: {
    byId: 'select id::text as found from court.commitment where id = any($1::uuid[])',
    byMark:
      'select docket as mark, count(*)::int as rows from court.commitment where docket = any($1) group by 1',
  },
  enrolment: {
    byId: 'select id::text as found from programs.enrolment where id = any($1::uuid[])',
    byMark: `select person_id::text as mark, count(*)::int as rows from programs.enrolment
      where person_id = any($1::uuid[]) group by 1`,
  },
  worksheet: {
    byId: null,
    byMark: `select enrolment_id::text as mark, count(*)::int as rows from programs.worksheet
      where enrolment_id = any($1::uuid[]) group by 1`,
  },
  receipt: {
    byId: 'select id::text as found from money.receipt where id = any($1::uuid[])',
    byMark: `select instrument_number as mark, count(*)::int as rows from money.receipt
      where instrument_number = any($1) group by 1`,
  },
  waiver: {
    byId: 'select id::text as found from money.waiver where id = any($1::uuid[])',
    byMark: `select enrolment_id::text as mark, count(*)::int as rows from money.waiver
      where enrolment_id = any($1::uuid[]) group by 1`,
  },
}

/** Checks that every acknowledged write is there, and that none had effect twice. */
export async function checkPresence(
  report: Report,
  watched: Watched,
  acknowledged: readonly Acknowledged[],
): Promise<void> {
  for (const [what, writes] of Map.groupBy(acknowledged, (write) => write.what)) {
    const { byId, byMark } = found[what]
    if (byId) {
      const ids = writes.map((write) => write.id)
      const rows = await inOffice<{ found: string }>(watched, byId, [ids])
      const there = new Set(rows.map((row) => row.found))
      const lost = ids.filter((id) => !there.has(id))
      report.check(
        `each of ${ids.length} acknowledged ${what}s is there`,
        lost.length === 0,
        `${lost.length} lost`,
      )
    }
    const marks = [...new Set(writes.map((write) => write.mark))]
    const rows = await inOffice<{ mark: string; rows: number }>(watched, byMark, [marks])
    const notOnce = marks.length - rows.filter((row) => row.rows === 1).length
    report.check(`each of ${marks.length} ${what}s had effect once`, notOnce === 0, `${notOnce} did not`)
  }
}
