import { describe, expect, test } from 'vitest'
import { fix, home, live, play, school, setting, stay, tick, told } from './testing/builders.ts'

const zones = setting(-60, { zones: [home, school] })

describe('step', () => {
  test('monitoring rule 3: left, confirmed, returned', () => {
    const played = live([zones, ...stay(0, 5, 0), ...stay(5, 12, 500), ...stay(12, 18, 0)])
    expect(told(played)).toEqual(['zone-left 5', 'returned 12'])
    expect(played.alarms[0]).toMatchObject({ zone: 'home', late: false, withdrawn: false })
  })

  test('monitoring rule 3: entering an exclusion zone', () => {
    const played = live([
      setting(-60, { zones: [school] }),
      ...stay(0, 5, 0),
      ...stay(5, 12, 1000),
      ...stay(12, 18, 0),
    ])
    expect(told(played)).toEqual(['zone-entered 5', 'returned 12'])
  })

  test('a tick brings silence', () => {
    const played = live([zones, ...stay(0, 5, 0), tick(18), tick(19), tick(30), fix(40, 0)])
    expect(told(played)).toEqual(['no-contact 19', 'restored 40'])
    expect(play([[zones, ...stay(0, 5, 0), tick(18), tick(19), tick(30), fix(40, 0)]]).happenings).toEqual(
      played.happenings,
    )
  })

  test('nothing has effect twice', () => {
    const inputs = [zones, ...stay(0, 5, 0), ...stay(5, 12, 500)]
    const once = live(inputs)
    expect(live([...inputs, ...inputs]).happenings).toEqual(once.happenings)
  })

  test('late evidence withdraws', () => {
    const first = live([zones, ...stay(0, 5, 0), fix(5, 500), fix(7, 500), fix(9, 500)])
    expect(told(first)).toEqual(['zone-left 5'])
    const after = play([[fix(6, 0)], [fix(8, 0)]], first.state)
    expect(after.happenings.map((one) => [one.kind, one.withdrawn])).toEqual([['zone-left', true]])
  })
})
