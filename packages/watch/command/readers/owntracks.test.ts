import { describe, expect, test } from 'vitest'
import { readTrack } from './index.ts'

const read = (text: string) => readTrack(new TextEncoder().encode(text), 'phone.rec')
const location =
  '{"_type":"location","tst":1795435200,"lat":38.58,"lon":-121.49,"acc":12,"vel":36,"batt":50,"cog":90,"bs":2}'

describe('OwnTracks', () => {
  test('when it came, and km/h and hundredths in our units', () => {
    const { records, complaints } = read(`2026-11-23T12:00:03Z\t*                 \t${location}\n`)
    expect(complaints).toEqual([])
    expect(records).toEqual([
      {
        line: 1,
        fix: {
          at: 1795435200000,
          received: 1795435203000,
          lat: 38.58,
          lon: -121.49,
          accuracy: 12,
          speed: 10,
          course: 90,
          battery: 0.5,
          charging: true,
        },
      },
    ])
  })

  test('other messages are passed over, broken and encrypted ones told of', () => {
    const { records, complaints } = read(
      [
        '2026-11-23T12:00:03Z\tlwt\t{"_type":"lwt","tst":"1795435200"}',
        '2026-11-23T12:00:03Z\t*\t{"_type":"location","tst":17954',
        '2026-11-23T12:00:03Z\t*\t{"_type":"encrypted","data":"x"}',
        '2026-11-23T12:00:03Z\t*\t{"_type":"location","tst":1795435200}',
        '2026-11-23T12:00:03Z\t*\t{}',
        '',
        location,
      ].join('\n'),
    )
    expect(records.map(({ line }) => line)).toEqual([7])
    expect(complaints.map(({ line }) => line)).toEqual([2, 3, 4, 5])
  })

  test('a speed of -1 is unknown', () => {
    const { records, complaints } = read(location.replace('36', '-1'))
    expect(complaints).toEqual([])
    expect(records[0]?.fix.speed).toBeUndefined()
  })
})
