import type pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { actForAgency } from '../alarms/as-watch.ts'
import { type AlarmNews, newsOfSaid } from '../alarms/news.ts'
import { openUnitAlarm, unitSaysOver } from '../alarms/open-unit-alarm.ts'
import type { Batch } from './batch.ts'
import { binaryArray } from './binary-arrays.ts'
import { evaluateAll, inputsByPerson, type NotEvaluated, type PersonsInputs } from './evaluate-batch.ts'
import { withMatters } from './matters.ts'
import { type Evaluated, type Followed, stateNow } from './people.ts'
import {
  type Assigned,
  insertAsides,
  insertFixes,
  insertSignals,
  rowName,
  type SetAsideRow,
  upsertStandings,
} from './rows.ts'
import { sayHappenings } from './say-happenings.ts'
import { setRight } from './set-right.ts'
import { seenAfter, standingRows } from './standings.ts'
import { timePassed } from './time-passed.ts'
import { sayingsOfUnits } from './unassigned.ts'
import type { Owed, UnitSeen, World } from './world.ts'

/** What holds once the commit has: until then the world stays as it was. */
export interface Prepared {
  number: number
  news: number
  people: Map<string, Followed>
  units: Map<string, UnitSeen>
  failed: readonly NotEvaluated[]
  /** What was stepped and could not be said: each tick tries it again. */
  owed: ReadonlyMap<string, Owed>
}

/** People whose state is written down in a commit, at most. */
const snapshotsAtOnce = 50
/** Milliseconds after which a state is written down again: what came since is read again after a crash. */
const snapshotEvery = 600_000

/**
 * Writes one batch and everything that follows from it, in the transaction that is open on `client`; nothing holds
 * before its COMMIT (monitoring rule 6). The same batch prepared again from the same world gives the same.
 */
export async function prepare(
  client: pg.ClientBase,
  world: World,
  batch: Batch,
  now: Temporal.Instant,
): Promise<Prepared> {
  const number = world.batch + 1
  const assigned = assign(world, batch)
  const isNew = await insertNew(client, assigned, number)
  const came = { assigned, isNew, setRight: await setRight(client, batch.told, number) }
  const { inputs, waiting } = inputsByPerson(world, batch, came, number)
  const judged = evaluateAll(world, inputs)
  const fresh = assigned.filter((one) => isNew.has(rowName(one)))
  const all = withMissing(world, judged.evaluated)
  const said = await sayHappenings(client, world, all, number, now)
  const news = [...said.news, ...(await sayOfUnits(client, fresh, now)), ...newsOfSaid(batch.said)]
  if (batch.tick) news.push(...(await timePassed(client, batch.tick.slot, now)))
  const failed = [...judged.failed, ...said.failed.filter(({ personId }) => !world.owed.has(personId))]
  const evaluated = await withMatters(
    client,
    all.filter(({ personId }) => !said.unsaid.has(personId)),
  )
  const units = seenAfter(world, fresh, came.setRight, now.epochMilliseconds)
  const standings = standingRows(world, units, evaluated, fresh)
  if (standings.length > 0) await upsertStandings(client, standings)
  const asides = [...batch.asides, ...failed.map((one) => notEvaluated(one, now))]
  if (asides.length > 0) await insertAsides(client, asides)
  const people = new Map([
    ...evaluated.map(({ personId, followed }) => [personId, followed] as const),
    ...waiting,
  ])
  await writeDown(client, world, people, number, now)
  await finish(client, world, batch, number, news, now)
  const owed = new Map(
    [...said.unsaid].map((personId) => [personId, owedOf(world, personId, inputs.get(personId))]),
  )
  return { number, news: world.news + news.length, people, units, failed, owed }
}

/** Takes over what was prepared, after its COMMIT. */
export function takeOver(world: World, prepared: Prepared): void {
  world.batch = prepared.number
  world.news = prepared.news
  for (const [personId, followed] of prepared.people) {
    world.people.set(personId, followed)
    world.owed.delete(personId)
    world.missing.delete(personId)
  }
  for (const [personId, owed] of prepared.owed) world.owed.set(personId, owed)
  for (const [unitId, unit] of prepared.units) {
    world.units.set(unitId, unit)
    if (unit.personId === null) continue
    const units = world.unitsOf.get(unit.personId) ?? new Set()
    world.unitsOf.set(unit.personId, units.add(unitId))
  }
}

/** What a restart found missing is said before what is new of the same person. */
function withMissing({ people, missing }: World, evaluated: readonly Evaluated[]): readonly Evaluated[] {
  if (missing.size === 0) return evaluated
  const stepped = new Set(evaluated.map(({ personId }) => personId))
  const others = [...missing].flatMap(([personId, happenings]) => {
    const followed = people.get(personId)
    return stepped.has(personId) || !followed ? [] : [{ personId, followed, happenings: [...happenings] }]
  })
  const both = evaluated.map((one) => ({
    ...one,
    happenings: [...(missing.get(one.personId) ?? []), ...one.happenings],
  }))
  return [...both, ...others]
}

/**
 * Time goes on by itself: of what is owed only what came in is kept. Of whom nothing came in, the record has refused
 * once more what a restart found missing.
 */
function owedOf({ owed, people }: World, personId: string, came: PersonsInputs | undefined): Owed {
  if (came) return { agencyId: came.agencyId, inputs: came.inputs.filter(({ kind }) => kind !== 'tick') }
  return owed.get(personId) ?? { agencyId: people.get(personId)!.agencyId, inputs: [] }
}

/** Whose each reading is, by who wore the unit when it was measured; within a batch a record counts once. */
function assign(world: World, { readings }: Batch): Assigned[] {
  const once = new Map(readings.map((one) => [one.key, one]))
  return [...once.values()].map((one) => ({
    ...one,
    personId: world.directory.wearerAt(one.unitId, one.reading.record.at),
  }))
}

async function insertNew(
  client: pg.ClientBase,
  assigned: readonly Assigned[],
  number: number,
): Promise<Set<string>> {
  const fixes = assigned.filter(({ reading }) => reading.kind === 'fix')
  const signals = assigned.filter(({ reading }) => reading.kind === 'signal')
  const isNew = fixes.length > 0 ? await insertFixes(client, fixes, number) : new Set<string>()
  if (signals.length > 0) for (const name of await insertSignals(client, signals, number)) isNew.add(name)
  return isNew
}

async function sayOfUnits(
  client: pg.ClientBase,
  fresh: readonly Assigned[],
  now: Temporal.Instant,
): Promise<AlarmNews[]> {
  const news: AlarmNews[] = []
  for (const { agencyId, isOver, alarm } of sayingsOfUnits(fresh)) {
    if (isOver) await unitSaysOver(client, agencyId, alarm)
    else news.push(...(await openUnitAlarm(client, agencyId, alarm, now)))
  }
  return news
}

function notEvaluated(
  { agencyId, personId, error, readings }: NotEvaluated,
  now: Temporal.Instant,
): SetAsideRow {
  return {
    agencyId,
    unitId: readings[0]?.unitId ?? null,
    received: now.epochMilliseconds,
    door: 'watch',
    reason: 'not-evaluated',
    detail: `Person ${personId}: ${error.slice(0, 1500)}`,
    address: '',
    body: JSON.stringify(readings.map(({ key, reading }) => ({ key, reading }))).slice(0, 60_000),
  }
}

/** Writes some states down, the oldest first: all of them within ten minutes, never all at once. */
async function writeDown(
  client: pg.ClientBase,
  world: World,
  people: Map<string, Followed>,
  number: number,
  now: Temporal.Instant,
): Promise<void> {
  const due: string[] = []
  for (const [personId, { snapshot }] of people) {
    if (due.length >= snapshotsAtOnce) break
    if (now.epochMilliseconds - snapshot.at >= snapshotEvery) due.push(personId)
  }
  if (due.length === 0) return
  await writeSnapshots(client, world.batch + 1, people, due, now)
  for (const personId of due) {
    people.set(personId, { ...people.get(personId)!, snapshot: { batch: number, at: now.epochMilliseconds } })
  }
}

/** Writes the states of some people as they are after commit `number`. */
export async function writeSnapshots(
  client: pg.ClientBase,
  number: number,
  people: ReadonlyMap<string, Followed>,
  who: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  const followed = who.map((personId) => people.get(personId)!)
  await client.query(
    `insert into monitoring.snapshot (agency_id, person_id, batch, taken_at, state)
     select agency, person, $3::bigint, $4::timestamptz, state
     from unnest($1::uuid[], $2::uuid[], $5::jsonb[]) as n (agency, person, state)
     on conflict (agency_id, person_id) do update set batch = excluded.batch, taken_at = excluded.taken_at, state = excluded.state`,
    [
      binaryArray(
        'uuid',
        followed.map((one) => one.agencyId),
      ),
      binaryArray('uuid', who),
      number,
      now.toString(),
      binaryArray('jsonb', followed.map(stateNow)),
    ],
  )
}

/** The commit's own row, what was taken in and said, the news, and the sign of life. */
async function finish(
  client: pg.ClientBase,
  world: World,
  batch: Batch,
  number: number,
  news: readonly AlarmNews[],
  now: Temporal.Instant,
): Promise<void> {
  await client.query({
    name: 'watch-batch',
    text: 'insert into monitoring.batch (number, committed_at, tick_at, tick_slot) values ($1, $2, $3, $4)',
    values: [
      number,
      now.toString(),
      batch.tick ? instantText(batch.tick.at) : null,
      batch.tick?.slot ?? null,
    ],
  })
  if (batch.told.length > 0)
    await client.query('update monitoring.told set batch = $1 where id = any($2::bigint[])', [
      number,
      batch.told.map(({ id }) => id),
    ])
  for (const [agencyId, commands] of Map.groupBy(batch.said, (one) => one.agencyId)) {
    await actForAgency(client, agencyId)
    await client.query(
      'update monitoring.command set sent_at = $1 where agency_id = $2 and id = any($3::uuid[])',
      [now.toString(), agencyId, commands.map(({ id }) => id)],
    )
  }
  if (news.length > 0)
    await client.query(
      `insert into platform.news (number, agency_id, at, kind, subject)
       select $1::bigint + n, agency, $2::timestamptz, kind, subject
       from unnest($3::uuid[], $4::text[], $5::jsonb[]) with ordinality as u (agency, kind, subject, n)`,
      [
        world.news,
        now.toString(),
        binaryArray(
          'uuid',
          news.map((one) => one.agencyId),
        ),
        binaryArray(
          'text',
          news.map((one) => one.kind),
        ),
        binaryArray(
          'jsonb',
          news.map((one) => one.subject),
        ),
      ],
    )
}

const instantText = (millis: number) => Temporal.Instant.fromEpochMilliseconds(millis).toString()
