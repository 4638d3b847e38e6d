import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { actAsOffice } from '../../access/index.ts'
import type { DB } from '../../platform/database.ts'
import { Problem } from '../../platform/problem.ts'
import { text } from '../../platform/schemas.ts'
import { recordDelivery } from './record-delivery.ts'
import { digestOf } from './send-message.ts'

/** What another system says of a message that it took. */
export const reportForm = z.strictObject({
  state: z.enum(['delivered', 'refused']),
  detail: text(500, false).default(''),
})

/**
 * Takes a report of delivery. The word in its address was given to the other system alone and names one message;
 * who has it can say of that message that it was delivered or refused, and nothing else.
 * @throws Problem `not-found` for a word that stands for nothing
 */
export async function takeReport(
  db: Kysely<DB>,
  word: string,
  report: z.output<typeof reportForm>,
): Promise<void> {
  const { rows } = await sql<{ agency_id: string; message_id: string }>`
    select agency_id, message_id from monitoring.message_at_the_door(${digestOf(word)})`.execute(db)
  const found = rows[0]
  if (!found) throw new Problem('not-found', 'There is no message that this reports of.')
  await actAsOffice(db, found.agency_id, recordDelivery, {
    messageId: found.message_id,
    kind: report.state,
    detail: report.detail,
  })
}
