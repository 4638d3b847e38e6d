import { CHECKOUT } from '../launcher/default-data.ts'
import { ensureWebBuilt } from '../launcher/web-build.ts'
import { type Command, print, readArguments } from './command.ts'

const words = ['build'] as const
const usage = ''

/** `inlieu build`: for a production instance whose user may only read the checkout. */
export const buildCommand: Command = {
  words,
  usage,
  summary: 'Build the web pages ahead of a start by a user that may only read the checkout.',
  run: async (args) => {
    readArguments({ words, usage }, args, {}, 0)
    const { built } = await ensureWebBuilt(CHECKOUT, print)
    print(built ? 'The web pages are built.' : 'The web pages are those of this version already.')
    return 0
  },
}
