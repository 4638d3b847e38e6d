import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { id, instant } from '../../platform/schemas.ts'

/** What is open at a moment: named at a hand-over, so that nothing is lost between two shifts. */
export const openNow = z.object({
  alarms: z.array(
    z.object({
      id,
      number: z.int(),
      kind: z.string(),
      severity: z.string(),
      acknowledged: z.boolean(),
      drill: z.boolean(),
    }),
  ),
  helpRequests: z.array(
    z.object({ id, number: z.int(), kind: z.string(), caller: z.string(), dueAt: instant }),
  ),
  /** Messages of the last day that reached nobody. */
  messagesNotTold: z.int(),
})
export type OpenNow = z.output<typeof openNow>

/** Everything that somebody who takes over must know of. */
export async function whatIsOpen(tx: RoomTx<'monitoring'>, now: Temporal.Instant): Promise<OpenNow> {
  const alarms = await tx
    .selectFrom('monitoring.v_alarm')
    .select(['id', 'number', 'kind', 'severity', 'acknowledged_at', 'drill'])
    .where('closed_at', 'is', null)
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
  const requests = await tx
    .selectFrom('monitoring.help_request')
    .select(['id', 'number', 'kind', 'caller', 'due_at'])
    .where('answered_at', 'is', null)
    .orderBy('due_at')
    .orderBy('id')
    .execute()
  const { untold } = await tx
    .selectFrom('monitoring.message')
    .select(({ fn }) => fn.countAll<number>().as('untold'))
    .where('asked_at', '>', now.subtract({ hours: 24 }))
    .where('state', 'in', ['no-channel', 'refused'])
    .executeTakeFirstOrThrow()
  return {
    alarms: alarms.map((row) => ({
      id: row.id!,
      number: row.number!,
      kind: row.kind!,
      severity: row.severity!,
      acknowledged: row.acknowledged_at !== null,
      drill: row.drill!,
    })),
    helpRequests: requests.map((row) => ({
      id: row.id,
      number: row.number,
      kind: row.kind,
      caller: row.caller,
      dueAt: row.due_at,
    })),
    messagesNotTold: untold,
  }
}
