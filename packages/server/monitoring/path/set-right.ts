import type { Input } from '@inlieu/watch'
import type pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import type { ToldWaiting } from './batch.ts'
import {
  type FixRow,
  fixColumns,
  fixInput,
  type SignalRow,
  signalColumns,
  signalInput,
} from './stored-rows.ts'

/** Messages on record that are somebody's only now that a fitting was entered. */
export interface SetRight {
  personId: string
  agencyId: string
  inputs: Input[]
}

/**
 * Sets right whose the stored messages of a unit are, from when its wearer changed. A fitting holds from when it was
 * done, though it is entered later: what the unit sent in between came in as the wearer's before, or as nobody's. It
 * counts for its new person as taken in with commit `number`, so that a restart takes it in there too. Of the person
 * before nothing is taken back here: the settings that were told with the fitting leave the unit out from that time.
 */
export async function setRight(
  client: pg.ClientBase,
  told: readonly ToldWaiting[],
  number: number,
): Promise<SetRight[]> {
  const since = new Map<string, number>()
  for (const { unitId, at } of told) {
    if (unitId !== null) since.set(unitId, Math.min(at, since.get(unitId) ?? at))
  }
  const found: SetRight[] = []
  for (const [unitId, from] of since) {
    const values = [unitId, Temporal.Instant.fromEpochMilliseconds(from).toString(), number]
    const fixes = await client.query<FixRow & Whose>(rightful('fix', 'f', fixColumns), values)
    const signals = await client.query<SignalRow & Whose>(rightful('signal', 's', signalColumns), values)
    const rows = [
      ...fixes.rows.map((row) => ({ ...row, input: fixInput(row) as Input })),
      ...signals.rows.map((row) => ({ ...row, input: signalInput(row) as Input })),
    ]
    for (const [personId, theirs] of Map.groupBy(rows, (row) => row.person_id)) {
      if (personId === null) continue
      found.push({ personId, agencyId: theirs[0]!.agency_id, inputs: theirs.map(({ input }) => input) })
    }
  }
  return found
}

interface Whose {
  agency_id: string
  person_id: string | null
}

/** Rows of a unit that are of another wearer than is written on them; answers with them as they are now. */
const rightful = (table: 'fix' | 'signal', name: string, columns: string) => `
  update monitoring.${table} ${name} set person_id = w.person_id, batch = $3
  from (
    select r.at, r.digest, g.person_id
    from monitoring.${table} r
    left join equipment.fitting g
      on g.unit_id = r.unit_id and g.fitted_at <= r.at and (g.removed_at is null or r.at < g.removed_at)
    where r.unit_id = $1 and r.at >= $2 and r.person_id is distinct from g.person_id
  ) w
  where ${name}.unit_id = $1 and ${name}.at >= $2 and ${name}.at = w.at and ${name}.digest = w.digest
  returning ${name}.agency_id, ${name}.person_id, ${columns}`
