import { daysPassed } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'
import { programRun } from './program.ts'
import type { StoredWorksheet } from './worksheets.ts'

/** How far a sentence is that is served at home, in days; each calendar day of the sentence counts (SWR-3, own). */
export interface ServedAtHome {
  /** The first unit was put on: from here on the days are those of the sentence. Null: not yet. */
  placedOn: Temporal.PlainDate | null
  /** Days of the sentence before the day that is asked about. */
  servedDays: number
  /** The last day of the sentence has come. It is the day on which the person is let go (own). */
  isOver: boolean
  /** The worksheet leaves no day to serve. */
  isNothingLeft: boolean
  /** Serial numbers of what the person still wears. */
  worn: string[]
  homeZone: HomeZone
}

/** Whether a zone that is the home of the person is in force: none; one that the hours of the week never put in force. */
export const homeZones = ['none', 'never', 'in-force'] as const

export type HomeZone = (typeof homeZones)[number]

/**
 * Reads how far a sentence is that is served at home; null for a program that is served by work.
 * @param sheet the worksheet that holds now
 * @param day today, or the day on which it ended
 */
export async function servedAtHome(
  tx: RoomTx<'programs'>,
  enrolment: { id: string; pack: string },
  sheet: StoredWorksheet | null,
  day: Temporal.PlainDate,
): Promise<ServedAtHome | null> {
  if (programRun(enrolment.pack)?.served !== 'at-home') return null
  const placed = await tx
    .selectFrom('programs.step')
    .select('on_day')
    .where('enrolment_id', '=', enrolment.id)
    .where('kind', '=', 'placed')
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  const worn = await tx
    .selectFrom('equipment.v_unit')
    .select('serial')
    .where('enrolment_id', '=', enrolment.id)
    .orderBy('serial')
    .execute()
  return {
    placedOn: placed?.on_day ?? null,
    servedDays: placed && sheet?.result.kind === 'worksheet' ? daysPassed(sheet.result, day.toString()) : 0,
    isOver: sheet?.result.kind === 'worksheet' && lastDayHasCome(sheet.releaseDay, day),
    isNothingLeft: sheet?.result.kind === 'worksheet' && sheet.result.adjustedDays === 0,
    worn: worn.map(({ serial }) => serial!),
    homeZone: await homeZoneOf(tx, enrolment.id),
  }
}

async function homeZoneOf(tx: RoomTx<'programs'>, enrolmentId: string): Promise<HomeZone> {
  const zones = await tx
    .selectFrom('home.v_home_zone')
    .select('is_never')
    .where('enrolment_id', '=', enrolmentId)
    .execute()
  if (zones.length === 0) return 'none'
  return zones.every(({ is_never }) => is_never) ? 'never' : 'in-force'
}

/** Nothing was left to serve, or its last day is that day or earlier. */
const lastDayHasCome = (lastDay: Temporal.PlainDate | null, day: Temporal.PlainDate): boolean =>
  lastDay === null || lastDay.since(day).days <= 0
