import type { Happening, Kind } from '@inlieu/watch'
import type { Temporal } from 'temporal-polyfill'
import type { ProtocolInForce } from '../guidelines/in-force.ts'
import type { Known, Link } from './known.ts'
import type { AlarmSeverity } from './severity.ts'

/** What an alarm is about: a person, or a unit that nobody wears, or neither (a carrier). */
export interface About {
  personId: string | null
  unitId: string | null
}

export interface PlannedAlarm extends About {
  id: string
  incident: string
  kind: string
  zone: string | null
  severity: AlarmSeverity
  at: Temporal.Instant
  place: { lat: number; lon: number } | null
  why: string
  after: string | null
}

export interface PlannedStep {
  alarmId: string
  kind: 'opened' | 'folded' | 'raised' | 'lowered' | 'withdrawn' | 'supported' | 'ended' | 'joined'
  code: string
  key: string
  note: string
  about: Record<string, string | number | boolean | null>
}

export interface PlannedDuty {
  alarmId: string
  kind: string
  dueAt: Temporal.Instant
}

/** What is to be written, in this order. Nothing in it changes a row that the office writes. */
export interface Plan {
  alarms: PlannedAlarm[]
  /** By alarm: what it is worked by from now on. */
  protocols: Map<string, { alarmId: string; kind: string; inForce: ProtocolInForce }>
  /** New ones and changed ones: the last word for each key. */
  links: Map<string, Link>
  /** By alarm: how grave it is from now on, where that is otherwise than before. */
  gravities: Map<string, AlarmSeverity>
  steps: PlannedStep[]
  duties: PlannedDuty[]
  opened: Set<string>
  changed: Set<string>
}

/** What a plan is made from, besides the happenings. */
export interface Given {
  known: Known
  aboutOf: (happening: Happening) => About
  protocolOf: (kind: Kind) => ProtocolInForce
  /** Where each person was last known to be. */
  placeOf: ReadonlyMap<string, { lat: number; lon: number }>
  now: Temporal.Instant
  /** By the key of a silence: the incident of the outage that it is part of (field 6). */
  partOf?: ReadonlyMap<string, string>
  /** Keys of silences that are no longer covered by the alarm of an outage: each needs somebody of its own. */
  apart?: ReadonlySet<string>
}
