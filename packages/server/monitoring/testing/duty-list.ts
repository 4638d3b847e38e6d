import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { ownerQuery } from '../../testing/database.ts'
import type { TestOffice } from '../../testing/office.ts'

/** How somebody can be reached, and whose account they have. */
export interface ReachedBy {
  phone?: string
  email?: string
  texts?: boolean
  account?: string
}

/** Who may be asked when a time runs out, straight into the tables: the watch reads them as of any moment. */
export interface DutyList {
  /** Somebody of the center; gives the id. */
  staff(name: string, reached?: ReachedBy): Promise<string>
  onCall(place: number, name: string, reached?: ReachedBy): Promise<void>
  /** Has taken the supervisor's post over. */
  supervisor(name: string, reached?: ReachedBy): Promise<void>
  /** Nobody is on call any more. */
  endOnCall(at: Temporal.Instant): Promise<void>
}

/** The list of an agency, from a moment on unless told. */
export function dutyList(office: TestOffice, agencyId: string, from: Temporal.Instant): DutyList {
  const write = (text: string, values: unknown[]) =>
    ownerQuery(office.urls, agencyId, (client) => client.query(text, values))
  const staff: DutyList['staff'] = async (name, { phone = '', email = '', texts = false, account } = {}) => {
    const id = randomUUID()
    await write(
      `insert into monitoring.staff (agency_id, id, account_id, name, phone, email, texts, added_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [agencyId, id, account ?? null, name, phone, email, texts, from.toString()],
    )
    return id
  }
  return {
    staff,
    onCall: async (place, name, reached) => {
      await write(
        `insert into monitoring.on_call (agency_id, id, staff_id, place, from_at, entered_at)
         values ($1, gen_random_uuid(), $2, $3, $4, $4)`,
        [agencyId, await staff(name, reached), place, from.toString()],
      )
    },
    supervisor: async (name, reached) => {
      await write(
        `insert into monitoring.presence (agency_id, id, staff_id, post, from_at)
         values ($1, gen_random_uuid(), $2, 'supervisor', $3)`,
        [agencyId, await staff(name, reached), from.toString()],
      )
    },
    endOnCall: async (at) => {
      await write('update monitoring.on_call set ended_at = $2 where agency_id = $1 and ended_at is null', [
        agencyId,
        at.toString(),
      ])
    },
  }
}
