import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { PlainClient } from '../plain-client.ts'
import { addressProblem, type Medium } from './address.ts'

/** A message that is to leave the house. */
export interface MessageAsked {
  channel: Medium
  /** E-mail address, or telephone number for a text message. */
  to: string
  /** Whom the address reaches, as people call them. */
  recipient?: string
  /** Subject of an e-mail. */
  title?: string
  text: string
  alarmId?: string | null
  gapId?: string | null
  helpRequestId?: string | null
  /** Sent to see whether the channel works. */
  trial?: boolean
  /** Who asked for it; null for the office itself. */
  askedBy?: string | null
}

/** What became of the asking: it waits for the worker, no channel is set (call!), or the address cannot be. */
export interface MessageTaken {
  messageId: string
  state: 'asked' | 'no-channel' | 'refused'
}

/** Characters of a message at most; a longer one is cut, never lost with its alarm. */
const longest = 4000

/**
 * Asks for a message in the caller's transaction, the watch's or a verb's; the worker sends it once that has
 * committed. Never throws for what is wrong with the address: an alarm is not held up by a typing error.
 */
export async function askMessage(
  client: PlainClient,
  agencyId: string,
  asked: MessageAsked,
  now: Temporal.Instant,
): Promise<MessageTaken> {
  const messageId = randomUUID()
  const problem = addressProblem(asked.channel, asked.to)
  const state = problem
    ? 'refused'
    : (await hasChannel(client, agencyId, asked.channel))
      ? 'asked'
      : 'no-channel'
  await client.query(
    `insert into monitoring.message (agency_id, id, medium, address, recipient, title, body, alarm_id, gap_id,
       help_request_id, asked_at, asked_by, state, state_at, trial)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $11, $14)`,
    [
      agencyId,
      messageId,
      asked.channel,
      asked.to.slice(0, 320),
      asked.recipient ?? '',
      (asked.title ?? '').slice(0, 200),
      asked.text.slice(0, longest),
      asked.alarmId ?? null,
      asked.gapId ?? null,
      asked.helpRequestId ?? null,
      now.toString(),
      asked.askedBy ?? null,
      state,
      asked.trial ?? false,
    ],
  )
  await client.query(
    `insert into monitoring.message_step (agency_id, message_id, number, kind, at, detail) values ($1, $2, 1, $3, $4, $5)`,
    [agencyId, messageId, state, now.toString(), problem ?? ''],
  )
  // Without a channel the worker writes it to the data folder all the same, so that the words are not lost.
  if (state !== 'refused') {
    await client.query(`select set_config('inlieu.agency', $1, true)`, [agencyId])
    await client.query(`select platform.enqueue('send-message', $1::jsonb)`, [
      JSON.stringify({ message: messageId }),
    ])
  }
  return { messageId, state }
}

async function hasChannel(client: PlainClient, agencyId: string, medium: Medium): Promise<boolean> {
  const { rows } = await client.query(
    `select from monitoring.channel where agency_id = $1 and medium = $2 and ended_at is null`,
    [agencyId, medium],
  )
  return rows.length > 0
}
