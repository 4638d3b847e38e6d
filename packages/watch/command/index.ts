import { argumentsOf, GIVEN, type Replayed, replayGiven } from './given.ts'
import { pictureOf } from './picture/page.ts'
import { Refusal } from './refusal.ts'
import { faultLines, happeningLine, summaryLine } from './report.ts'
import { schemaJson, schemaText } from './schema.ts'

/** What a command said and how it ended: 0 when there was something to go by, 2 when not. */
export interface Ended {
  code: 0 | 2
  output: string
  errors: string
}

/** One command of `inlieu watch`. */
export interface WatchCommand {
  word: string
  usage: string
  summary: string
  run(args: readonly string[]): Ended
}

const replayCommand: WatchCommand = {
  word: 'replay',
  usage: GIVEN,
  summary: 'Run a track past zones: a line of JSON for each happening, and a summary.',
  run: (args) => {
    const replayed = replayGiven(replayCommand, args)
    const lines = [...replayed.result.happenings.map(happeningLine), summaryLine(replayed.result)]
    return ended(replayed, `${lines.join('\n')}\n`)
  },
}

const drawCommand: WatchCommand = {
  word: 'draw',
  usage: GIVEN,
  summary: 'The same as a picture: a page of HTML that needs nothing else.',
  run: (args) => {
    const replayed = replayGiven(drawCommand, args)
    return ended(replayed, pictureOf(replayed.result, replayed.settings, replayed.file))
  },
}

const schemaCommand: WatchCommand = {
  word: 'schema',
  usage: '[--json]',
  summary: 'The kinds of happenings and the parameters, with their defaults.',
  run: (args) => {
    const { values } = argumentsOf(schemaCommand, args, { json: { type: 'boolean' } }, 0)
    return { code: 0, output: `${values.json ? schemaJson() : schemaText()}\n`, errors: '' }
  },
}

function ended({ file, result }: Replayed, output: string): Ended {
  const faults = faultLines(file, result)
  const usable = result.summary.usable > 0
  if (!usable)
    faults.push(`${file}: No record of it can be used. The lines above say why, where there are any.`)
  return { code: usable ? 0 : 2, output, errors: faults.map((line) => `${plain(line)}\n`).join('') }
}

/** Without what moves the cursor or rings the bell: a message may quote any file. */
const plain = (line: string): string => line.replace(/\p{Cc}/gu, '·')

/** The watch on the command line. */
export const watchCommands: readonly WatchCommand[] = [replayCommand, drawCommand, schemaCommand]

/** Runs one of them; what does not fit becomes a message and code 2. */
export function runWatch(command: WatchCommand, args: readonly string[]): Ended {
  try {
    return command.run(args)
  } catch (error) {
    if (error instanceof Refusal) return { code: 2, output: '', errors: `${plain(error.message)}\n` }
    throw error
  }
}
