import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { errorText, LaunchFailure } from '../launcher/failure.ts'

/** One command of `inlieu`: its words, what help says of it, and what it does. */
export interface Command {
  readonly words: readonly string[]
  /** What follows the words. */
  readonly usage: string
  readonly summary: string
  /** @returns the exit code */
  run(args: readonly string[]): Promise<number>
}

/** Options that say which instance a command is about. */
export const INSTANCE_OPTIONS = { data: { type: 'string' }, keys: { type: 'string' } } as const

/**
 * Reads a command's arguments.
 * @throws LaunchFailure naming the argument that is wrong, or with the usage when there are too few or too many
 */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  command: Pick<Command, 'words' | 'usage'>,
  args: readonly string[],
  options: Options,
  positionals: number,
) {
  const usage = `Usage: inlieu ${command.words.join(' ')} ${command.usage}`.trim()
  const read = () => parseArgs({ args: [...args], options, allowPositionals: true })
  let found: ReturnType<typeof read>
  try {
    found = read()
  } catch (error) {
    throw new LaunchFailure(`${errorText(error).split('. ')[0]}. ${usage}`)
  }
  if (found.positionals.length !== positionals) throw new LaunchFailure(usage)
  return found
}

/** Prints one line of a command's result. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
