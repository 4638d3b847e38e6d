import { runWatch, type WatchCommand, watchCommands } from '@inlieu/watch/command'
import type { Command } from '../command.ts'

const asCommand = (command: WatchCommand): Command => ({
  words: ['watch', command.word],
  usage: command.usage,
  summary: command.summary,
  run: async (args) => {
    const { code, output, errors } = runWatch(command, args)
    process.stderr.write(errors)
    process.stdout.write(output)
    return code
  },
})

/** `inlieu watch` alone, or with a word that is none: says which there are. */
const anyOther: Command = {
  words: ['watch'],
  usage: 'COMMAND',
  summary: 'The watch by itself: a track in, happenings out. See docs/watch/command-line.md.',
  run: async (args) => {
    const asked = args.length === 0 ? 'Say which' : `There is no command "watch ${args[0]}"`
    const known = watchCommands.map(
      ({ word, usage, summary }) => `  watch ${word} ${usage}\n      ${summary}`,
    )
    process.stderr.write(`${[`${asked}. There are:`, ...known].join('\n')}\n`)
    return 2
  },
}

/** The watch as commands of `inlieu`. */
export const watchAsCommands: readonly Command[] = [...watchCommands.map(asCommand), anyOther]
