import type { Rank } from '../authority/types.ts'
import type { Deadline } from '../deadlines/types.ts'
import type { Day, Reason } from '../pack.types.ts'

/** The seats of the community restitution work committee (ARS-H.1). */
export type SeatName = 'sheriff-designee' | 'county-attorney' | 'local-police' | 'private-sector'

/**
 * A member and the days of the seat. There is no field for compensation: members are never paid (ARS-H.3),
 * and an unknown field is refused.
 */
export interface CommitteeMember {
  readonly id: string
  readonly seat: SeatName
  /** Chairs the committee and schedules its meetings. */
  readonly chair: boolean
  readonly from: Day
  /** First day on which the person no longer sits. */
  readonly until: Day | null
}

export interface CommitteeInput {
  readonly members: readonly CommitteeMember[]
  /** null: it has not met yet. */
  readonly lastMeetingOn: Day | null
}

export interface Seat {
  readonly seat: SeatName
  /** Who selects its members. */
  readonly selectedBy: Rank
  readonly wanted: number
  readonly members: readonly string[]
}

/** How the committee stands on a day. */
export interface CommitteeStanding {
  readonly complete: boolean
  readonly seats: readonly Seat[]
  readonly chair: string | null
  /** The next meeting; null when it has never met: then it must meet. */
  readonly meeting: Deadline | null
  readonly reasons: readonly Reason[]
  readonly on: Day
}

/** A vote on a project. */
export interface CommitteeVote {
  /** Ids of members who were there. */
  readonly present: readonly string[]
  readonly inFavor: readonly string[]
}

export interface CommitteeDecision {
  /** `ask`: the quorum is a setting that nobody has set. */
  readonly outcome: 'recommended' | 'not-recommended' | 'no-quorum' | 'ask'
  readonly quorum: number | null
  readonly reasons: readonly Reason[]
}

/** A work project and how far it has come (ARS-G). */
export interface WorkProject {
  /** Public works are operated and supervised by an agency of this state or its counties, cities, towns. */
  readonly kind: 'public-works' | 'community'
  readonly supervisedBy: 'public-agency-of-this-state' | 'community-organization' | 'other'
  readonly recommendedOn: Day | null
  readonly approvedOn: Day | null
}

export interface ProjectCheck {
  /** People may be sent there. */
  readonly open: boolean
  readonly reasons: readonly Reason[]
}
