import type { Input } from '@inlieu/watch'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../../platform/database.ts'
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

/**
 * Everything that the watch was given about a person in a span, in the order in which it came: what their units sent,
 * measured from `from` until before `to`, and all that the office told that holds from before `to`, however old and
 * whenever it was entered, because it is what was in force. Without the passing of time: add a `tick` at `to`, and others where silence matters.
 *
 * @example const inputs = await storedInputs(tx, personId, today.subtract({ hours: 14 * 24 }), now)
 */
export async function storedInputs(
  tx: RoomTx<'monitoring'>,
  personId: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<Input[]> {
  const span = [from.toString(), to.toString()] as const
  // By unit and time, which is the key of the tables; whose it was is on the row.
  const units = sql`select distinct unit_id from equipment.v_fitting
    where person_id = ${personId} and fitted_at < ${span[1]} and (removed_at is null or removed_at > ${span[0]})`
  const fixes = await sql<FixRow>`select ${sql.raw(fixColumns)} from monitoring.fix f
    where f.unit_id in (${units}) and f.at >= ${span[0]} and f.at < ${span[1]} and f.person_id = ${personId}`.execute(
    tx,
  )
  const signals = await sql<SignalRow>`select ${sql.raw(signalColumns)} from monitoring.signal s
    where s.unit_id in (${units}) and s.at >= ${span[0]} and s.at < ${span[1]} and s.person_id = ${personId}`.execute(
    tx,
  )
  const told = await sql<ToldRow>`select ${sql.raw(toldColumns)} from monitoring.told t
    where t.person_id = ${personId} and t.kind = 'input' and t.at < ${span[1]} order by t.id`.execute(tx)
  return [...told.rows.map(toldInput), ...fixes.rows.map(fixInput), ...signals.rows.map(signalInput)].sort(
    (a, b) => a.received - b.received,
  )
}
