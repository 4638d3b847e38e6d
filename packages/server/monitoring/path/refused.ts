import { type Received, storedKey } from './reading.ts'
import type { SetAsideRow } from './rows.ts'

/** A reading that the record cannot hold, as it is kept instead: whole, with what the database said. */
export function refusedRow(reading: Received, error: Error): SetAsideRow {
  return {
    agencyId: reading.agencyId,
    unitId: reading.unitId,
    received: reading.received,
    door: 'record',
    reason: 'refused-by-the-record',
    detail: `${storedKey(reading.unitId, reading.reading.record.at, reading.digest)}: ${error.message}`.slice(
      0,
      2000,
    ),
    address: '',
    body: JSON.stringify(reading.reading).slice(0, 60_000),
  }
}
