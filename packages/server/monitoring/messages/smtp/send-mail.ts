import { hostname } from 'node:os'
import type { SmtpSettings } from '../channel-settings.ts'
import type { Outcome, Outgoing } from '../outcome.ts'
import { Conversation, SmtpRefusal } from './conversation.ts'
import { mailOf } from './mail.ts'

/** What stands in the files that the settings name. */
export interface MailSecrets {
  password: string
  authority: string | undefined
}

/** Milliseconds of silence after which a server is given up for this try. */
const usualPatience = 30_000

/**
 * Gives one e-mail to a mail server. Its word is kept as it is; a password is never part of it.
 * Never throws: what goes wrong is the outcome.
 */
export async function sendMail(
  message: Outgoing,
  settings: SmtpSettings,
  secrets: MailSecrets,
  patience = usualPatience,
): Promise<Outcome> {
  let conversation: Conversation | undefined
  try {
    conversation = await Conversation.open({
      host: settings.host,
      port: settings.port,
      tls: settings.security === 'tls',
      authority: secrets.authority,
      patience,
    })
    const offered = await introduce(conversation, settings)
    if (settings.user !== '') await signIn(conversation, settings.user, secrets.password, offered)
    await conversation.say(`MAIL FROM:<${settings.sender}>`, 250)
    await conversation.say(`RCPT TO:<${message.to}>`, 250)
    await conversation.say('DATA', 354)
    const taken = await conversation.sayMessage(mailOf(message, settings.sender))
    // It has taken the message: what it says of the farewell changes nothing.
    await conversation.say('QUIT', 221).catch(() => undefined)
    return { kind: 'sent', detail: taken.lines.join(' ').slice(0, 300), reference: '' }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    const forGood = error instanceof SmtpRefusal && error.code >= 500
    return { kind: forGood ? 'refused' : 'failed', detail }
  } finally {
    conversation?.close()
  }
}

/** Says who we are, under TLS where the settings ask for it: never without, where the server does not offer it. */
async function introduce(conversation: Conversation, { security }: SmtpSettings): Promise<string[]> {
  const name = /^[a-z0-9.-]+$/i.test(hostname()) ? hostname() : 'localhost'
  const hello = () => conversation.say(`EHLO ${name}`, 250)
  const { lines } = await hello()
  if (security !== 'starttls') return lines
  if (!lines.some((line) => line.trim().toUpperCase() === 'STARTTLS'))
    throw new Error('The server offers no STARTTLS, so nothing was said to it.')
  await conversation.say('STARTTLS', 220)
  await conversation.secure()
  return (await hello()).lines
}

const base64 = (text: string) => Buffer.from(text).toString('base64')

async function signIn(
  conversation: Conversation,
  user: string,
  password: string,
  offered: readonly string[],
): Promise<void> {
  const ways =
    offered
      .find((line) => /^auth[ =]/i.test(line))
      ?.toUpperCase()
      .split(/[ =]+/) ?? []
  if (ways.includes('PLAIN')) {
    await conversation.say(`AUTH PLAIN ${base64(`\0${user}\0${password}`)}`, 235, 'AUTH PLAIN')
    return
  }
  if (!ways.includes('LOGIN')) throw new Error('The server offers no way to sign in that is known here.')
  await conversation.say('AUTH LOGIN', 334)
  await conversation.say(base64(user), 334, 'The name')
  await conversation.say(base64(password), 235, 'The password')
}
