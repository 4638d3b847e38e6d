import type { Happening, Input, TemplateLibrary } from '@inlieu/watch'
import type { Directory } from './directory.ts'
import type { Followed } from './people.ts'

/** How a unit's clock and battery were last seen; what `monitoring.standing` says. */
export interface UnitSeen {
  agencyId: string
  personId: string | null
  contactAt: number
  /** Milliseconds between measured and received, of the last messages. */
  delays: readonly number[]
  battery: number | null
  charging: boolean | null
}

/** Everything the watch holds in memory. It follows from the record, and is read from it at each start. */
export interface World {
  directory: Directory
  people: Map<string, Followed>
  units: Map<string, UnitSeen>
  /** The units of each person that were heard of. */
  unitsOf: Map<string, Set<string>>
  library: TemplateLibrary
  /** Number of the last commit. */
  batch: number
  /** Number of the last line of news. */
  news: number
  /** What waits to be said, by unit. */
  commands: Map<string, Command[]>
  /** People whose happenings the record refused: what came in is on record, and what it means is still to be said. */
  owed: Map<string, Owed>
  /** Happenings by person that a restart found to follow from the record and not to be in it: said with the next commit. */
  missing: Map<string, readonly Happening[]>
}

/** Inputs of a person that were stepped, and whose outcome could not be written. */
export interface Owed {
  agencyId: string
  inputs: readonly Input[]
}

/** Something that is to be said to a unit at its next message. */
export interface Command {
  id: string
  agencyId: string
  /** Whom it is for; null: the unit while nobody wears it. */
  personId: string | null
  /** The alarm that it was asked for. */
  alarmId: string | null
  kind: string
  /** Worth saying before this, by our clock: epoch milliseconds. */
  until: number
}
