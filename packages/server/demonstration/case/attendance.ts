import type { Temporal } from 'temporal-polyfill'
import type { Case, Staff } from './staff.ts'

/** How a day went, where it did not go as the contract says. */
export type DayMark =
  | { mark: 'worked' | 'sent-home'; minutes: number }
  | { mark: 'absent' | 'absent-unexcused' | 'stood-down' }
  | { mark: 'absent-excused'; excuse: 'sick' | 'death-in-family' | 'other'; verification: string }

/** A line of a roster: one person on one day. */
export interface RosterLine {
  enrolmentId: string
  contractDayId: string
  day: string
  version: number
  mark: string | null
}

interface RosterPage {
  site: { dayMinutes: number }
  people: { enrolmentId: string; days: Omit<RosterLine, 'enrolmentId'>[] }[]
}

interface ListedRoster {
  siteId: string
  week: string
  sentOn: string | null
  returnedOn: string | null
}

const plainDay = (minutes: number): DayMark => ({ mark: 'worked', minutes })

/** The rosters of the weeks from one day to another that have not come back, in the order of weeks and sites. */
export async function openRosters(
  { clerk }: Pick<Staff, 'clerk'>,
  from: Temporal.PlainDate,
  lastDay: Temporal.PlainDate,
): Promise<ListedRoster[]> {
  const { rosters } = await clerk.get<{ rosters: ListedRoster[] }>(
    `/api/work-release/rosters?from=${from}&lastDay=${lastDay}`,
  )
  return rosters.filter((roster) => roster.returnedOn === null)
}

/** Records that a week's roster went to its site. */
export async function sendRoster(
  { clerk }: Pick<Staff, 'clerk'>,
  { siteId, week }: { siteId: string; week: string },
  onDay: Temporal.PlainDate,
): Promise<void> {
  await clerk.post(`/api/work-release/rosters/${siteId}/${week}/sent`, {
    onDay: onDay.toString(),
    how: 'email',
  })
}

/**
 * Enters a roster that came back: everybody worked a full day, but for what is told.
 * @param told how a day went; undefined: as the contract says
 */
export async function returnRoster(
  { clerk }: Pick<Staff, 'clerk'>,
  { siteId, week }: { siteId: string; week: string },
  onDay: Temporal.PlainDate,
  told: (line: RosterLine) => DayMark | undefined = () => undefined,
): Promise<void> {
  const roster = await clerk.get<RosterPage>(`/api/work-release/rosters/${siteId}/${week}`)
  const lines = roster.people.flatMap(({ enrolmentId, days }) => days.map((day) => ({ ...day, enrolmentId })))
  const marks = lines
    .filter((line) => line.mark === null)
    .map((line) => ({
      contractDayId: line.contractDayId,
      version: line.version,
      ...(told(line) ?? plainDay(roster.site.dayMinutes)),
    }))
  await clerk.post(`/api/work-release/rosters/${siteId}/${week}/returned`, {
    onDay: onDay.toString(),
    how: 'by-hand',
    marks,
  })
}

/** Completes the enrolment: every day is reported and as many are credited as are owed (WAP-P6.4). */
export async function complete({ clerk }: Pick<Staff, 'clerk'>, one: Case): Promise<void> {
  await clerk.post(`/api/programs/enrolments/${one.enrolmentId}/complete`, { note: '' })
}
