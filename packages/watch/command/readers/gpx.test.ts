import { describe, expect, test } from 'vitest'
import { readTrack } from './index.ts'

const read = (text: string, file = 'day.gpx') => readTrack(new TextEncoder().encode(text), file)
const gpx = (points: string) => `<?xml version="1.0"?>
<!-- <trkpt lat="1" lon="1"><time>2026-11-23T12:00:00Z</time></trkpt> -->
<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>R&amp;D <![CDATA[<trkpt>]]></name><trkseg>
${points}
</trkseg></trk></gpx>`

describe('GPX', () => {
  test('points of a track, their extensions, prefixes, quotes of both kinds', () => {
    const { records, complaints } = read(
      gpx(`<trkpt lat="38.58" lon='-121.49'><ele>12</ele><time>2026-11-23T12:00:00Z</time>
<extensions><x:accuracy>8.5</x:accuracy><x:speed>1.25</x:speed></extensions></trkpt>
<g:trkpt lat="38.59" lon="-121.49"><g:time>2026-11-23T12:01:00</g:time></g:trkpt>`),
    )
    expect(complaints).toEqual([])
    expect(records.map(({ line }) => line)).toEqual([4, 6])
    expect(records[0]?.fix).toMatchObject({ lat: 38.58, lon: -121.49, accuracy: 8.5, speed: 1.25 })
    expect(records[1]?.fix.at).toBe(Date.parse('2026-11-23T12:01:00Z'))
  })

  test('points without a time, without a place, with huge numbers, by line', () => {
    const { records, complaints } = read(
      gpx(`<trkpt lat="1" lon="1"/>
<trkpt lon="1"><time>2026-11-23T12:00:00Z</time></trkpt>
<trkpt lat="9e999" lon="1"><time>2026-11-23T12:00:00Z</time></trkpt>
<trkpt lat="1" lon="1"><time>2026-02-30T12:00:00Z</time></trkpt>`),
    )
    expect(records).toEqual([])
    expect(complaints).toEqual([
      { line: 4, what: 'there is no time', kept: false },
      { line: 5, what: 'lat "absent" is no number', kept: false },
      { line: 6, what: 'lat "9e999" is no number', kept: false },
      { line: 7, what: 'the time "2026-02-30T12:00:00Z" does not exist', kept: false },
    ])
  })

  test('a waypoint without a time is a place and no moment', () => {
    expect(read(gpx('<wpt lat="1" lon="1"><name>school</name></wpt>')).complaints).toEqual([])
  })

  test('a file that ends within a point keeps what came before', () => {
    const { records, complaints } = read(
      '<gpx><trkpt lat="1" lon="1"><time>2026-11-23T12:00:00Z</time></trkpt>\n<trkpt lat="2" lon="2"><time>20',
    )
    expect(records).toHaveLength(1)
    expect(complaints).toEqual([{ line: 2, what: 'the file ends within this point', kept: false }])
  })

  test('what is no GPX is refused; what is empty is empty', () => {
    expect(() => read('<kml></kml>')).toThrow('day.gpx: It is no GPX')
    expect(read(' \n')).toEqual({ records: [], complaints: [] })
  })

  test('entities of its own are not followed', () => {
    const bomb = `<!DOCTYPE gpx [<!ENTITY a "aaaa">]>${gpx('<trkpt lat="1" lon="1"><time>&a;</time></trkpt>')}`
    expect(read(bomb).complaints[0]?.what).toContain('"&a;"')
  })
})
