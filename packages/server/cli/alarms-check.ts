import { alarmBooks, balances } from '../monitoring/index.ts'
import { openDatabase } from '../platform/database.ts'
import { type Command, INSTANCE_OPTIONS, print, readArguments } from './command.ts'
import { namedInstance, withDatabase } from './instance.ts'

const words = ['alarms', 'check'] as const
const usage = '[--data DIR] [--keys DIR]'

/** `inlieu alarms check`: exit code 0 when of every agency what was opened less what was closed is the queue. */
export const alarmsCheckCommand: Command = {
  words,
  usage,
  summary: 'Prove that alarms opened less alarms closed are the queue, and that every finding was raised.',
  run: async (args) => {
    const { values } = readArguments({ words, usage }, args, INSTANCE_OPTIONS, 0)
    const all = await withDatabase(await namedInstance(values), async ({ worker }) => {
      const { pool, close } = openDatabase(worker, 1)
      const client = await pool.connect()
      try {
        // As one moment sees it: an office at work opens and closes meanwhile.
        await client.query('begin isolation level repeatable read read only')
        return await alarmBooks(client)
      } finally {
        client.release(true)
        await close()
      }
    })
    for (const books of all) {
      const { name, opened, reopened, closed, queue, withoutDuty, unheard, contradicted } = books
      print(
        `${name}: ${opened} opened + ${reopened} opened again - ${closed} closed = ${opened + reopened - closed}; in the queue ${queue}.`,
      )
      if (withoutDuty > 0) print(`  ${withoutDuty} open with nothing owed to anybody.`)
      if (unheard > 0) print(`  ${unheard} findings of the watch without an alarm.`)
      if (contradicted > 0) print(`  ${contradicted} whose record says otherwise than they do.`)
    }
    const wrong = all.filter((books) => !balances(books)).length
    print(
      wrong === 0
        ? 'The alarms balance.'
        : `The alarms of ${wrong} of ${all.length} agencies do NOT balance.`,
    )
    return wrong === 0 ? 0 : 1
  },
}
