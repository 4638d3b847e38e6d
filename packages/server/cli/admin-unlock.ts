import { releaseLockAtMachine } from '../access/index.ts'
import { type Command, INSTANCE_OPTIONS, print, readArguments } from './command.ts'
import { namedInstance, withDatabase } from './instance.ts'

const words = ['admin', 'unlock'] as const
const usage = 'USERNAME [--data DIR] [--keys DIR]'

/** `inlieu admin unlock`: for the case that nobody who could release an account can sign in. */
export const adminUnlockCommand: Command = {
  words,
  usage,
  summary: 'Release an account that too many bad tries have locked.',
  run: async (args) => {
    const { values, positionals } = readArguments({ words, usage }, args, INSTANCE_OPTIONS, 1)
    const username = positionals[0]!
    const done = await withDatabase(await namedInstance(values), ({ app }) =>
      releaseLockAtMachine(app, username),
    )
    switch (done) {
      case 'released':
        print(`${username} can sign in again.`)
        return 0
      case 'was-not-locked':
        print(`${username} is not locked.`)
        return 0
      case 'unknown':
        print(`There is no account ${username}.`)
        return 1
    }
  },
}
