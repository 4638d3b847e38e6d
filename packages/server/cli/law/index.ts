import type { Command } from '../command.ts'
import { assessCommand } from './assess.ts'
import { diffCommand } from './diff.ts'
import { errataCommand } from './errata.ts'
import { factsCommand } from './facts.ts'
import { feesCommand } from './fees.ts'
import { asCommand, type LawCommand } from './law-command.ts'
import { packsCommand } from './packs.ts'
import { sanctionCommand } from './sanction.ts'
import { sentenceCommand } from './sentence.ts'
import { showCommand } from './show.ts'
import { sitesCommand } from './sites.ts'

/** The law on the command line: JSON in, JSON out; 0 when it answered, 2 when what it was given does not fit. */
export const lawCommands: readonly LawCommand[] = [
  packsCommand,
  showCommand,
  factsCommand,
  assessCommand,
  sentenceCommand,
  feesCommand,
  sitesCommand,
  sanctionCommand,
  diffCommand,
  errataCommand,
]

/** `inlieu law` alone, or with a word that is none: says which there are. */
const anyOther: Command = {
  words: ['law'],
  usage: 'COMMAND',
  summary: 'The law by itself: facts in, findings out. See docs/guide/law.md.',
  run: async (args) => {
    const asked = args.length === 0 ? 'Say which' : `There is no command "law ${args[0]}"`
    const known = lawCommands.map(({ word, usage, summary }) => `  law ${word} ${usage}\n      ${summary}`)
    process.stderr.write(`${[`${asked}. There are:`, ...known].join('\n')}\n`)
    return 2
  },
}

/** The same as commands of `inlieu`. */
export const lawAsCommands: readonly Command[] = [...lawCommands.map(asCommand), anyOther]
