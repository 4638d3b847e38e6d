import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { id, instant } from '../../platform/schemas.ts'
import { showAlarms } from '../alarms/alarm-shown.ts'
import { dutyKinds } from '../alarms/duties.ts'
import { oldestDuty } from '../alarms/queue.ts'

/** What is open at a moment: named at a hand-over, so that nothing is lost between two shifts. */
export const openNow = z.object({
  alarms: z.array(
    z.object({
      id,
      number: z.int(),
      kind: z.string(),
      severity: z.string(),
      /** Whom or what it is about, what is owed next and until when, who has it. A note of an earlier release tells none. */
      who: z.string().nullable().default(null),
      nextDuty: z.enum(dutyKinds).nullable().default(null),
      dueAt: instant.nullable().default(null),
      holder: z.string().nullable().default(null),
      holderId: id.nullable().default(null),
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

/** As many as anybody can name: an outage may have opened thousands. */
const mostNamed = 5000

/** Everything that somebody who takes over must know of, in the order of the queue. */
export async function whatIsOpen(tx: RoomTx<'monitoring'>, now: Temporal.Instant): Promise<OpenNow> {
  const alarms = await showAlarms(tx, {
    where: sql`a.closed_at is null`,
    orderBy: oldestDuty,
    limit: mostNamed,
  })
  const holders = await tx
    .selectFrom('monitoring.v_alarm')
    .select(['id', 'acknowledged_by'])
    .where('closed_at', 'is', null)
    .where('acknowledged_at', 'is not', null)
    .execute()
  const holderOf = new Map(holders.map((row) => [row.id, row.acknowledged_by]))
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
    alarms: alarms.map((alarm) => ({
      id: alarm.id,
      number: alarm.number,
      kind: alarm.kind,
      severity: alarm.severity,
      who: alarm.person?.name ?? alarm.unit?.serial ?? null,
      nextDuty: alarm.nextDuty,
      dueAt: alarm.nextDueAt,
      holder: alarm.acknowledgedBy,
      holderId: holderOf.get(alarm.id) ?? null,
      acknowledged: alarm.acknowledgedAt !== null,
      drill: alarm.drill,
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
