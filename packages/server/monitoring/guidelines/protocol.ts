import { z } from 'zod'
import { text } from '../../platform/schemas.ts'

/** By which way a step reaches somebody; `dispatch` sends an officer, `note` asks for something to be written. */
export const stepChannels = [
  'device',
  'call-participant',
  'call-on-call',
  'email',
  'text',
  'dispatch',
  'note',
] as const
export type StepChannel = (typeof stepChannels)[number]

/** Minutes after the alarm was opened; at most a week. */
const minutes = z
  .int('Give whole minutes.')
  .min(1, 'At least one minute.')
  .max(10_080, 'At most 10,080 minutes (a week).')

export const protocolStep = z.strictObject({
  /** Names the step in the records of an alarm, so it stays when the text is improved. */
  code: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'Small letters, digits and hyphens, beginning with a letter.'),
  /** In English; in Spanish where somebody has written it: a page shows its reader's language. */
  text: text(300),
  textEs: text(300, false).optional(),
  channel: z.enum(stepChannels),
  minutes,
})
export type ProtocolStep = z.output<typeof protocolStep>

/** Who is asked when a time runs out, in this order. */
const escalate = z
  .array(z.enum(['on-call', 'supervisor']))
  .max(2)
  .refine((list) => new Set(list).size === list.length, 'Name each once.')

/** What an operator does about an alarm, in which order and in what time (monitoring rule 5, EMP-7.3, EMP-8.4). */
export const protocol = z
  .strictObject({
    severity: z.enum(['critical', 'high', 'medium', 'low', 'note']),
    /** Minutes after the alarm was opened until somebody has acknowledged it, told the agency, and resolved it. */
    minutes: z.strictObject({ acknowledge: minutes, notify: minutes, resolve: minutes }),
    steps: z.array(protocolStep).max(20, 'At most 20 steps.'),
    escalate,
  })
  .check(({ value, issues }) => {
    const { acknowledge, notify, resolve } = value.minutes
    if (notify < acknowledge)
      issues.push({
        code: 'custom',
        input: notify,
        path: ['minutes', 'notify'],
        message: 'The time to notify is not before the time to acknowledge.',
      })
    if (resolve < notify)
      issues.push({
        code: 'custom',
        input: resolve,
        path: ['minutes', 'resolve'],
        message: 'The time to resolve is not before the time to notify.',
      })
    const seen = new Set<string>()
    value.steps.forEach((step, place) => {
      if (seen.has(step.code))
        issues.push({
          code: 'custom',
          input: step.code,
          path: ['steps', place, 'code'],
          message: 'Another step has this code.',
        })
      seen.add(step.code)
    })
  })
export type Protocol = z.output<typeof protocol>
