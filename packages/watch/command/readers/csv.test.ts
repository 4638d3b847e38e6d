import { describe, expect, test } from 'vitest'
import { readTrack } from './index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (text: string, file = 'day.csv') => readTrack(utf8(text), file)
const NOON = Date.parse('2026-11-23T12:00:00Z')

describe('CSV', () => {
  test('named columns in any order, ISO 8601, seconds, milliseconds', () => {
    const { records, complaints } = read(
      [
        'lon,lat,time,accuracy,speed,course,battery,received,note',
        '-121.49,38.58,2026-11-23T12:00:00Z,10,1.5,90,0.5,2026-11-23T04:00:05-08:00,"a, b"',
        '-121.49,38.58,1795435200,,,,,,',
        '-121.49,38.58,1795435200500,,,,,,',
      ].join('\n'),
    )
    expect(complaints).toEqual([])
    expect(records[0]).toEqual({
      line: 2,
      fix: {
        at: NOON,
        received: NOON + 5000,
        lat: 38.58,
        lon: -121.49,
        accuracy: 10,
        speed: 1.5,
        course: 90,
        battery: 0.5,
      },
    })
    expect(records.slice(1).map(({ fix }) => fix.at)).toEqual([NOON, NOON + 500])
  })

  test('a broken line is told with its number and the others are read', () => {
    const { records, complaints } = read(
      'time,lat,lon\n2026-11-23T12:00:00Z,x,1\nyesterday,1,1\n2026-11-23T12:00:00,1,1\n1795435200,1\n1795435200,1,1',
    )
    expect(records.map(({ line }) => line)).toEqual([6])
    expect(complaints).toEqual([
      { line: 2, what: 'lat "x" is no number', kept: false },
      { line: 3, what: 'the time "yesterday" is not ISO 8601 and no number', kept: false },
      {
        line: 4,
        what: 'the time "2026-11-23T12:00:00" has no offset: write Z, or an offset such as -08:00',
        kept: false,
      },
      { line: 5, what: '2 cells, and 3 columns are named', kept: false },
    ])
  })

  test('a position is not lost over a battery', () => {
    const { records, complaints } = read('time,lat,lon,battery,accuracy\n1795435200,1,1,55,bad')
    expect(records).toHaveLength(1)
    expect(records[0]?.fix.battery).toBeUndefined()
    expect(complaints.map(({ what, kept }) => [what, kept])).toEqual([
      ['accuracy "bad" is not metres', true],
      ['battery "55" is not 0 to 1', true],
    ])
  })

  test('what units write for unknown is unknown', () => {
    const { records, complaints } = read('time,lat,lon,accuracy,speed,course\n1795435200,1,1,0,-1,-1')
    expect(complaints).toEqual([])
    expect(Object.keys(records[0]!.fix).sort()).toEqual(['at', 'lat', 'lon', 'received'])
  })

  test('huge numbers are no times and no places', () => {
    const { records, complaints } = read(
      'time,lat,lon\n1e300,1,1\n99999999999999999999,1,1\n1795435200,1e400,1\n1795435200,0x10,1',
    )
    expect(records).toEqual([])
    expect(complaints).toHaveLength(4)
  })

  test('1970 without a time of coming has no time at all; with one it is for the watch to judge', () => {
    const { records, complaints } = read('time,lat,lon,received\n5,1,1,\n5,1,1,1795435200')
    expect(complaints.map(({ line }) => line)).toEqual([2])
    expect(records.map(({ fix }) => fix.received)).toEqual([NOON])
  })

  test('nothing in it', () => {
    expect(read('')).toEqual({ records: [], complaints: [] })
    expect(read('time,lat,lon\n')).toEqual({ records: [], complaints: [] })
  })

  test('a column that is needed and not there', () => {
    expect(() => read('time,lat\n1,1')).toThrow('day.csv:1: There is no column "lon". Name the columns')
  })

  test('semicolons, tabs, line ends of Windows, a quotation mark not closed', () => {
    expect(read('time;lat;lon\r\n1795435200;1;2\r\n').records[0]?.fix.lon).toBe(2)
    expect(read('time\tlat\tlon\n1795435200\t1\t2').records[0]?.fix.lon).toBe(2)
    expect(read('time,lat,lon\n"1795435200,1,2\n').complaints[0]).toMatchObject({ line: 2, kept: false })
  })

  test('UTF-8 with its mark, UTF-16 both ways, Windows-1252', () => {
    const text = 'time,lat,lon\n1795435200,1,2\n'
    const wide = (mark: number[], swap: boolean) =>
      new Uint8Array([
        ...mark,
        ...[...text].flatMap((c) => (swap ? [0, c.charCodeAt(0)] : [c.charCodeAt(0), 0])),
      ])
    expect(read(`\uFEFF${text}`).records).toHaveLength(1)
    expect(readTrack(wide([0xff, 0xfe], false), 'day.csv').records).toHaveLength(1)
    expect(readTrack(wide([0xfe, 0xff], true), 'day.csv').records).toHaveLength(1)
    const latin = new Uint8Array([...utf8('time,lat,lon,se'), 0xf1, ...utf8('al\n1795435200,1,2,x\n')])
    expect(readTrack(latin, 'day.csv').records).toHaveLength(1)
  })
})
