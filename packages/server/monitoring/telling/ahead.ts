import { isDeepStrictEqual } from 'node:util'
import type { Parameters } from '@inlieu/watch'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../../platform/database.ts'
import type { NumbersFrom } from '../guidelines/numbers-in-force.ts'

// Approved numbers may hold from a later day on (EMP-7.3). Nobody acts on that day, so the watch is told beforehand.

/** Numbers that a person's settings change to at a moment still to come. */
export interface Ahead {
  personId: string
  at: Temporal.Instant
  change: { parameters: Partial<Parameters> }
}

/** What was told of these people that is still to come, the last word for each moment. */
export async function toldAhead(
  tx: RoomTx<'monitoring'>,
  people: readonly string[],
  now: Temporal.Instant,
): Promise<Ahead[]> {
  const { rows } = await sql<Ahead>`
    select distinct on (person_id, at) person_id as "personId", at, content -> 'change' as change
    from monitoring.told
    where person_id = any(${[...people]}::uuid[]) and kind = 'input' and at > ${now}
      and content ->> 'kind' = 'setting' and not content -> 'change' ? 'zones'
    order by person_id, at, id desc`.execute(tx)
  return rows
}

/**
 * What is to be told ahead beyond what was: each later change of the numbers, for whoever wears a unit; and where one
 * was withdrawn, that at its moment the earlier numbers go on.
 */
export function aheadRows(
  told: readonly Ahead[],
  people: readonly { personId: string; units: readonly unknown[] }[],
  numbers: { holding: Partial<Parameters>; later: readonly NumbersFrom[] },
): Ahead[] {
  const byPerson = Map.groupBy(told, ({ personId }) => personId)
  return people.flatMap(({ personId, units }) => {
    const before = new Map((byPerson.get(personId) ?? []).map((one) => [one.at.epochMilliseconds, one]))
    if (units.length === 0 && before.size === 0) return []
    const moments = new Map([
      ...[...before.values()].map(({ at }) => [at.epochMilliseconds, at] as const),
      ...numbers.later.map(({ from }) => [from.epochMilliseconds, from] as const),
    ])
    return [...moments].flatMap(([millis, at]) => {
      const parameters = numbersAt(numbers, millis)
      const same = isDeepStrictEqual(before.get(millis)?.change.parameters, parameters)
      return same ? [] : [{ personId, at, change: { parameters } }]
    })
  })
}

function numbersAt(
  { holding, later }: { holding: Partial<Parameters>; later: readonly NumbersFrom[] },
  millis: number,
): Partial<Parameters> {
  return later.findLast(({ from }) => from.epochMilliseconds <= millis)?.values ?? holding
}
