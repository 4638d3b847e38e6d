import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { HookSettings } from './channel-settings.ts'
import type { Outcome, Outgoing } from './outcome.ts'

/** What stands in the files that the settings name. */
export interface HookSecrets {
  secret: string
  authority: string | undefined
}

/** Milliseconds after which the other side is given up for this try. */
const usualPatience = 15_000
/** Bytes of an answer that are read. */
const longestAnswer = 64 * 1024

/** Worth another try: the other side is busy or slow. All else from 400 on it will say again. */
const passing = new Set([408, 425, 429])

/**
 * Gives one message to another system over HTTPS, as its template says. Redirects are not followed: the secret
 * goes where it was meant to go and nowhere else. Never throws: what goes wrong is the outcome.
 */
export async function sendByHook(
  message: Outgoing,
  settings: HookSettings,
  secrets: HookSecrets,
  patience = usualPatience,
): Promise<Outcome> {
  try {
    const { status, text } = await post(message, settings, secrets, patience)
    if (status >= 200 && status < 300)
      return { kind: 'sent', detail: `Answered ${status}.`, reference: referenceIn(text, settings.reference) }
    const kind = status >= 500 || passing.has(status) ? 'failed' : 'refused'
    return { kind, detail: without(secrets.secret, `Answered ${status}: ${text.slice(0, 200)}`) }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', detail: without(secrets.secret, words).slice(0, 400) }
  }
}

/** The template with its places filled in: in its texts only, so that no message can change its shape. */
export function filled(template: string, message: Outgoing): string {
  const values: Readonly<Record<string, string>> = { ...message, askedAt: '' }
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value.replace(/\{\{(to|text|title|id|report)\}\}/g, (_whole, name: string) => values[name] ?? '')
    if (Array.isArray(value)) return value.map(fill)
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(each)]))
    return value
  }
  return JSON.stringify(fill(JSON.parse(template)))
}

function post(
  message: Outgoing,
  settings: HookSettings,
  { secret, authority }: HookSecrets,
  patience: number,
): Promise<{ status: number; text: string }> {
  const body = filled(settings.template, message)
  const ask = settings.url.startsWith('https:') ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const asked = ask(
      settings.url,
      {
        method: 'POST',
        signal: AbortSignal.timeout(patience),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          // The same for each try: the other side can tell a second one.
          'idempotency-key': message.id,
          ...(settings.secretHeader ? { [settings.secretHeader]: secret } : {}),
        },
        ...(authority ? { ca: authority } : {}),
      },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (piece: string) => {
          if (text.length < longestAnswer) text += piece
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
        answer.on('error', reject)
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

function referenceIn(text: string, path: string): string {
  if (path === '') return ''
  try {
    let value: unknown = JSON.parse(text)
    for (const name of path.split('.')) value = (value as Record<string, unknown> | null)?.[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : ''
  } catch {
    return ''
  }
}

/** Some systems repeat the request in their answer. */
const without = (secret: string, words: string): string =>
  secret === '' ? words : words.replaceAll(secret, '…')
