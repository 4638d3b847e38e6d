import { z } from 'zod'
import { id, text } from '../../platform/schemas.ts'

/** Why somebody may look at where people are. An alarm is its own purpose: it is never chosen, only worked on. */
export const purposes = [
  'alarm',
  /** Supervision of the people one is responsible for (EMP-0.10, EMP-1.1). */
  'supervision',
  /** On the way to a person, or to find one (EMP-4.2b, EMP-5.2). */
  'field',
  /** A unit that does not do what it should. */
  'equipment',
  /** The person asked: a leave, a challenge, a question about the own record. */
  'participant',
  /** Somebody's safety. */
  'welfare',
  /** A court, or a report to one. */
  'court',
  /** How the work is done: supervision of staff, audit, training. */
  'review',
  'other',
] as const
export type Purpose = (typeof purposes)[number]

/** The purposes that need a line of what it is about: without it nobody could judge them later. */
const toldMore: readonly Purpose[] = ['participant', 'welfare', 'court', 'review', 'other']

/** Whether the purpose asks for a line of free text. */
export const asksWhy = (purpose: Purpose): boolean => toldMore.includes(purpose)

/** What was looked at. */
export const scopes = ['map', 'moment', 'person', 'day', 'alarm', 'what-if', 'export', 'message'] as const
export type Scope = (typeof scopes)[number]

/** What a page says of a sitting: its purpose, asked once, and which looks belong to it. */
export const sittingBody = z
  .strictObject({
    /** Made by the page when it asks for the purpose. */
    sitting: id,
    purpose: z.enum(purposes).exclude(['alarm']),
    why: text(300, false).default(''),
  })
  .refine(({ purpose, why }) => why !== '' || !asksWhy(purpose), {
    path: ['why'],
    message: 'Say in a line what it is about: a docket, a request, a name.',
  })

export type Sitting = z.output<typeof sittingBody>

/** A look from an alarm: the alarm is the purpose, nothing else is asked (monitoring rule 8). */
const alarmLooking = z.strictObject({ sitting: id, purpose: z.literal('alarm'), alarmId: id })

/** Why somebody's day is looked at: for a purpose that was chosen, or for an alarm about that person. */
export const dayLooking = z.union([alarmLooking, sittingBody])

export type DayLooking = z.output<typeof dayLooking>
