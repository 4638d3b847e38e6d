import type { Kysely } from 'kysely'
import { z } from 'zod'
import { act, verb, type Work } from './act.ts'
import { officeAheadSeconds, officeNow, setOfficeAhead } from './clock.ts'
import type { DB } from './database.ts'
import { Problem } from './problem.ts'
import { type Route, route } from './route.ts'
import { instant } from './schemas.ts'

/** Milliseconds between two looks at the demonstration's clock by each process. */
const lookEvery = 2000

/** Reads how far the demonstration was moved ahead, now and every two seconds. A real office has no such row. */
export async function followDemonstrationClock(db: Kysely<DB>): Promise<void> {
  const look = async () => {
    const row = await db.selectFrom('platform.demonstration_clock').select('ahead_seconds').executeTakeFirst()
    // A process that moved it knows before the row is read again; it never goes back.
    if (row && row.ahead_seconds > officeAheadSeconds()) setOfficeAhead(row.ahead_seconds)
  }
  await look()
  setInterval(() => void look().catch(() => undefined), lookEvery).unref()
}

const moveClock = verb(
  'platform.move-demonstration-clock',
  async ({ ctx, platform, emit }: Work<'platform'>, input: { days: number }) => {
    const ahead = officeAheadSeconds() + input.days * 86_400
    await platform
      .insertInto('platform.demonstration_clock')
      .values({ ahead_seconds: ahead })
      .onConflict((conflict) => conflict.column('only_row').doUpdateSet({ ahead_seconds: ahead }))
      .execute()
    await emit('platform.clock-moved', { agency: ctx.agency.id, days: input.days })
    return ahead
  },
)

/** Moves the demonstration's office to a later day, so that a sentence can be seen to its last. */
export const demonstrationClockRoute: Route = route({
  method: 'POST',
  path: '/api/platform/demonstration-clock',
  permission: 'demonstration.clock',
  summary: 'Move the demonstration to a later day; refused in a real office',
  body: z.strictObject({ days: z.int().min(1).max(60) }),
  response: z.object({ officeNow: instant }),
  handle: async ({ office, ctx, body }) => {
    if (!ctx.agency.isDemonstration)
      throw new Problem('not-allowed', 'Only the demonstration can be moved in time.')
    setOfficeAhead(await act(office.db, ctx, moveClock, body))
    return { officeNow: officeNow() }
  },
})
