import { z } from 'zod'
import { fieldProblem } from '../../platform/problem.ts'
import { text } from '../../platform/schemas.ts'
import { addressProblem, type Medium } from './address.ts'

/**
 * A file of the keys folder that holds a password or token. The name has a form of its own, so that no setting can
 * make the office send away another key of the folder.
 */
const keyFile = z
  .string()
  .regex(
    /^channel-[a-z0-9-]{1,40}$/,
    'A file of the keys folder whose name begins with channel-, such as channel-mail.',
  )
  .nullable()

const host = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i, 'The name of a server, such as mail.county.gov.')

/** How e-mail leaves: by a mail server. */
export const smtpSettings = z.strictObject({
  kind: z.literal('smtp'),
  host,
  port: z.int().min(1).max(65_535),
  /** `tls` from the first byte, `starttls` before anything is said, `none` within the house only. */
  security: z.enum(['tls', 'starttls', 'none']),
  /** Whom the messages come from. */
  sender: text(254),
  /** '' where the server asks for no name. */
  user: text(200, false),
  passwordFile: keyFile,
  /** The certificate of the county's own authority, where the server's is from that. */
  authorityFile: keyFile,
})
export type SmtpSettings = z.output<typeof smtpSettings>

/** How a message leaves over HTTPS: a request as the other side wants it. */
export const hookSettings = z.strictObject({
  kind: z.literal('hook'),
  url: text(500),
  /** JSON in whose texts {{to}}, {{text}}, {{title}}, {{id}} and {{report}} are filled in. */
  template: text(4000),
  /** The header that carries what stands in the secret file. */
  secretHeader: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/, 'The name of a header, such as Authorization.')
    .nullable(),
  secretFile: keyFile,
  authorityFile: keyFile,
  /** Where in the answer the other side's own number stands, such as message.sid; '' for nowhere. */
  reference: z.string().regex(/^[A-Za-z0-9_.]{0,80}$/, 'Names joined by dots, such as message.sid.'),
  /** This office's own address as the other side reaches it, for reports of delivery; '' for none. */
  reportBase: text(300, false),
})
export type HookSettings = z.output<typeof hookSettings>

export const channelSettings = z.discriminatedUnion('kind', [smtpSettings, hookSettings])
export type ChannelSettings = z.output<typeof channelSettings>

const isLoopback = (name: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(name)

/**
 * Refuses settings that cannot work, or that would send a secret in the clear.
 * @throws Problem `cannot-be` at the field
 */
export function checkChannel(medium: Medium, settings: ChannelSettings): void {
  if (settings.kind === 'smtp') checkSmtp(medium, settings)
  else checkHook(settings)
}

function checkSmtp(medium: Medium, settings: SmtpSettings): void {
  if (medium !== 'email') throw fieldProblem('kind', 'A mail server sends e-mail; text messages need a hook.')
  const wrong = addressProblem('email', settings.sender)
  if (wrong) throw fieldProblem('sender', wrong)
  if (settings.user !== '' && settings.passwordFile === null)
    throw fieldProblem('passwordFile', 'A name needs its password, in a file of the keys folder.')
  if (settings.user !== '' && settings.security === 'none' && !isLoopback(settings.host))
    throw fieldProblem('security', 'A password is never sent in the clear. Choose TLS or STARTTLS.')
}

function checkHook(settings: HookSettings): void {
  const url = addressOf('url', settings.url)
  if (url.username !== '' || url.password !== '')
    throw fieldProblem('url', 'Leave name and password out of the address: they belong into the secret file.')
  if ((settings.secretHeader === null) !== (settings.secretFile === null))
    throw fieldProblem('secretFile', 'Give the header and the file of its secret, or neither.')
  const filled = templateProblem(settings.template)
  if (filled) throw fieldProblem('template', filled)
  if (settings.template.includes('{{report}}') && settings.reportBase === '')
    throw fieldProblem('reportBase', 'The template asks for {{report}}: give this office’s own address.')
  if (settings.reportBase !== '') addressOf('reportBase', settings.reportBase)
}

function addressOf(field: string, address: string): URL {
  const url = URL.parse(address)
  if (!url) throw fieldProblem(field, 'This is no address: write it as https://gateway.example/send.')
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url
  throw fieldProblem(field, 'Only https: is sent to: what is said of people does not go in the clear.')
}

function templateProblem(template: string): string | null {
  try {
    JSON.parse(template)
  } catch {
    return 'This is not JSON.'
  }
  return template.includes('{{to}}') && template.includes('{{text}}')
    ? null
    : 'The template must say where {{to}} and {{text}} go.'
}
