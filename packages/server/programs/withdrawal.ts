import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'
import { creditedDays } from './days-served.ts'
import { servedAtHome } from './served-at-home.ts'
import { latestWorksheet } from './worksheets.ts'

/** What a person who withdraws has still to serve in custody (authority.md 6). Days; null: not computed. */
export interface Rest {
  adjustedDays: number | null
  creditedDays: number
  restDays: number | null
}

/**
 * The rest of a sentence as it is on a day: the adjusted days less the days of work credited, or less the days that were
 * served at home.
 */
export async function restOf(
  tx: RoomTx<'programs'>,
  enrolment: { id: string; pack: string },
  day: Temporal.PlainDate,
): Promise<Rest> {
  const sheet = await latestWorksheet(tx, enrolment.id)
  const atHome = await servedAtHome(tx, enrolment, sheet, day)
  const days = atHome ? [] : await creditedDays(tx, enrolment.id)
  const credited = atHome?.servedDays ?? days.reduce((sum, { credited }) => sum + credited, 0)
  const adjustedDays = sheet?.result.kind === 'worksheet' ? sheet.result.adjustedDays : null
  return { adjustedDays, creditedDays: credited, restDays: restDays(adjustedDays, credited) }
}

/** Never below zero; null where the adjusted sentence is not known. */
export const restDays = (adjusted: number | null, credited: number): number | null =>
  adjusted === null ? null : Math.max(0, adjusted - credited)
