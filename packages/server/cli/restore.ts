import path from 'node:path'
import { LaunchFailure } from '../launcher/failure.ts'
import { restore } from '../launcher/restore.ts'
import { type Command, print, readArguments } from './command.ts'

const words = ['restore'] as const
const usage = 'FOLDER --data DIR [--keys DIR] [--replace] [--without-key]'

/** `inlieu restore`: of a stopped instance, or on a new machine. */
export const restoreCommand: Command = {
  words,
  usage,
  summary: 'Put a backup in the place of the data in DIR; --replace moves what is there aside.',
  run: async (args) => {
    const { values, positionals } = readArguments(
      { words, usage },
      args,
      {
        data: { type: 'string' },
        keys: { type: 'string' },
        replace: { type: 'boolean', default: false },
        'without-key': { type: 'boolean', default: false },
      },
      1,
    )
    if (values.data === undefined)
      throw new LaunchFailure(`Say where to with --data DIR. Usage: inlieu restore ${usage}`)
    const dataDir = path.resolve(values.data)
    const { manifest, movedTo } = await restore({
      backup: path.resolve(positionals[0]!),
      dataDir,
      keysDir: path.resolve(values.keys ?? path.join(dataDir, 'keys')),
      replace: values.replace,
      withoutKey: values['without-key'],
    })
    if (movedTo !== null) print(`The data that was there is now in ${movedTo}`)
    print(
      `Restored to ${dataDir}: ${manifest.files.length} files, as of ${manifest.made}. The database starts.`,
    )
    return 0
  },
}
