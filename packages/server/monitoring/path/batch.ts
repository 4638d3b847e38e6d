import type { Received } from './reading.ts'
import type { SetAsideRow } from './rows.ts'
import type { ToldRow } from './stored-rows.ts'
import type { Command } from './world.ts'

/** What the office told and nobody took in yet. */
export interface ToldWaiting extends ToldRow {
  agencyId: string
  kind: 'input' | 'unit' | 'template'
  personId: string | null
  unitId: string | null
}

/** What goes into one commit of the watch. */
export interface Batch {
  readings: readonly Received[]
  asides: readonly SetAsideRow[]
  told: readonly ToldWaiting[]
  /** Commands that were said to their units. */
  said: readonly Command[]
  /** Time has come to here, for the people of a slot (all when null). */
  tick: { at: number; slot: number | null } | null
}

export const emptyBatch: Batch = { readings: [], asides: [], told: [], said: [], tick: null }

/** Whether there is anything to be written. */
export function isEmpty({ readings, asides, told, said, tick }: Batch): boolean {
  return readings.length + asides.length + told.length + said.length === 0 && tick === null
}
