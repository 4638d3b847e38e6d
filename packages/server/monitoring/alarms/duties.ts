import type { Temporal } from 'temporal-polyfill'
import type { Protocol, StepChannel } from '../guidelines/protocol.ts'

export const dutyKinds = ['acknowledge', 'notify', 'resolve'] as const
export type DutyKind = (typeof dutyKinds)[number]

/** Ways by which the agency is told: a step of one of these, done, is what the duty to notify asks for. */
export const notifyingChannels: readonly StepChannel[] = ['call-on-call', 'email', 'text', 'dispatch']

export interface DueDuty {
  kind: DutyKind
  dueAt: Temporal.Instant
}

/**
 * What an alarm obliges to from `from` on (monitoring rule 5, EMP-8.4). There is no duty to notify where the
 * protocol has no step by which anybody is told.
 */
export function dutiesOf(protocol: Protocol, from: Temporal.Instant): DueDuty[] {
  const notifies = protocol.steps.some((step) => notifyingChannels.includes(step.channel))
  return dutyKinds
    .filter((kind) => kind !== 'notify' || notifies)
    .map((kind) => ({ kind, dueAt: from.add({ minutes: protocol.minutes[kind] }) }))
}
