import { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../../platform/database.ts'

/** How a day of a contract stands, as `work.v_contract_day` derives it. */
export const standings = ['open', 'worked', 'incomplete', 'missed', 'stood-down'] as const
/** One of {@link standings}. */
export type Standing = (typeof standings)[number]

/** How a day was marked. `absent`: nobody has judged yet whether it was excused. */
export const marks = [
  'worked',
  'sent-home',
  'absent',
  'absent-excused',
  'absent-unexcused',
  'stood-down',
] as const
/** One of {@link marks}. */
export type Mark = (typeof marks)[number]

/** A day that stands in a contract, with its mark. */
export interface ContractDay {
  id: string
  siteId: string
  siteName: string
  day: Temporal.PlainDate
  contractVersion: number
  mark: Mark | null
  markNumber: number
  minutes: number | null
  creditedDays: number
  standing: Standing
  /** Another day was put in its place. */
  rescheduled: boolean
}

/** Every day that stands in the contract of an enrolment, in order of the days. */
export async function contractDays(tx: RoomTx<'work'>, enrolmentId: string): Promise<ContractDay[]> {
  const rows = await tx
    .selectFrom('work.v_contract_day as d')
    .innerJoin('work.site as s', (join) =>
      join.onRef('s.agency_id', '=', 'd.agency_id').onRef('s.id', '=', 'd.site_id'),
    )
    .selectAll('d')
    .select('s.name as site_name')
    .where('d.enrolment_id', '=', enrolmentId)
    .orderBy('d.day')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    siteId: row.site_id,
    siteName: row.site_name,
    day: row.day,
    contractVersion: row.contract_version!,
    mark: row.mark as Mark | null,
    markNumber: row.mark_number ?? 0,
    minutes: row.minutes,
    creditedDays: row.credited_days ?? 0,
    standing: row.standing as Standing,
    rescheduled: row.rescheduled_in !== null,
  }))
}

/** Where a contract stands against the adjusted sentence on a day. */
export interface ContractStanding {
  /** Days still to be worked: the adjusted sentence less what is credited. */
  owed: number
  credited: number
  /** Days that have come (today included) and that nobody has reported: they stay as they are. */
  waiting: readonly ContractDay[]
  /** Days still to come. */
  ahead: readonly ContractDay[]
  /** Lost days in whose place no other was put. */
  lost: readonly ContractDay[]
  /** Those of the lost days, earliest first, in whose place the next version puts others. */
  toReschedule: readonly ContractDay[]
  /** Days still to be put into the contract; below zero: days to be taken out. */
  short: number
}

/** Sorts the days of a contract by how they stand on a day. */
export function standingOn(
  days: readonly ContractDay[],
  adjustedDays: number,
  today: Temporal.PlainDate,
): ContractStanding {
  const credited = days.reduce((sum, day) => sum + day.creditedDays, 0)
  const open = days.filter((day) => day.standing === 'open')
  const hasCome = (day: ContractDay) => Temporal.PlainDate.compare(day.day, today) <= 0
  const owed = Math.max(0, adjustedDays - credited)
  const short = owed - open.length
  const lost = days.filter((day) => isLost(day.standing) && !day.rescheduled)
  return {
    owed,
    credited,
    waiting: open.filter(hasCome),
    ahead: open.filter((day) => !hasCome(day)),
    lost,
    // A sentence that was shortened may need no day in place of a lost one.
    toReschedule: lost.slice(0, Math.max(0, short)),
    short,
  }
}

const isLost = (standing: Standing): boolean =>
  standing === 'incomplete' || standing === 'missed' || standing === 'stood-down'

/** Why a contract is made: the first, a change, or re-scheduling of lost days (WAP-P5.2). */
export const purposes = ['first', 'change', 're-schedule-valid', 're-schedule-not-valid'] as const
/** One of {@link purposes}. */
export type Purpose = (typeof purposes)[number]

/**
 * Why the next version of a contract would be made. Lost days are re-scheduled as at the first interview when
 * each of them was verified as valid or the site's own doing; any other makes the days suit the program.
 */
export function purposeOf(version: number, standing: ContractStanding): Purpose {
  if (version === 0) return 'first'
  if (standing.toReschedule.length === 0) return 'change'
  const valid = standing.toReschedule.every(
    (day) => day.mark === 'absent-excused' || day.standing === 'stood-down',
  )
  return valid ? 're-schedule-valid' : 're-schedule-not-valid'
}
