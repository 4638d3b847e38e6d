import { type Happening, type Input, initialState, kinds, step, type TemplateLibrary } from '@inlieu/watch'
import { type Kysely, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { DB, RoomTx } from '../../platform/database.ts'
import { plainClient } from '../plain-client.ts'
import { everyTemplate } from '../telling/library.ts'
import { slotOf, slots } from './people.ts'
import { storedInputs } from './stored-inputs.ts'

/** Before the span that is compared, so that what stands at its beginning is known. */
const warmUp = { hours: 12 }

/** What a replay of the stored inputs said otherwise than the record. */
export interface Difference {
  personId: string
  key: string
  /** `missing`: the record lacks it; `unfounded`: the record alone has it. */
  is: 'missing' | 'unfounded'
}

export interface Checked {
  people: number
  inputs: number
  happenings: number
  differences: Difference[]
}

/**
 * Steps everybody's stored inputs of a span again, in order, and compares what is said with what is on record: the
 * alarms follow from the inputs, or something was lost or made up. Reads only; under the role `inlieu_ingest`.
 */
export async function checkWatch(
  db: Kysely<DB>,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<Checked> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (all) => {
      const tx = all as unknown as RoomTx<'monitoring'>
      const begin = from.subtract(warmUp)
      const library = await everyTemplate(plainClient(tx))
      const ticks = await ticksBySlot(tx, begin, to)
      const { rows } = await sql<{ id: string }>`
        select distinct person_id as id from monitoring.told where kind = 'input' and told_at < ${to.toString()}`.execute(
        tx,
      )
      const checked: Checked = { people: rows.length, inputs: 0, happenings: 0, differences: [] }
      for (const { id } of rows) {
        const inputs = await storedInputs(tx, id, begin, to)
        const given = [...inputs, ...ticks[slotOf(id)]!].sort((a, b) => a.received - b.received)
        const said = lastWords(id, given, library)
        const recorded = await onRecord(tx, id, from, to)
        checked.inputs += given.length
        checked.happenings += recorded.size
        for (const key of counted(said, from, to)) {
          if (!recorded.has(key)) checked.differences.push({ personId: id, key, is: 'missing' })
        }
        for (const key of recorded) {
          const one = said.get(key)
          if (!one || one.withdrawn) checked.differences.push({ personId: id, key, is: 'unfounded' })
        }
      }
      return checked
    })
}

function lastWords(
  personId: string,
  inputs: readonly Input[],
  library: TemplateLibrary,
): Map<string, Happening> {
  const said = new Map<string, Happening>()
  let state = initialState(personId)
  // In parts, as they came: one step over two days would keep everything of them at hand.
  for (let first = 0; first < inputs.length; first += 500) {
    const out = step(state, inputs.slice(first, first + 500), library)
    state = out.state
    for (const one of out.happenings) said.set(one.key, one)
  }
  return said
}

/** Those that ask for a person; an end or a note follows from them. */
function counted(
  said: ReadonlyMap<string, Happening>,
  from: Temporal.Instant,
  to: Temporal.Instant,
): string[] {
  return [...said.values()]
    .filter(({ kind, at, withdrawn }) => {
      const inSpan = at >= from.epochMilliseconds && at < to.epochMilliseconds
      return inSpan && !withdrawn && kinds[kind].severity !== 'note'
    })
    .map(({ key }) => key)
}

async function onRecord(
  tx: RoomTx<'monitoring'>,
  personId: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select key from monitoring.happening
    where person_id = ${personId} and at >= ${from.toString()} and at < ${to.toString()} and not withdrawn
      and severity <> 'note'`.execute(tx)
  return new Set(rows.map(({ key }) => key))
}

async function ticksBySlot(
  tx: RoomTx<'monitoring'>,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<Input[][]> {
  const { rows } = await sql<{ number: number; at: number; slot: number | null }>`
    select number, (extract(epoch from tick_at) * 1000)::float8 as at, tick_slot as slot from monitoring.batch
    where tick_at >= ${from.toString()} and tick_at < ${to.toString()} order by number`.execute(tx)
  const found: Input[][] = Array.from({ length: slots }, () => [])
  for (const { number, at, slot } of rows) {
    const tick: Input = { kind: 'tick', key: `tick:${number}`, at, received: at }
    if (slot === null) for (const list of found) list.push(tick)
    else found[slot]!.push(tick)
  }
  return found
}
