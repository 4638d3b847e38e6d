import { Refusal } from '../refusal.ts'
import { type RawRecord, type ReadTrack, take } from './record.ts'
import { elementsOf } from './xml.ts'

const points = ['trkpt', 'wpt', 'rtept']

/** Elements of a point and of its extensions, by local name. `hdop` is no accuracy in metres and is not read. */
const fields: Record<string, keyof RawRecord> = {
  time: 'time',
  accuracy: 'accuracy',
  acc: 'accuracy',
  speed: 'speed',
  course: 'course',
  bearing: 'course',
  battery: 'battery',
  received: 'received',
}

/**
 * A track in GPX 1.0 or 1.1: the points of tracks; of routes and waypoints those that have a time. GPX says that times
 * are in UTC: one without an offset is taken so.
 *
 * @throws Refusal when it is no GPX
 */
export function readGpx(text: string, file: string): ReadTrack {
  const track: ReadTrack = { records: [], complaints: [] }
  let point: { line: number; raw: RawRecord; track: boolean } | null = null
  let root = false
  for (const element of elementsOf(text)) {
    if (element.name === 'gpx') root = true
    const field = fields[element.name]
    if (points.includes(element.name) && element.kind === 'begins') {
      point = { line: element.line, raw: attributesOf(element.attributes), track: element.name === 'trkpt' }
    } else if (points.includes(element.name) && point) {
      // A waypoint without time is a place, not a moment.
      if (point.track || point.raw.time !== undefined) take(track, point.line, point.raw)
      point = null
    } else if (point && field && element.kind === 'ends') {
      point.raw[field] = field === 'time' ? inUtc(element.text) : element.text
    }
  }
  if (!root) throw new Refusal(file, 'It is no GPX: there is no element "gpx".', 'Give a track in GPX.')
  if (point) track.complaints.push({ line: point.line, what: 'the file ends within this point', kept: false })
  return track
}

const attributesOf = (attributes: Record<string, string>): RawRecord => ({
  lat: attributes.lat ?? 'absent',
  lon: attributes.lon ?? 'absent',
})

function inUtc(text: string): string {
  const time = text.trim()
  return /T[\d:.]+$/.test(time) ? `${time}Z` : time
}
