import type { Happening, Input, WatchState } from '@inlieu/watch'
import type pg from 'pg'
import { everyTemplate } from '../telling/library.ts'
import type { Directory } from './directory.ts'
import { mattersOnRecord } from './matters.ts'
import { evaluate, type Followed, letWait, newcomer } from './people.ts'
import {
  type FixRow,
  fixColumns,
  fixInput,
  type SignalRow,
  signalColumns,
  signalInput,
  type ToldRow,
  toldColumns,
  toldInput,
} from './stored-rows.ts'
import type { World } from './world.ts'

/** What reading the record again brought to light. */
export interface Recovered {
  world: World
  /** Inputs that were stepped again. */
  inputs: number
  /** Happenings that the record does not hold as they were said: none, unless it refused them. */
  missing: Happening[]
  /** Ids of people whose inputs could not be stepped. */
  failed: string[]
}

/** Rows of one reading. */
const atOnce = 20_000

/**
 * The world as it was after the last commit: the states as they were written down, and everything that came since,
 * taken in again commit by commit. The same inputs give the same happenings; they are compared with the record.
 */
export async function recover(client: pg.ClientBase, directory: Directory): Promise<Recovered> {
  await directory.load()
  const news = await client.query<{ number: string | null }>(
    'select max(number)::text as number from platform.news',
  )
  const world: World = {
    directory,
    people: await snapshots(client),
    units: new Map(),
    unitsOf: new Map(),
    library: await everyTemplate(client),
    batch: await lastBatch(client),
    news: Number(news.rows[0]!.number ?? 0),
    commands: new Map(),
    owed: new Map(),
    missing: new Map(),
  }
  await readUnits(client, world)
  const found: Recovered = { world, inputs: 0, missing: [], failed: [] }
  const said = new Map<string, Happening>()
  const failed = new Set<string>()
  for await (const { number, inputs } of inputsSince(client, world)) {
    for (const [personId, { agencyId, list }] of inputs) {
      const before = world.people.get(personId) ?? newcomer(agencyId, personId)
      if (number <= before.snapshot.batch) continue
      found.inputs += list.length
      try {
        const { followed, happenings } = evaluate(personId, before, list, world.library)
        world.people.set(personId, followed)
        for (const one of happenings) said.set(one.key, one)
      } catch {
        failed.add(personId)
      }
    }
  }
  // What came in again says no more of it than the record, where an end may have been taken back since.
  const matters = await mattersOnRecord(client)
  for (const [personId, followed] of world.people)
    world.people.set(personId, { ...followed, matters: matters.get(personId) ?? new Map() })
  found.missing = await notInRecord(client, [...said.values()])
  world.missing = Map.groupBy(found.missing, ({ person }) => person)
  found.failed = [...failed]
  return found
}

/** Number of the last commit that is on record; 0 before the first. */
export async function lastBatch(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ number: string | null }>(
    'select max(number)::text as number from monitoring.batch',
  )
  return Number(rows[0]!.number ?? 0)
}

async function snapshots(client: pg.ClientBase): Promise<Map<string, Followed>> {
  const { rows } = await client.query<{
    agency_id: string
    person_id: string
    batch: string
    taken: number
    state: WatchState
  }>(
    `select agency_id, person_id, batch::text, (extract(epoch from taken_at) * 1000)::float8 as taken, state
     from monitoring.snapshot`,
  )
  const people = new Map<string, Followed>()
  for (const { agency_id, person_id, batch, taken, state } of rows) {
    // A state that another release wrote is none of this one's: it is made again from all that ever came in.
    const begun = newcomer(agency_id, person_id)
    const readable = state.version === begun.state.version
    people.set(
      person_id,
      readable ? { ...begun, state, snapshot: { batch: Number(batch), at: taken } } : begun,
    )
  }
  return people
}

async function readUnits(client: pg.ClientBase, world: World): Promise<void> {
  const { rows } = await client.query(
    `select agency_id, unit_id, person_id, (extract(epoch from contact_at) * 1000)::float8 as contact_at, clock_offset_ms,
       battery, charging from monitoring.standing`,
  )
  for (const row of rows) {
    world.units.set(row.unit_id, {
      agencyId: row.agency_id,
      personId: row.person_id,
      contactAt: row.contact_at,
      delays: row.clock_offset_ms === null ? [] : [row.clock_offset_ms],
      battery: row.battery,
      charging: row.charging,
    })
    if (row.person_id === null) continue
    const units = world.unitsOf.get(row.person_id) ?? new Set()
    world.unitsOf.set(row.person_id, units.add(row.unit_id))
  }
}

type PeoplesInputs = Map<string, { agencyId: string; list: Input[] }>

/** What came in each commit after the oldest state that was written down, in order. */
async function* inputsSince(
  client: pg.ClientBase,
  world: World,
): AsyncGenerator<{ number: number; inputs: PeoplesInputs }> {
  const oldest = await oldestNeeded(client, world)
  for (let from = oldest; from < world.batch; from += atOnce) {
    const to = Math.min(from + atOnce, world.batch)
    const batches = new Map<number, PeoplesInputs>()
    const of = (number: number, personId: string, agencyId: string): Input[] => {
      const people = batches.get(number) ?? new Map()
      batches.set(number, people)
      const one = people.get(personId) ?? { agencyId, list: [] }
      people.set(personId, one)
      return one.list
    }
    const span = [from, to]
    const told = await client.query<ToldRow & Of>(
      `select t.agency_id, t.person_id, t.batch::text as batch, ${toldColumns} from monitoring.told t
       where t.batch > $1 and t.batch <= $2 and t.kind = 'input' order by t.batch, t.id`,
      span,
    )
    for (const row of told.rows) of(Number(row.batch), row.person_id, row.agency_id).push(toldInput(row))
    const fixes = await client.query<FixRow & Of>(
      `select f.agency_id, f.person_id, f.batch::text as batch, ${fixColumns} from monitoring.fix f
       where f.batch > $1 and f.batch <= $2 and f.person_id is not null`,
      span,
    )
    for (const row of fixes.rows) of(Number(row.batch), row.person_id, row.agency_id).push(fixInput(row))
    const signals = await client.query<SignalRow & Of>(
      `select s.agency_id, s.person_id, s.batch::text as batch, ${signalColumns} from monitoring.signal s
       where s.batch > $1 and s.batch <= $2 and s.person_id is not null`,
      span,
    )
    for (const row of signals.rows) of(Number(row.batch), row.person_id, row.agency_id).push(signalInput(row))
    const ticks = await client.query<{ number: string; at: number; slot: number | null }>(
      `select number::text, (extract(epoch from tick_at) * 1000)::float8 as at, tick_slot as slot
       from monitoring.batch where number > $1 and number <= $2 and tick_at is not null`,
      span,
    )
    const tickOf = new Map(ticks.rows.map(({ number, at, slot }) => [Number(number), { at, slot }]))
    for (let number = from + 1; number <= to; number++) {
      const inputs = batches.get(number) ?? new Map()
      const tick = tickOf.get(number)
      if (tick) addTick(world, inputs, number, tick)
      if (inputs.size > 0) yield { number, inputs }
    }
  }
}

interface Of {
  agency_id: string
  person_id: string
  batch: string
}

/** Time was let pass for whoever was followed by then; of whom nothing was due, nothing is stepped. */
function addTick(
  world: World,
  inputs: PeoplesInputs,
  number: number,
  { at, slot }: { at: number; slot: number | null },
): void {
  for (const [personId, followed] of world.people) {
    if (slot !== null && followed.slot !== slot) continue
    if (followed.due > at && !inputs.has(personId)) {
      world.people.set(personId, letWait(followed, at))
      continue
    }
    const one = inputs.get(personId) ?? { agencyId: followed.agencyId, list: [] }
    one.list.push({ kind: 'tick', key: `tick:${number}`, at, received: at })
    inputs.set(personId, one)
  }
}

/** The commit behind which nothing is needed any more: before it everybody was written down. */
async function oldestNeeded(client: pg.ClientBase, world: World): Promise<number> {
  const { rows } = await client.query<{ number: string | null }>(
    `select min(t.batch)::text as number from monitoring.told t
     where t.batch is not null and t.kind = 'input'
       and not exists (select from monitoring.snapshot s where s.agency_id = t.agency_id and s.person_id = t.person_id)`,
  )
  const written = [...world.people.values()].map(({ snapshot }) => snapshot.batch)
  const unwritten = rows[0]!.number === null ? Number.POSITIVE_INFINITY : Number(rows[0]!.number) - 1
  const least = written.reduce((a, b) => Math.min(a, b), unwritten)
  return Number.isFinite(least) ? Math.min(least, world.batch) : 0
}

/** Which of these the record does not hold, or holds otherwise: withdrawn and since supported, over and since not. */
async function notInRecord(client: pg.ClientBase, happenings: readonly Happening[]): Promise<Happening[]> {
  const column = <T>(of: (happening: Happening) => T): T[] => happenings.map(of)
  const { rows } = await client.query<{ key: string }>(
    `select key from unnest($1::text[], $2::text[], $3::boolean[], $4::text[], $5::text[])
       as n (key, severity, withdrawn, joined, ends)
     where not exists (select from monitoring.happening h where h.key = n.key and h.severity = n.severity
       and h.withdrawn = n.withdrawn and h.joined is not distinct from n.joined and h.ends is not distinct from n.ends)`,
    [
      column(({ key }) => key),
      column(({ severity }) => severity),
      column(({ withdrawn }) => withdrawn),
      column(({ joined }) => joined ?? null),
      column(({ ends }) => ends ?? null),
    ],
  )
  const missing = new Set(rows.map(({ key }) => key))
  return happenings.filter(({ key }) => missing.has(key))
}
