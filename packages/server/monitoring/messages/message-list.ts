import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { notFound } from '../../platform/problem.ts'
import { day, id, instant, limit } from '../../platform/schemas.ts'

/** `sent`: another system has taken it; `delivered`: that system said so. `no-channel`: call. */
export const messageState = z.enum(['asked', 'no-channel', 'sent', 'delivered', 'refused'])

export const messagesAsked = z.strictObject({
  /** `untold`: those that reached nobody. */
  state: z.enum(['all', 'untold', ...messageState.options]).default('all'),
  medium: z.enum(['email', 'text']).optional(),
  alarmId: id.optional(),
  /** Days on which they were asked for, both included. */
  from: day.optional(),
  lastDay: day.optional(),
  limit,
  format: z.enum(['json', 'csv']).default('json'),
})
export type MessagesAsked = z.output<typeof messagesAsked>

export const messageShown = z.object({
  id,
  medium: z.enum(['email', 'text']),
  to: z.string(),
  recipient: z.string(),
  title: z.string(),
  text: z.string(),
  about: z.enum(['alarm', 'gap', 'help', 'trial', 'other']),
  alarmId: id.nullable(),
  askedAt: instant,
  askedByName: z.string().nullable(),
  state: messageState,
  stateAt: instant,
  tries: z.int(),
  reference: z.string(),
  /** The last word about it. */
  detail: z.string(),
})
export type MessageShown = z.output<typeof messageShown>

export const stepShown = z.object({
  kind: z.enum(['asked', 'no-channel', 'failed', 'sent', 'delivered', 'refused']),
  at: instant,
  detail: z.string(),
})
export type StepShown = z.output<typeof stepShown>

type Tx = RoomTx<'monitoring'>

const rowsOf = (tx: Tx) =>
  tx
    .selectFrom('monitoring.message as m')
    .leftJoin('access.v_account as a', (join) =>
      join.onRef('a.agency_id', '=', 'm.agency_id').onRef('a.id', '=', 'm.asked_by'),
    )
    .selectAll('m')
    .select('a.display_name')
    .select((eb) =>
      eb
        .selectFrom('monitoring.message_step as s')
        .select('s.detail')
        .whereRef('s.agency_id', '=', 'm.agency_id')
        .whereRef('s.message_id', '=', 'm.id')
        .orderBy('s.number', 'desc')
        .limit(1)
        .as('detail'),
    )

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>

/** Messages and what is known of their delivery, the latest asked first. */
export async function messageList(tx: Tx, asked: MessagesAsked, timeZone: string): Promise<MessageShown[]> {
  let query = rowsOf(tx).orderBy('m.asked_at', 'desc').orderBy('m.id').limit(asked.limit)
  if (asked.state === 'untold') query = query.where('m.state', 'in', ['no-channel', 'refused'])
  else if (asked.state !== 'all') query = query.where('m.state', '=', asked.state)
  if (asked.medium) query = query.where('m.medium', '=', asked.medium)
  if (asked.alarmId) query = query.where('m.alarm_id', '=', asked.alarmId)
  if (asked.from) query = query.where('m.asked_at', '>=', asked.from.toZonedDateTime(timeZone).toInstant())
  if (asked.lastDay)
    query = query.where(
      'm.asked_at',
      '<',
      asked.lastDay.add({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
    )
  return (await query.execute()).map(toShown)
}

/** One message with each word about it, in order. @throws Problem `not-found` */
export async function messageWithSteps(
  tx: Tx,
  messageId: string,
): Promise<{ message: MessageShown; steps: StepShown[] }> {
  const row = await rowsOf(tx).where('m.id', '=', messageId).executeTakeFirst()
  if (!row) throw notFound('message')
  const steps = await tx
    .selectFrom('monitoring.message_step')
    .select(['kind', 'at', 'detail'])
    .where('message_id', '=', messageId)
    .orderBy('number')
    .execute()
  return {
    message: toShown(row),
    steps: steps.map((step) => ({ ...step, kind: step.kind as StepShown['kind'] })),
  }
}

function toShown(row: Row): MessageShown {
  return {
    id: row.id,
    medium: row.medium as MessageShown['medium'],
    to: row.address,
    recipient: row.recipient,
    title: row.title,
    text: row.body,
    about: aboutOf(row),
    alarmId: row.alarm_id,
    askedAt: row.asked_at,
    askedByName: row.display_name,
    state: messageState.parse(row.state),
    stateAt: row.state_at,
    tries: row.tries,
    reference: row.reference,
    detail: row.detail ?? '',
  }
}

function aboutOf(row: Row): MessageShown['about'] {
  if (row.trial) return 'trial'
  if (row.alarm_id) return 'alarm'
  if (row.gap_id) return 'gap'
  return row.help_request_id ? 'help' : 'other'
}
