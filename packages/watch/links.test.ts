import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, device, fix, live, ofKind, type Played, play, setting, stay, tick } from './testing/builders.ts'
import type { Input } from './types.ts'

const blind = (from: number, to: number): Input[] =>
  Array.from({ length: to - from }, (_, i) => device(from + i, { event: 'heartbeat' }))
const ticks = (from: number, to: number): Input[] =>
  Array.from({ length: to - from }, (_, i) => tick(from + i + 0.5))

const incidents = (played: Played) =>
  new Set([...ofKind(played, 'no-contact'), ...ofKind(played, 'no-position')].map(({ incident }) => incident))

describe('one cause, one incident, across the lanes (monitoring rule 4)', () => {
  test('a unit that lost its position and then fell silent is one incident, the end of both in it', () => {
    const played = live([...stay(0, 3, 0), ...blind(3, 35), ...ticks(35, 55), ...stay(60, 63, 0)])
    expect(ofKind(played, 'no-position')).toHaveLength(1)
    expect(ofKind(played, 'no-contact')).toHaveLength(1)
    expect(incidents(played).size).toBe(1)
    expect(new Set(ofKind(played, 'restored').map(({ incident }) => incident))).toEqual(incidents(played))
  })

  test('a unit that was silent and, heard again, knows no place is one incident', () => {
    const played = live([...stay(0, 3, 0), ...ticks(3, 40), ...blind(40, 75)])
    expect(incidents(played).size).toBe(1)
    expect(ofKind(played, 'no-position')).toHaveLength(1)
  })

  test('a position that was found again before the silence is another cause', () => {
    const played = live([...stay(0, 3, 0), ...blind(3, 35), ...stay(35, 37, 0), ...ticks(37, 60)])
    expect(incidents(played).size).toBe(2)
  })

  test('a fix that comes late and was measured before the silence parts the two again', () => {
    const before = live([...stay(0, 3, 0), ...blind(3, 35), ...ticks(35, 55)])
    expect(incidents(before).size).toBe(1)
    const { happenings } = play([[fix(20, 0, { received: at(56) })]], before.state)
    const last = new Map([...before.happenings, ...happenings].map((one) => [one.key, one]))
    const silence = [...last.values()].find(({ kind }) => kind === 'no-contact')!
    expect(silence.incident).toBe(silence.key)
  })

  test('monitoring rule 1: in any order the same incidents', () => {
    const block = fc.record({
      what: fc.constantFrom('seen', 'blind', 'silent'),
      minutes: fc.integer({ min: 1, max: 45 }),
    })
    const day = fc.array(block, { minLength: 3, maxLength: 8 }).map((blocks) => {
      let from = 0
      const inputs = blocks.flatMap(({ what, minutes }) => {
        const began = from
        from += minutes
        if (what === 'silent') return []
        return what === 'seen' ? stay(began, from, 0) : blind(began, from)
      })
      return [...inputs, tick(from + 1)]
    })
    const shuffled = day.chain((inputs) =>
      fc
        .shuffledSubarray(inputs, { minLength: inputs.length })
        .map((mixed) => ({ inputs, mixed: [setting(-10, { parameters: { horizon: 36_000 } }), ...mixed] })),
    )
    const said = ({ alarms }: Played) =>
      alarms.map(({ key, incident }) => `${key} in ${incident}`).sort((a, b) => (a < b ? -1 : 1))
    fc.assert(
      fc.property(shuffled, ({ inputs, mixed }) => {
        const sorted = live([setting(-10, { parameters: { horizon: 36_000 } }), ...inputs])
        expect(said(live(mixed))).toEqual(said(sorted))
      }),
      { numRuns: 60, seed: 20261123 },
    )
  })
})
