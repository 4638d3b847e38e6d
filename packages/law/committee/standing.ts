import type { Rank } from '../authority/types.ts'
import { dateOf, dayOf, holdsOn } from '../days.ts'
import { deadline } from '../deadlines/due.ts'
import { because } from '../pack.ts'
import type { Day, Pack, Reason } from '../pack.types.ts'
import { checkParameters, numberOrUnset } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { committeeSchema } from './schema.ts'
import type { CommitteeInput, CommitteeMember, CommitteeStanding, Seat, SeatName } from './types.ts'

/** ARS-H.1: seven seats, each with who selects its members. */
const SEATS: readonly { readonly seat: SeatName; readonly selectedBy: Rank; readonly wanted: number }[] = [
  { seat: 'sheriff-designee', selectedBy: 'sheriff', wanted: 2 },
  { seat: 'county-attorney', selectedBy: 'county-attorney', wanted: 1 },
  { seat: 'local-police', selectedBy: 'police-chief', wanted: 1 },
  { seat: 'private-sector', selectedBy: 'board', wanted: 3 },
]

/**
 * How the community restitution work committee stands on a day: seats filled and vacant, its chair, and when
 * it must meet again, no less than once every three months from the last meeting (ARS-H.1, H.2). It warns
 * before the three months pass. Where the office set for how long a member sits (own), a seat is vacant from the day
 * the term is over, and who sat there is named.
 *
 * Throws `LawInputError` for an input that does not fit, compensation of a member among it (ARS-H.3), or a
 * pack without a committee.
 *
 * @example
 * const home = pack('arizona/home-detention')
 * const on = (day) => committeeStanding(home, resolveParameters(home, [], day), { members: [], lastMeetingOn: '2026-01-15' }, day)
 * on('2026-03-31').meeting.state // => 'not-yet'
 * on('2026-04-01').meeting.state // => 'soon'
 * on('2026-04-16').meeting.state // => 'late'
 * const member = { id: 'm1', seat: 'county-attorney', chair: false, from: '2024-03-02', until: null }
 * const term = { name: 'committeeTermMonths', value: 24, from: '2024-01-01', authority: 'Board', resolution: '1' }
 * const sat = (day) => committeeStanding(home, resolveParameters(home, [term], day), { members: [member], lastMeetingOn: day }, day)
 * [sat('2026-03-01'), sat('2026-03-02')].map((s) => s.seats[1].members) // => [['m1'], []]
 * on('2026-04-16').seats.find((s) => s.seat === 'private-sector').wanted // => 3
 */
export function committeeStanding(
  pack: Pack,
  parameters: Parameters,
  input: CommitteeInput,
  on: Day,
): CommitteeStanding {
  checkParameters(pack, parameters, on)
  accept('committee', committeeSchema, input)
  const chosen = input.members.filter((m) => holdsOn(on, m.from, m.until))
  const months = numberOrUnset(parameters, 'committeeTermMonths')
  const over = chosen.filter((m) => months !== null && termEnd(m, months) <= on)
  const sitting = chosen.filter((m) => !over.includes(m))
  const seats = SEATS.map(
    (s): Seat => ({ ...s, members: sitting.filter((m) => m.seat === s.seat).map((m) => m.id) }),
  )
  const wrong = [...seats.flatMap((seat) => seatReasons(pack, seat)), ...chairReasons(pack, sitting)]
  const meeting =
    input.lastMeetingOn === null ? null : deadline(pack, parameters, 'committee-meeting', input.lastMeetingOn)
  return {
    complete: wrong.length === 0,
    seats,
    chair: sitting.find((m) => m.chair)?.id ?? null,
    meeting,
    reasons: [
      ...(wrong.length === 0 ? [because(pack, 'committee.complete')] : wrong),
      ...over.map(({ id, from }) =>
        because(pack, 'committee.term-over', { member: id, from, months: months ?? 0 }),
      ),
      ...meetingReasons(pack, meeting),
    ],
    on,
  }
}

/** First day after the term: the same day of the month, or its last. */
const termEnd = ({ from }: CommitteeMember, months: number): Day => dayOf(dateOf(from).add({ months }))

function seatReasons(pack: Pack, { seat, wanted, members }: Seat): readonly Reason[] {
  const values = { seat: `committee.seat.${seat}`, wanted, filled: members.length }
  if (members.length < wanted) return [because(pack, 'committee.vacant', values)]
  return members.length > wanted ? [because(pack, 'committee.too-many', values)] : []
}

/** A sheriff's designee is chairman. */
function chairReasons(pack: Pack, sitting: readonly CommitteeMember[]): readonly Reason[] {
  const chairs = sitting.filter((m) => m.chair)
  if (chairs.length > 1) return [because(pack, 'committee.two-chairs')]
  const [chair] = chairs
  if (chair === undefined) return [because(pack, 'committee.no-chair')]
  return chair.seat === 'sheriff-designee' ? [] : [because(pack, 'committee.chair-not-designee')]
}

function meetingReasons(pack: Pack, meeting: CommitteeStanding['meeting']): readonly Reason[] {
  if (meeting === null) return [because(pack, 'committee.never-met')]
  const values = { by: meeting.dueOn ?? '' }
  if (meeting.state === 'late') return [because(pack, 'committee.late', values)]
  if (meeting.state === 'soon' || meeting.state === 'due') return [because(pack, 'committee.soon', values)]
  return [because(pack, 'committee.meet-by', values)]
}
