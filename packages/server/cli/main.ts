import { LaunchFailure } from '../launcher/failure.ts'
import { adminUnlockCommand } from './admin-unlock.ts'
import { alarmsCheckCommand } from './alarms-check.ts'
import { auditVerifyCommand } from './audit-verify.ts'
import { backupCommand } from './backup.ts'
import { buildCommand } from './build.ts'
import { type Command, print } from './command.ts'
import { lawAsCommands } from './law/index.ts'
import { restoreCommand } from './restore.ts'
import { watchAsCommands } from './watch/index.ts'
import { watchCheckCommand } from './watch-check.ts'

// The command `inlieu`, for whoever keeps the machine.

const COMMANDS: readonly Command[] = [
  backupCommand,
  restoreCommand,
  auditVerifyCommand,
  alarmsCheckCommand,
  adminUnlockCommand,
  buildCommand,
  ...lawAsCommands,
  watchCheckCommand,
  ...watchAsCommands,
]

function help(): void {
  print(
    'inlieu COMMAND: for whoever keeps the machine, and the law and the watch by themselves. npm start starts the office.\n',
  )
  for (const { words, usage, summary } of COMMANDS)
    print(`  ${[...words, usage].join(' ')}\n      ${summary}`)
}

async function run(args: readonly string[]): Promise<number> {
  if (args.length === 0 || args[0] === '--help' || args[0] === 'help') {
    help()
    return 0
  }
  const command = COMMANDS.find(({ words }) => words.every((word, index) => word === args[index]))
  if (command === undefined)
    throw new LaunchFailure(`There is no command "${args.join(' ')}". See: inlieu --help`)
  if (args.includes('--help')) {
    print(`inlieu ${[...command.words, command.usage].join(' ')}\n${command.summary}`)
    return 0
  }
  return command.run(args.slice(command.words.length))
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  const text = error instanceof LaunchFailure ? error.message : error instanceof Error ? error.stack : error
  process.stderr.write(`${text}\n`)
  process.exitCode = 1
}
