import { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'

/** A person in the lounge, or just called from there. */
export interface LoungeEntry {
  appointmentId: string
  enrolmentId: string
  givenNames: string
  familyName: string
  startsAt: Temporal.Instant
  arrivedAt: Temporal.Instant
  calledAt: Temporal.Instant | null
}

/** Minutes for which a name that was called stays on the lounge's screen. */
export const calledShownMinutes = 10

/** Who was called just now, the latest first: after a while they have come, and the screen is for the others. */
export function calledJustNow<E extends Pick<LoungeEntry, 'calledAt'>>(
  entries: readonly E[],
  now: Temporal.Instant,
): (E & { calledAt: Temporal.Instant })[] {
  const since = now.subtract({ minutes: calledShownMinutes })
  return entries
    .flatMap((entry) => (entry.calledAt ? [{ ...entry, calledAt: entry.calledAt }] : []))
    .filter(({ calledAt }) => Temporal.Instant.compare(calledAt, since) > 0)
    .sort((one, other) => Temporal.Instant.compare(other.calledAt, one.calledAt))
}

/** Everybody who is checked in on a day and whose interview is not over, in no order yet. */
export async function readLounge(tx: RoomTx<'intake'>, day: Temporal.PlainDate): Promise<LoungeEntry[]> {
  const rows = await tx
    .selectFrom('intake.appointment as a')
    .innerJoin('programs.v_enrolment as e', 'e.id', 'a.enrolment_id')
    .innerJoin('people.v_person as p', 'p.id', 'e.person_id')
    .select(['a.id', 'a.enrolment_id', 'a.starts_at', 'a.arrived_at', 'a.called_at'])
    .select(['p.given_names', 'p.family_name'])
    .where('a.on_day', '=', day)
    .where('a.arrived_at', 'is not', null)
    .where('a.ended_at', 'is', null)
    .execute()
  return rows.map((row) => ({
    appointmentId: row.id,
    enrolmentId: row.enrolment_id,
    givenNames: row.given_names!,
    familyName: row.family_name!,
    startsAt: row.starts_at,
    arrivedAt: row.arrived_at!,
    calledAt: row.called_at,
  }))
}

/**
 * Who waits, in the order in which they are seen: generally in the order of appointment times (WAP-BOOK.1), and
 * of one time, who came first.
 */
export function waitingInOrder<
  E extends Pick<LoungeEntry, 'startsAt' | 'arrivedAt' | 'calledAt' | 'appointmentId'>,
>(entries: readonly E[]): E[] {
  return entries
    .filter((entry) => entry.calledAt === null)
    .sort(
      (one, other) =>
        Temporal.Instant.compare(one.startsAt, other.startsAt) ||
        Temporal.Instant.compare(one.arrivedAt, other.arrivedAt) ||
        one.appointmentId.localeCompare(other.appointmentId),
    )
}

/**
 * What a screen in the lounge may show of a name: the first given name and the initial of the family name.
 * @example loungeName({ givenNames: 'María José', familyName: 'García' }) // => 'María G.'
 */
export function loungeName(person: { givenNames: string; familyName: string }): string {
  const [first = ''] = person.givenNames.trim().split(/\s+/)
  // By code point, so that an initial of any script stays whole.
  const initial = [...person.familyName.trim()][0]
  return [first, initial && `${initial.toLocaleUpperCase()}.`].filter(Boolean).join(' ')
}
