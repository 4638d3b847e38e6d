import { describe, expect, test } from 'vitest'
import { at, circle, fix, live, ofKind, place, play, setting, told } from '../testing/builders.ts'

const school = circle('school', 'exclusion', 500, 100)
const zones = setting(-60, { zones: [school] })

describe('passing through an exclusion zone between two fixes (field 5)', () => {
  test('right through', () => {
    const played = live([zones, fix(0, 0), fix(1, 1000)])
    expect(told(played)).toEqual(['zone-crossed 1'])
    expect(played.alarms[0]).toMatchObject({
      zone: 'school',
      evidence: { fixes: [{ key: 'f0/0' }, { key: 'f1/1000' }], zoneVersion: 'school-1' },
    })
    expect(played.alarms[0]!.evidence.values.depth).toBeCloseTo(100, 0)
  })

  test.each([
    [1.9, 1],
    [2, 1],
    [2.1, 0],
  ])('fixes %f minutes apart, of 2', (minutes, count) => {
    expect(live([zones, fix(0, 0), fix(minutes, 1000)]).alarms).toHaveLength(count)
  })

  // A way that passes `off` metres north of the middle goes 100 - off metres in; the accuracy is 10 m.
  test.each([
    [89, 1],
    [91, 0],
    [101, 0],
  ])('%i m off the middle', (off, count) => {
    const past = (minutes: number, east: number) => fix(minutes, east, place(east, off))
    expect(live([zones, past(0, 0), past(1, 1000)]).alarms).toHaveLength(count)
  })

  test('an end in the zone is an entering, not a passing', () => {
    expect(ofKind(live([zones, fix(0, 0), fix(1, 500), fix(2, 500)]), 'zone-crossed')).toEqual([])
  })

  test('unfit fixes join nothing', () => {
    expect(live([zones, fix(0, 0), fix(1, 1000, { lastKnown: true })]).alarms).toEqual([])
  })

  test('template zones as well', () => {
    const library = { 'schools@1': { id: 'schools', version: '1', zones: [school] } }
    const batches = [[setting(-60, { templates: ['schools@1'] })], [fix(0, 0)], [fix(1, 1000)]]
    expect(told(play(batches, undefined, library))).toEqual(['zone-crossed 1'])
  })

  test('a late fix in the zone turns the passing into an entering', () => {
    const before = live([zones, fix(0, 0), fix(1, 1000)])
    const after = play([[fix(0.4, 480), fix(0.5, 500)]], before.state)
    expect(after.happenings.map((one) => [one.kind, one.at, one.late, one.withdrawn])).toEqual([
      ['zone-entered', at(0.4), true, false],
      ['zone-crossed', at(1), false, true],
    ])
  })
})
