import { isDeepStrictEqual } from 'node:util'
import { problemOf, type Settings } from '@inlieu/watch'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Work } from '../../platform/act.ts'
import { Problem } from '../../platform/problem.ts'
import { type NumbersFrom, parametersFrom } from '../guidelines/numbers-in-force.ts'
import { plainClient } from '../plain-client.ts'
import { aheadRows, toldAhead } from './ahead.ts'
import { knownOf } from './known.ts'
import { libraryOf } from './library.ts'
import { settingsOf, unheardOf, withoutThePast } from './settings-of.ts'

/** People of one reading: a change of a template binds hundreds at once. */
const atOnce = 500

/**
 * Tells the watch what is in force for these people from now on, whole, each where it differs from what was told
 * last. `since`: the moment it holds from where that lies back, such as a fitting entered after it was done; nothing
 * else changed meanwhile, or it would have been told.
 *
 * One teller at a time in an office: two acts at once would each see the person without the other's change, and the
 * later row would take the earlier one's change away again.
 *
 * @throws Problem `cannot-be` with what the watch would set aside
 */
export async function tellPeople(
  work: Work<'monitoring'>,
  personIds: readonly string[],
  since: Temporal.Instant = work.ctx.now,
): Promise<number> {
  const { ctx, db } = work
  if (personIds.length === 0) return 0
  await sql`select pg_advisory_xact_lock(hashtext('monitoring.told'), hashtext(${ctx.agency.id}))`.execute(db)
  const numbers = await parametersFrom(plainClient(db), ctx.agency.id, ctx.now)
  const people = [...new Set(personIds)].sort()
  let told = 0
  for (let first = 0; first < people.length; first += atOnce) {
    told += await tellSome(work, people.slice(first, first + atOnce), since, numbers)
  }
  return told
}

async function tellSome(
  { ctx, db }: Work<'monitoring'>,
  people: readonly string[],
  since: Temporal.Instant,
  [holding, ...later]: readonly NumbersFrom[],
): Promise<number> {
  const last = await lastTold(db, people)
  const known = await knownOf(db, people, ctx.now, holding?.values ?? {})
  const rows = known.flatMap((one) => {
    const settings = settingsOf(one, ctx.now, ctx.agency.timeZone)
    const before = last.get(one.personId)
    if (isSame(settings, before?.settings ?? unheardOf, ctx.now)) return []
    const at = after(before?.at, earlier(since, ctx.now))
    return [{ personId: one.personId, settings, at, toldAt: after(before?.toldAt, ctx.now) }]
  })
  const ahead = aheadRows(await toldAhead(db, people, ctx.now), known, {
    later,
    holding: holding?.values ?? {},
  })
  await refuseFaults(db, rows)
  const all = [
    ...rows.map(({ settings, ...row }) => ({ ...row, change: settings })),
    ...ahead.map((row) => ({ ...row, toldAt: ctx.now })),
  ]
  if (all.length === 0) return 0
  await db
    .insertInto('monitoring.told')
    .values(
      all.map(({ personId, change, at, toldAt }) => ({
        agency_id: ctx.agency.id,
        kind: 'input',
        person_id: personId,
        at,
        told_at: toldAt,
        content: JSON.stringify({ kind: 'setting', change }),
      })),
    )
    .execute()
  return all.length
}

/** What the watch would set aside whole is refused here, where a person can still correct it. */
async function refuseFaults(
  db: Work<'monitoring'>['db'],
  rows: readonly { settings: Settings }[],
): Promise<void> {
  const library = await libraryOf(
    db,
    rows.flatMap(({ settings }) => settings.templates),
  )
  for (const { settings } of rows) {
    const problem = problemOf(settings, library)
    if (problem !== null) throw new Problem('cannot-be', `The watch could not work with this: ${problem}`)
  }
}

interface Told {
  at: Temporal.Instant
  toldAt: Temporal.Instant
  settings: Settings
}

async function lastTold(db: Work<'monitoring'>['db'], people: readonly string[]): Promise<Map<string, Told>> {
  const { rows } = await sql<{
    person_id: string
    at: Temporal.Instant
    told_at: Temporal.Instant
    change: Settings
  }>`
    select p.id as person_id, t.at, t.told_at, t.content -> 'change' as change
    from unnest(${[...people]}::uuid[]) p(id)
    cross join lateral (
      select x.at, x.told_at, x.content from monitoring.told x
      where x.agency_id = platform.agency() and x.person_id = p.id and x.kind = 'input' and x.content ->> 'kind' = 'setting'
        -- Numbers dated ahead stand in rows of their own.
        and x.content -> 'change' ? 'zones'
      order by x.id desc limit 1
    ) t`.execute(db)
  return new Map(
    rows.map((row) => [row.person_id, { at: row.at, toldAt: row.told_at, settings: row.change }]),
  )
}

/** What merely ran out meanwhile says nothing new. Told rows went through JSON: so does what they are held against. */
const isSame = (settings: Settings, before: Settings, now: Temporal.Instant): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(settings)), withoutThePast(before, now))

const earlier = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? a : b)

/** Never at or before what was told last: of two rows of one moment the order would be chance. */
function after(last: Temporal.Instant | undefined, at: Temporal.Instant): Temporal.Instant {
  const whole = Temporal.Instant.fromEpochMilliseconds(at.epochMilliseconds)
  if (!last) return whole
  const next = last.add({ milliseconds: 1 })
  return Temporal.Instant.compare(whole, next) < 0 ? next : whole
}
