import path from 'node:path'
import { backUp } from '../launcher/backup.ts'
import { LaunchFailure } from '../launcher/failure.ts'
import { type Command, INSTANCE_OPTIONS, print, readArguments } from './command.ts'
import { namedInstance, withDatabase } from './instance.ts'

const words = ['backup'] as const
const usage = '[--data DIR] [--keys DIR] [--to FOLDER]'

/** `inlieu backup`: of a running or a stopped instance. */
export const backupCommand: Command = {
  words,
  usage,
  summary: 'Copy the data, without the keys, to a new folder in FOLDER (backups in the data).',
  run: async (args) => {
    const { values } = readArguments(
      { words, usage },
      args,
      { ...INSTANCE_OPTIONS, to: { type: 'string' } },
      0,
    )
    const instance = await namedInstance(values)
    const folder = await withDatabase(instance, ({ superuser }) => {
      if (superuser === null)
        throw new LaunchFailure(
          'The server of DATABASE_URL is not our own: back it up with its own tools (pg_basebackup, pg_dump).',
        )
      const to = values.to === undefined ? {} : { to: path.resolve(values.to) }
      return backUp({ ...instance, superuserUrl: superuser, reason: 'by-hand', ...to })
    })
    print(`Saved in ${folder}`)
    print(`The keys in ${instance.keysDir} are not part of it: keep a copy of seal.key in another place.`)
    return 0
  },
}
