import { createHash, randomBytes } from 'node:crypto'
import { type Kysely, type Selectable, sql } from 'kysely'
import { actAsOffice } from '../../access/index.ts'
import type { DB } from '../../platform/database.ts'
import { dialled } from './address.ts'
import { channelSettings, type HookSettings, type SmtpSettings } from './channel-settings.ts'
import { keepInFile } from './file-sink.ts'
import { readKeyFile } from './key-files.ts'
import type { Outcome, Outgoing } from './outcome.ts'
import { beginTry, type DeliveryWord, recordDelivery } from './record-delivery.ts'
import { sendByHook } from './send-by-hook.ts'
import { sendMail } from './smtp/send-mail.ts'

/** Where the worker finds secrets, and where it keeps what could not leave. */
export interface MessageFolders {
  data: string
  keys: string
}

/** Tries of one message; the queue waits longer before each, some half an hour in all. Then a person must call. */
export const mostTries = 8

/** A try that failed; the queue runs the job again. */
class TryAgain extends Error {
  override name = 'TryAgain'
}

/**
 * The worker's job: sends one message and keeps what became of it. A message may leave twice when the worker dies
 * between the other side's word and our own record: better twice than never, and its number is the same.
 */
export function messageTask(db: Kysely<DB>, folders: MessageFolders) {
  return async (payload: unknown): Promise<void> => {
    const { message: messageId, agency } = payload as { message: string; agency: string }
    const found = await readMessage(db, agency, messageId)
    if (!found) return
    const { message, channel } = found
    const tell = (word: Omit<DeliveryWord, 'messageId'>) =>
      actAsOffice(db, agency, recordDelivery, { messageId, ...word })
    if (message.state === 'no-channel' || (message.state === 'asked' && !channel)) {
      await keepInFile(folders.data, keptOf(message))
      // The channel was ended since it was asked for.
      if (message.state === 'asked') await tell({ kind: 'no-channel', detail: '' })
      return
    }
    if (message.state !== 'asked' || !channel) return
    const word = randomBytes(24).toString('base64url')
    const settings = channelSettings.parse(channel.settings)
    const reportBase = settings.kind === 'hook' ? settings.reportBase : ''
    const reportDigest = reportBase === '' ? null : digestOf(word)
    if (!(await actAsOffice(db, agency, beginTry, { messageId, reportDigest }))) return
    const outgoing = outgoingOf(message, reportDigest ? reportAddress(reportBase, word) : '')
    const outcome = await deliver(outgoing, settings, folders.keys)
    const tries = message.tries + 1
    if (outcome.kind === 'failed' && tries >= mostTries)
      return tell({ kind: 'refused', detail: `Given up after ${tries} tries. ${outcome.detail}` })
    await tell(outcome)
    if (outcome.kind === 'failed') throw new TryAgain(`Message ${messageId}, try ${tries}: ${outcome.detail}`)
  }
}

/** The digest by which a report of delivery finds its message. */
export const digestOf = (word: string): Buffer => createHash('sha256').update(word).digest()

async function deliver(
  message: Outgoing,
  settings: SmtpSettings | HookSettings,
  keysFolder: string,
): Promise<Outcome> {
  try {
    const authority = (await readKeyFile(keysFolder, settings.authorityFile)) || undefined
    if (settings.kind === 'smtp') {
      const password = await readKeyFile(keysFolder, settings.passwordFile)
      return await sendMail(message, settings, { password, authority })
    }
    const secret = await readKeyFile(keysFolder, settings.secretFile)
    return await sendByHook(message, settings, { secret, authority })
  } catch (error) {
    return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) }
  }
}

type Message = Selectable<DB['monitoring.message']>

async function readMessage(db: Kysely<DB>, agency: string, messageId: string) {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('inlieu.agency', ${agency}, true)`.execute(tx)
    const message = await tx
      .selectFrom('monitoring.message')
      .selectAll()
      .where('id', '=', messageId)
      .executeTakeFirst()
    if (!message) return null
    const channel = await tx
      .selectFrom('monitoring.channel')
      .select('settings')
      .where('medium', '=', message.medium)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    return { message, channel: channel ?? null }
  })
}

const reportAddress = (base: string, word: string): string =>
  `${base.replace(/\/+$/, '')}/api/monitoring/delivery-reports/${word}`

const outgoingOf = (message: Message, report: string): Outgoing => ({
  id: message.id,
  to: message.medium === 'text' ? dialled(message.address) : message.address,
  title: message.title,
  text: message.body,
  askedAt: message.asked_at.epochMilliseconds,
  report,
})

const keptOf = (message: Message) => ({
  id: message.id,
  agency: message.agency_id,
  medium: message.medium,
  to: message.address,
  recipient: message.recipient,
  title: message.title,
  text: message.body,
  askedAt: message.asked_at.toString(),
})
