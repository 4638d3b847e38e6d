import { countyPack, type Language, LawInputError, type Pack, pack } from '@inlieu/law'
import { type Command, print } from '../command.ts'
import { type LawInput, readInput } from './input.ts'
import { type LawOptions, readOptions } from './options.ts'

/** What a command of the law was given. */
export interface Asked {
  readonly pack: Pack
  readonly options: LawOptions
  readonly input: LawInput
}

/** Its answer: as JSON, and for a reader. */
export interface Answer {
  readonly json: unknown
  text(language: Language): readonly string[]
}

interface Described {
  readonly word: string
  /** Begins with PACK where it is about one. */
  readonly usage: string
  readonly summary: string
}

/** One command of `inlieu law` about a pack. */
export interface PackCommand extends Described {
  readonly about: 'pack'
  /** Whether it reads JSON on standard input. `maybe`: an empty one is as good. */
  readonly reads: 'nothing' | 'json' | 'maybe'
  run(asked: Asked): Answer
}

/** One about all packs; it reads nothing. */
export interface GeneralCommand extends Described {
  readonly about: 'all'
  run(): Answer
}

export type LawCommand = PackCommand | GeneralCommand

/** What a run of a command comes to. */
export interface Ended {
  readonly code: 0 | 2
  /** For standard output. */
  readonly output: string
  /** For standard error. */
  readonly errors: string
}

/**
 * Runs a command: `code` 0 with the answer, 2 with a message where arguments or input do not fit.
 * `standardInput` is asked only where the command reads.
 */
export async function runLaw(
  command: LawCommand,
  args: readonly string[],
  standardInput: () => Promise<string>,
): Promise<Ended> {
  try {
    const { packName, options } = readOptions(command, args)
    const answer =
      command.about === 'all' ? command.run() : await runAbout(command, packName, options, standardInput)
    return { code: 0, output: printed(answer, options), errors: '' }
  } catch (error) {
    if (error instanceof LawInputError) return refused(error)
    throw error
  }
}

/** Looks for the pack first: nobody types an input for one that is not there. */
async function runAbout(
  command: PackCommand,
  packName: string,
  options: LawOptions,
  standardInput: () => Promise<string>,
): Promise<Answer> {
  const chosen = pack(packName)
  const given = command.reads === 'nothing' ? '' : await standardInput()
  const input = readInput(command, given)
  if (input.county === null) return command.run({ pack: chosen, options, input })
  const here = countyPack(chosen, input.county)
  // What is no list is refused by the law itself, with its words.
  const parameters = Array.isArray(input.parameters)
    ? [...input.county.parameters, ...input.parameters]
    : input.parameters
  return command.run({ pack: here, options, input: { ...input, parameters } })
}

/** A command of `inlieu` that runs one of the law. */
export function asCommand(command: LawCommand): Command {
  return {
    words: ['law', command.word],
    usage: command.usage,
    summary: command.summary,
    run: async (args) => {
      const { code, output, errors } = await runLaw(command, args, standardInput)
      if (output !== '') print(output)
      process.stderr.write(errors)
      return code
    },
  }
}

/** Everything on standard input; empty when a person sits at it. */
async function standardInput(): Promise<string> {
  if (process.stdin.isTTY) return ''
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function printed(answer: Answer, { asText, language }: LawOptions): string {
  return asText ? answer.text(language).join('\n') : JSON.stringify(answer.json, null, 2)
}

function refused(error: LawInputError): Ended {
  const lines = error.problems.map(
    ({ path, message }) => `  ${path === '' ? message : `${path}: ${message}`}`,
  )
  const what = error.message.slice(0, error.message.indexOf(':'))
  return { code: 2, output: '', errors: `${[`${what} does not fit:`, ...lines].join('\n')}\n` }
}
