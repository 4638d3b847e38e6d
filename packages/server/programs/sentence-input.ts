import type { Arrival, CommitmentTerm, Length, SentenceInput } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import { type GoodTimeOnRecord, goodTimeEvents } from './good-time/sentence-events.ts'

/** What of a stored commitment the sentence is computed from. */
export interface CommitmentRow {
  id: string
  docket: string
  receivedOn: Temporal.PlainDate
  sentencedOn: Temporal.PlainDate | null
  /** null: nobody has looked, and it is counted as a sentence of its own. */
  isModification: boolean | null
  modifies: string | null
  years: number | null
  months: number | null
  days: number | null
  creditDays: number | null
  /** Good time granted, in days (SCC-2.D); null: none, or as the commitment it modifies has it. */
  goodTimeDays: number | null
  startsOn: Temporal.PlainDate | null
  relation: string
  consecutiveTo: readonly string[]
  /** The person was active in a program on the day of receipt, and the booking was not made on it. */
  receivedWhileActive: boolean
}

/** Credit for a day of work (WAP-CRED.1). */
export interface CreditedDay {
  day: Temporal.PlainDate
  credited: number
}

/** Everything the sentence of an enrolment is computed from; nothing else is read. */
export interface SentenceSituation {
  commitments: readonly CommitmentRow[]
  /** The day the person was booked; null before that. */
  bookedOn: Temporal.PlainDate | null
  credited: readonly CreditedDay[]
  /** What was lost of good time; null where the program knows none, and then none is counted (WAP-GT.1). */
  goodTime: GoodTimeOnRecord | null
  asOf: Temporal.PlainDate
}

/**
 * Puts the commitments of an enrolment as the law engine takes them. One that came once the person was booked
 * is "received while active" (WAP-SENT.6), with the days of work credited before that day; a modification
 * stands in the place of what it modifies (WAP-P1.3). A day of sentencing nobody typed in is read as the day of
 * receipt: it decides nothing but whether the dates contradict each other. Good time that was granted, and what of
 * it was lost, is put in where the program knows good time (SCC-2.D).
 */
export function sentenceInput(situation: SentenceSituation): SentenceInput {
  const events = situation.goodTime ? goodTimeEvents(situation.goodTime) : []
  return {
    commitments: situation.commitments.map((row) => termOf(row, situation)),
    daysServed: sum(situation.credited),
    asOf: situation.asOf.toString(),
    ...(events.length > 0 ? { events } : {}),
  }
}

function termOf(row: CommitmentRow, situation: SentenceSituation): CommitmentTerm {
  const sentenced = row.sentencedOn ?? row.receivedOn
  return {
    id: row.id,
    docket: row.docket,
    sentencedOn: sentenced.toString(),
    startsOn: row.startsOn?.toString() ?? null,
    length: lengthOf(row),
    creditDays: row.creditDays ?? 0,
    relation: relationOf(row.relation),
    ...(row.relation === 'consecutive' ? { consecutiveTo: row.consecutiveTo } : {}),
    arrival: arrivalOf(row, situation),
    ...(situation.goodTime && row.goodTimeDays !== null ? { goodTimeDays: row.goodTimeDays } : {}),
  }
}

/** null: the paper states no length at all, which is asked from the court. */
function lengthOf({ years, months, days }: CommitmentRow): Length | null {
  if (years === null && months === null && days === null) return null
  return {
    ...(years === null ? {} : { years }),
    ...(months === null ? {} : { months }),
    ...(days === null ? {} : { days }),
  }
}

function relationOf(stored: string): CommitmentTerm['relation'] {
  return stored === 'concurrent' || stored === 'consecutive' ? stored : 'unstated'
}

function arrivalOf(row: CommitmentRow, { bookedOn, credited }: SentenceSituation): Arrival {
  const on = row.receivedOn
  // What is not stated is asked for, never taken for a sentence of its own beside the one it modifies.
  if (row.isModification) return { kind: 'modification', of: row.modifies ?? 'not stated', on: on.toString() }
  // Received in an earlier time in a program, it is an ordinary commitment of this one.
  if (!row.receivedWhileActive || bookedOn === null || before(on, bookedOn)) return { kind: 'booking' }
  // The day of receipt is the first day of the new sentence, so a day worked then counts for both.
  const daysServed = sum(credited.filter(({ day }) => before(day, on)))
  return { kind: 'received-while-active', on: on.toString(), daysServed }
}

const before = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  one.toString() < other.toString()

const sum = (days: readonly CreditedDay[]): number => days.reduce((total, day) => total + day.credited, 0)
