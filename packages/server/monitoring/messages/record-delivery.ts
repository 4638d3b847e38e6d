import type { Selectable } from 'kysely'
import { verb, type Work } from '../../platform/act.ts'
import type { DB } from '../../platform/database.ts'
import { notFound, Problem } from '../../platform/problem.ts'
import { reachedNobody, reachedSomebody } from '../alarms/unreached.ts'

type Message = Selectable<DB['monitoring.message']>

/** What became of a try, or what the other system reports later. */
export interface DeliveryWord {
  messageId: string
  kind: 'no-channel' | 'failed' | 'sent' | 'delivered' | 'refused'
  detail: string
  /** What the other system calls the message. */
  reference?: string
}

/**
 * Keeps a word about a message. `failed` is tried again and leaves the state; what is delivered or refused stays
 * so, whatever comes late.
 */
export const recordDelivery = verb(
  'monitoring.record-delivery',
  async (work, word: DeliveryWord): Promise<void> => {
    const { ctx, db } = work
    const message = await holdMessage(work, word.messageId)
    if (message.state === 'delivered' || (message.state === 'refused' && word.kind !== 'delivered')) return
    await addStep(work, message.id, word.kind, word.detail)
    if (word.kind !== 'failed')
      await db
        .updateTable('monitoring.message')
        .set({
          state: word.kind,
          state_at: ctx.now,
          ...(word.reference ? { reference: word.reference.slice(0, 200) } : {}),
        })
        .where('id', '=', message.id)
        .execute()
    await say(work, message)
    await sayToAlarm(work, message, word)
  },
)

/** What became of a message that was asked for at an alarm is that alarm's matter too. */
async function sayToAlarm(
  work: Work<'monitoring'>,
  message: Message,
  { kind, detail }: DeliveryWord,
): Promise<void> {
  if (message.alarm_id === null || kind === 'failed') return
  const { id, alarm_id: alarmId, asked_at: askedAt, asked_by: askedBy } = message
  const asked = { id, alarmId, askedAt, askedBy }
  if (kind === 'sent' || kind === 'delivered') await reachedSomebody(work, asked)
  else await reachedNobody(work, asked, { state: kind, detail })
}

/**
 * Counts a try before it is made, with the digest of the word by which its delivery may be reported: a report may
 * be quicker than our own answer.
 * @returns false when the message needs no try any more
 */
export const beginTry = verb(
  'monitoring.begin-try',
  async (work, input: { messageId: string; reportDigest: Buffer | null }): Promise<boolean> => {
    const message = await holdMessage(work, input.messageId)
    if (message.state !== 'asked') return false
    await work.db
      .updateTable('monitoring.message')
      .set({ tries: message.tries + 1, report_digest: input.reportDigest })
      .where('id', '=', message.id)
      .execute()
    return true
  },
)

/**
 * Sends a message again that reached nobody, by the channel that is set now.
 * @throws Problem `not-found`; `cannot-be` while it is on its way, was sent, or no channel is set
 */
export const sendAgain = verb(
  'monitoring.send-again',
  async (work, input: { messageId: string }): Promise<void> => {
    const { ctx, db } = work
    const message = await holdMessage(work, input.messageId)
    if (message.state !== 'no-channel' && message.state !== 'refused')
      throw new Problem('cannot-be', 'This message is on its way or was sent.')
    const channel = await db
      .selectFrom('monitoring.channel')
      .select('id')
      .where('medium', '=', message.medium)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (!channel) throw new Problem('cannot-be', 'No channel is set: call.')
    await addStep(work, message.id, 'asked', ctx.actorName)
    await db
      .updateTable('monitoring.message')
      .set({ state: 'asked', state_at: ctx.now, tries: 0 })
      .where('id', '=', message.id)
      .execute()
    await work.enqueue('send-message', { message: message.id })
    await say(work, message)
  },
)

async function holdMessage({ db }: Work<'monitoring'>, messageId: string): Promise<Message> {
  const row = await db
    .selectFrom('monitoring.message')
    .selectAll()
    .where('id', '=', messageId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('message')
  return row
}

async function addStep(
  { ctx, db }: Work<'monitoring'>,
  messageId: string,
  kind: string,
  detail: string,
): Promise<void> {
  const { last } = await db
    .selectFrom('monitoring.message_step')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('message_id', '=', messageId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('monitoring.message_step')
    .values({
      agency_id: ctx.agency.id,
      message_id: messageId,
      number: (last ?? 0) + 1,
      kind,
      at: ctx.now,
      detail: detail.slice(0, 500),
    })
    .execute()
}

const say = (work: Work<'monitoring'>, message: Message): Promise<void> =>
  work.emit('monitoring.message-changed', {
    message: message.id,
    ...(message.alarm_id ? { alarm: message.alarm_id } : {}),
  })
