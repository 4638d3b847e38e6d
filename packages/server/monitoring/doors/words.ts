import type { SignalRecord } from '../path/reading.ts'

// What the protocols say in words, as the watch's events and flags (facts: public decoders of Traccar).

/** A word about the wearer or the unit: a flag of the fix that carries it, or an event of its own. */
type Meaning = { flag: 'strap' | 'case' } | { event: SignalRecord['event'] }

const meanings: Readonly<Record<string, Meaning>> = {
  // Off the body: the strap is open or cut. `unlock` is what Megastek's belt says.
  removing: { flag: 'strap' },
  unlock: { flag: 'strap' },
  tampering: { flag: 'case' },
  sos: { event: 'sos' },
  fallDown: { event: 'fall' },
  jamming: { event: 'jamming' },
  gpsAntennaCut: { event: 'antenna-cut' },
  lowBattery: { event: 'battery-low' },
  lowPower: { event: 'battery-low' },
  powerOff: { event: 'shut-down' },
  powerCut: { event: 'unplugged' },
  powerRestored: { event: 'charging' },
}

/** What the words of an alarm mean; a message may carry several, parted by commas. What none means is in `other`. */
export function meaningOf(alarm: string): {
  strap: boolean
  case: boolean
  events: SignalRecord['event'][]
  other: string[]
} {
  const found = { strap: false, case: false, events: [] as SignalRecord['event'][], other: [] as string[] }
  for (const word of alarm.split(',').map((part) => part.trim())) {
    if (word === '') continue
    const meaning = Object.hasOwn(meanings, word) ? meanings[word] : undefined
    if (!meaning) found.other.push(word)
    else if ('flag' in meaning) found[meaning.flag] = true
    else if (!found.events.includes(meaning.event)) found.events.push(meaning.event)
  }
  return found
}
