import type { DeviceInput, Fix, TrackingLevel } from '@inlieu/watch'
import { amount } from './parameters.ts'
import type { TrueSpan } from './truth.ts'

type Message = Fix | DeviceInput

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const within = (spans: readonly TrueSpan[], at: number): boolean =>
  spans.some((span) => span.from <= at && at < span.to)

/** What of a unit's messages comes, and when, by how it is followed (monitoring, tracking levels). */
export interface Sending {
  level: TrackingLevel
  /** The carrier's network was down: what was measured then comes afterwards. */
  outages: readonly TrueSpan[]
  /** Where the person was where they may not be: an on-demand unit knows its zones and sends then. */
  violations: readonly TrueSpan[]
}

/** The messages as they come, in the order in which they come. What has not come by the end is not among them. */
export function sent(messages: readonly Message[], { level, outages, violations }: Sending): Message[] {
  const delayed = messages.map((one) => {
    const outage = outages.find((span) => span.from <= one.received && one.received < span.to)
    return outage ? { ...one, received: outage.to + (one.received - one.at) } : one
  })
  const come =
    level === 'passive'
      ? docked(delayed)
      : level === 'on-demand'
        ? delayed.filter((one) => isAsked(one.at) || within(violations, one.at - MINUTE))
        : delayed
  return come.sort((a, b) => a.received - b.received || a.at - b.at)
}

/** A passive unit keeps what it measured until it stands in its dock, where it charges. */
function docked(messages: readonly Message[]): Message[] {
  const come: Message[] = []
  let next: number | null = null
  for (const one of messages.toSorted((a, b) => a.at - b.at).toReversed()) {
    if (one.charging) next = one.received
    if (next !== null) come.push({ ...one, received: Math.max(one.received, next) })
  }
  return come
}

/** A unit that is asked now and then answers with where it is. */
const isAsked = (at: number): boolean =>
  Math.floor(at / MINUTE) % (amount('askedEvery') * 60) < amount('answersFor')

/** When nothing came for longer than anybody would expect of an active unit. */
export function silences(messages: readonly Message[], from: number, to: number): TrueSpan[] {
  const times = [from, ...messages.map((one) => one.received), to].sort((a, b) => a - b)
  return times
    .slice(1)
    .flatMap((time, i) => (time - times[i]! > HOUR / 4 ? [{ from: times[i]!, to: time }] : []))
}
