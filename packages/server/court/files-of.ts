import type { QueryExecutorProvider } from 'kysely'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'

/** A file of the office on a person: an enrolment, and how it stands on a day. */
export interface FileOnPerson {
  enrolmentId: string
  number: string
  state: string
  since: Temporal.PlainDate
  /** It can follow new orders (WAP-P1.2): open, or in violation; not completed, denied or withdrawn. */
  isOpen: boolean
}

// Booked or working: the person is "active in the program" (WAP-SENT.6).
const active = ['booked', 'active']
// What ended for good. A case returned to court is a violation file, which WAP-P1.2 counts in.
const closed = ['completed', 'denied', 'withdrawn']

/** The files on a person as they stand on a day, the violation files included, latest first (WAP-P1.2). */
export async function filesOf(
  tx: QueryExecutorProvider,
  personId: string,
  day: Temporal.PlainDate,
): Promise<FileOnPerson[]> {
  const { rows } = await sql<Omit<FileOnPerson, 'isOpen'>>`
    select e.id as "enrolmentId", e.number, s.state, s.since
    from programs.v_enrolment e
    join programs.enrolment_state(${day}) s on s.agency_id = e.agency_id and s.enrolment_id = e.id
    where e.person_id = ${personId}
    order by e.opened_at desc, e.id`.execute(tx)
  return rows.map((row) => ({ ...row, isOpen: !closed.includes(row.state) }))
}

/** Whether a person was active in a program on a day: what WAP-SENT.6 asks of a commitment received then. */
export async function wasActive(
  tx: QueryExecutorProvider,
  personId: string,
  day: Temporal.PlainDate,
): Promise<boolean> {
  const files = await filesOf(tx, personId, day)
  return files.some((file) => active.includes(file.state))
}
