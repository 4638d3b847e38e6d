import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { z } from 'zod'
import type { createFirstAdministrator } from '../access/index.ts'
import { errorText, LaunchFailure } from './failure.ts'

type FirstAdministrator = Parameters<typeof createFirstAdministrator>[1]

const fileForm = z.strictObject({
  agency: z.strictObject({
    name: z.string().min(1),
    slug: z.string().regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens only'),
    county: z.string().min(1),
    state: z.string().length(2).optional(),
    timeZone: z.string().min(1),
  }),
  username: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{1,62}$/, 'lower-case letters, digits, dot, hyphen, underscore'),
  displayName: z.string().min(1),
  password: z.string().min(1),
})

/**
 * Founds the office of a production database and its first administrator: from `file` if one is named, else by
 * questions at the terminal.
 * @throws LaunchFailure when there is neither a file nor a terminal, or with what is wrong in the file
 */
export async function foundOffice(ownerUrl: string, file: string | null): Promise<void> {
  if (file !== null) return found(ownerUrl, readFile(file))
  if (!process.stdin.isTTY)
    throw new LaunchFailure(
      'This is the first production start, and there is no terminal to ask for the administrator: give --admin-file FILE (its form is in the guide for administrators).',
    )
  for (;;) {
    try {
      return await found(ownerUrl, await ask())
    } catch (error) {
      if (!(error instanceof LaunchFailure) || error instanceof Unanswered) throw error
      process.stdout.write(`${error.message}\nPlease answer again.\n\n`)
    }
  }
}

async function found(ownerUrl: string, first: FirstAdministrator): Promise<void> {
  // Loaded for the one start that needs it: the room brings all that signs people in.
  const access = await import('../access/index.ts')
  try {
    await access.createFirstAdministrator(ownerUrl, first)
  } catch (error) {
    throw new LaunchFailure(errorText(error))
  }
}

function readFile(file: string): FirstAdministrator {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new LaunchFailure(
      `The file ${file} with the first administrator cannot be used: ${errorText(error)}.`,
    )
  }
  return checked(content, `the file ${file}`)
}

function checked(content: unknown, where: string): FirstAdministrator {
  const result = fileForm.safeParse(content)
  if (result.success) {
    const { state, ...agency } = result.data.agency
    return { ...result.data, agency: state === undefined ? agency : { ...agency, state } }
  }
  const issues = result.error.issues.map(
    (issue) => `${issue.path.join('.') || 'the whole'}: ${issue.message}`,
  )
  throw new LaunchFailure(`The first administrator in ${where} is not complete: ${issues.join('; ')}.`)
}

async function ask(): Promise<FirstAdministrator> {
  process.stdout.write('This database has no office yet. It is founded now, with its first administrator.\n')
  const prompt = new Prompt()
  try {
    const name = await prompt.line('Name of the agency: ')
    const county = await prompt.line('County: ')
    const timeZone = (await prompt.line('Time zone [America/Los_Angeles]: ')) || 'America/Los_Angeles'
    const displayName = await prompt.line('Your name: ')
    const username = await prompt.line('User name to sign in with: ')
    const password = await prompt.hidden('Password: ')
    if ((await prompt.hidden('The same password again: ')) !== password)
      throw new LaunchFailure('The two passwords differ.')
    const agency = { name, slug: slugOf(name), county, timeZone }
    return checked({ agency, username, displayName, password }, 'your answers')
  } finally {
    prompt.close()
  }
}

function slugOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}

/** The terminal was closed, or the end of input typed. */
class Unanswered extends LaunchFailure {}

/** Questions at the terminal; what is typed to a hidden one is not shown. */
class Prompt {
  #hidden = false
  readonly #lines = createInterface({
    input: process.stdin,
    output: new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        if (!this.#hidden) process.stdout.write(chunk)
        done()
      },
    }),
    terminal: true,
  })
  readonly #closed = new Promise<never>((_, reject) => {
    this.#lines.once('close', () =>
      reject(new Unanswered('The questions were left without an answer; nothing was founded.')),
    )
  })

  constructor() {
    // The terminal hands Ctrl-C to the prompt: give it to whoever stops the instance in order.
    this.#lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
    this.#closed.catch(() => {})
  }

  async line(question: string): Promise<string> {
    const answer = await Promise.race([this.#lines.question(question), this.#closed])
    return answer.trim()
  }

  async hidden(question: string): Promise<string> {
    process.stdout.write(question)
    this.#hidden = true
    try {
      return await Promise.race([this.#lines.question(''), this.#closed])
    } finally {
      this.#hidden = false
      process.stdout.write('\n')
    }
  }

  close(): void {
    this.#lines.close()
  }
}
