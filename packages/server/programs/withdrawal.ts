import type { RoomTx } from '../platform/database.ts'
import { creditedDays } from './days-served.ts'
import { latestWorksheet } from './worksheets.ts'

/** What a person who withdraws has still to serve in custody (authority.md 6). Days; null: not computed. */
export interface Rest {
  adjustedDays: number | null
  creditedDays: number
  restDays: number | null
}

/** The rest of a sentence as it is now: the adjusted days less the days of work credited. */
export async function restOf(tx: RoomTx<'programs'>, enrolmentId: string): Promise<Rest> {
  const sheet = await latestWorksheet(tx, enrolmentId)
  const days = await creditedDays(tx, enrolmentId)
  const credited = days.reduce((sum, day) => sum + day.credited, 0)
  const adjustedDays = sheet?.result.kind === 'worksheet' ? sheet.result.adjustedDays : null
  return { adjustedDays, creditedDays: credited, restDays: restDays(adjustedDays, credited) }
}

/** Never below zero; null where the adjusted sentence is not known. */
export const restDays = (adjusted: number | null, credited: number): number | null =>
  adjusted === null ? null : Math.max(0, adjusted - credited)
