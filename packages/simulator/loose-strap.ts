import type { DeviceInput, Fix } from '@inlieu/watch'
import { amount } from './parameters.ts'
import type { Random } from './random.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE

/**
 * Straps that open and close again by themselves within minutes (field 3: ignored before a murder). The opening is told by
 * every message meanwhile and the closing by the first one after it.
 *
 * @returns the messages, and when straps opened of which at least one message tells
 */
export function loosened(
  messages: readonly (Fix | DeviceInput)[],
  random: Random,
  from: number,
  to: number,
): { messages: (Fix | DeviceInput)[]; opened: number[] } {
  const told = messages.slice()
  const opened: number[] = []
  for (let at = from; ; ) {
    at += random.exponential(DAY / amount('strapLoose'))
    if (at >= to) return { messages: told, opened }
    const closes = at + random.between(1, amount('strapLooseMinutes')) * MINUTE
    const first = told.findIndex((one) => one.at >= at)
    let last = first
    // A strap that was cut is not closed any more.
    while (last >= 0 && last < told.length && told[last]!.at < closes && !told[last]!.strap) last += 1
    if (last <= first || told[last]?.strap) continue
    for (let place = first; place < last; place++) told[place] = { ...told[place]!, strap: true }
    if (last < told.length) told[last] = { ...told[last]!, strap: false }
    opened.push(told[first]!.at)
    at = closes
  }
}
