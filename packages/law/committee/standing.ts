import type { Rank } from '../authority/types.ts'
import { holdsOn } from '../days.ts'
import { deadline } from '../deadlines/due.ts'
import { because } from '../pack.ts'
import type { Day, Pack, Reason } from '../pack.types.ts'
import { checkParameters } from '../parameters.ts'
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
 * before the three months pass.
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
  const sitting = input.members.filter((m) => holdsOn(on, m.from, m.until))
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
      ...meetingReasons(pack, meeting),
    ],
    on,
  }
}

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
