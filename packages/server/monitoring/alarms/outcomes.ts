import { z } from 'zod'
import { text } from '../../platform/schemas.ts'
import type { StepChannel } from '../guidelines/protocol.ts'

/** What a unit can be told to do for its wearer. */
export const signals = ['vibrate', 'light', 'tone', 'locate'] as const

/** How a call ended. */
export const callOutcomes = ['reached', 'no-answer', 'wrong-number'] as const

/** What an operator did for a step of the protocol. */
export const deed = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('signal'), signal: z.enum(signals), note: text(2000, false).default('') }),
  z.strictObject({
    as: z.literal('call'),
    phone: text(40, false).default(''),
    outcome: z.enum(callOutcomes),
    note: text(2000, false).default(''),
  }),
  z.strictObject({ as: z.literal('message'), to: text(320), text: text(2000) }),
  z.strictObject({ as: z.literal('dispatch'), where: text(300), note: text(2000, false).default('') }),
  z.strictObject({ as: z.literal('note'), note: text(2000) }),
  /** Left out, with the reason. */
  z.strictObject({ as: z.literal('skip'), note: text(500) }),
])
export type Deed = z.output<typeof deed>

/** What became of a deed; `asked` and `queued` say no more than that a message waits to be sent, a signal to be said. */
export const outcomes = [
  'queued',
  'reached',
  'no-answer',
  'wrong-number',
  'asked',
  'no-channel',
  'refused',
  'sent-out',
  'written',
  'left-out',
  'drill',
] as const
export type Outcome = (typeof outcomes)[number]

/** What became of a deed, and what is kept of it besides the note. */
export interface Done {
  outcome: Outcome
  about: Record<string, string | null>
}

// An e-mail or a text message that has no channel is called instead.
const waysOf: Readonly<Record<StepChannel, readonly Deed['as'][]>> = {
  device: ['signal', 'skip'],
  'call-participant': ['call', 'skip'],
  'call-on-call': ['call', 'skip'],
  email: ['message', 'call', 'skip'],
  text: ['message', 'call', 'skip'],
  dispatch: ['dispatch', 'skip'],
  note: ['note', 'skip'],
}

/** Whether a step of this kind can be done this way. */
export const canBeDoneAs = (channel: StepChannel, as: Deed['as']): boolean => waysOf[channel].includes(as)

const undone: readonly Outcome[] = ['queued', 'no-answer', 'wrong-number', 'no-channel', 'refused']

/**
 * Whether the step stands as done: a call that nobody answered and a message that cannot leave do not, and a signal
 * not before it was said to the unit.
 */
export const isDone = (outcome: Outcome): boolean => !undone.includes(outcome)

/** What became of a deed as it is known by now: of a message, what became of the message. */
export function outcomeNow(outcome: Outcome, messageState: string | null): Outcome {
  if (messageState === null) return outcome
  return messageState === 'no-channel' || messageState === 'refused' ? messageState : 'asked'
}

/** Whether an alarm can be closed without a reason for the step: who asked the unit did what could be done. */
export const needsNoReason = (outcome: Outcome): boolean => outcome === 'queued' || isDone(outcome)
