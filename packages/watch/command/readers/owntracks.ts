import { type RawRecord, type ReadTrack, take } from './record.ts'
import { numberOf } from './values.ts'

/**
 * A recorder file of OwnTracks (`.rec`): on each line when it came, a kind, and the message as JSON, parted by tabs.
 * Messages alone, one a line, are read too. Positions and transitions count; cards, waypoints and other messages that tell
 * no position are passed over. See https://owntracks.org/booklet/tech/json/
 */
export function readOwnTracks(text: string): ReadTrack {
  const track: ReadTrack = { records: [], complaints: [] }
  for (const [place, whole] of text.split('\n').entries()) {
    if (whole.trim() === '') continue
    const line = place + 1
    const begins = whole.indexOf('{')
    const message = begins === -1 ? null : parsed(whole.slice(begins))
    if (message === null) {
      track.complaints.push({ line, what: 'there is no message in JSON on this line', kept: false })
      continue
    }
    if (message._type === 'encrypted') {
      track.complaints.push({ line, what: 'the message is encrypted', kept: false })
    } else if (message._type === 'location' || message._type === 'transition') {
      take(track, line, rawOf(message, whole.slice(0, begins).split('\t')[0]!.trim()))
    } else if (typeof message._type !== 'string') {
      track.complaints.push({ line, what: 'the message has no _type', kept: false })
    }
  }
  return track
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Speed is in km/h there, battery in hundredths; 2 and 3 are charging and full. */
function rawOf(message: Record<string, unknown>, came: string): RawRecord {
  const speed = numberOf(message.vel)
  const battery = numberOf(message.batt)
  return {
    time: message.tst,
    received: came,
    lat: message.lat ?? 'absent',
    lon: message.lon ?? 'absent',
    accuracy: message.acc,
    speed: speed === null ? message.vel : speed / 3.6,
    course: message.cog,
    battery: battery === null ? message.batt : battery / 100,
    charging: message.bs === 1 ? false : message.bs === 2 || message.bs === 3 ? true : undefined,
  }
}
