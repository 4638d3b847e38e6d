import { LaunchFailure } from '../launcher/failure.ts'
import { checkWatch } from '../monitoring/index.ts'
import { officeNow } from '../platform/clock.ts'
import { openDatabase } from '../platform/database.ts'
import { followDemonstrationClock } from '../platform/demonstration-clock.ts'
import { type Command, INSTANCE_OPTIONS, print, readArguments } from './command.ts'
import { namedInstance, withDatabase } from './instance.ts'

const words = ['watch', 'check'] as const
const usage = '[--days N] [--data DIR] [--keys DIR]'
/** Days that are compared unless told. */
const usual = '2'
/** Differences that are printed one by one. */
const mostShown = 20

/** `inlieu watch check`: exit code 0 when the alarms on record are those that the stored inputs give. */
export const watchCheckCommand: Command = {
  words,
  usage,
  summary:
    'Prove that the alarms on record follow from the stored inputs of the last days, and none is missing.',
  run: async (args) => {
    const { values } = readArguments(
      { words, usage },
      args,
      { ...INSTANCE_OPTIONS, days: { type: 'string' } },
      0,
    )
    const days = Number(values.days ?? usual)
    if (!Number.isInteger(days) || days < 1 || days > 31)
      throw new LaunchFailure(`--days ${values.days} is no number of days: give one from 1 to 31.`)
    const checked = await withDatabase(await namedInstance(values), async ({ ingest }) => {
      const { db, close } = openDatabase(ingest, 2)
      try {
        await followDemonstrationClock(db)
        const now = officeNow()
        // What came in the last seconds may still be on its way.
        return await checkWatch(db, now.subtract({ hours: days * 24 }), now.subtract({ seconds: 60 }))
      } finally {
        await close()
      }
    })
    const { people, inputs, happenings, differences } = checked
    print(`${people} people, ${inputs} inputs stepped again, ${happenings} happenings on record.`)
    for (const { personId, key, is } of differences.slice(0, mostShown))
      print(`  ${is}: ${key} (${personId})`)
    if (differences.length > mostShown) print(`  and ${differences.length - mostShown} more.`)
    print(
      differences.length === 0
        ? 'The alarms are those that the inputs give.'
        : `${differences.length} happenings are NOT as the inputs give them.`,
    )
    return differences.length === 0 ? 0 : 1
  },
}
