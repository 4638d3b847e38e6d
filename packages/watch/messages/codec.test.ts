import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyOf } from '../keys.ts'
import type { Evidence } from '../state.ts'
import { at, device, fix, settled } from '../testing/builders.ts'
import type { DeviceEvent } from '../types.ts'
import { type Base, beforeOf, decode, encode, startOf } from './codec.ts'
import { longDigest, shortDigest } from './digest.ts'

const base: Base = { at: at(0), lat: 385_800_000, lon: -1_214_900_000, device: 'unit-4711' }

function through(inputs: readonly Evidence[]): Evidence[] {
  let text = ''
  let before = startOf(base)
  for (const input of inputs) {
    text += encode(input, base, before)
    before = beforeOf(input)
  }
  return decode(JSON.parse(JSON.stringify(text)) as string, base)
}

/** Anything that a unit might call itself, commas, spaces and broken characters among it. */
const word = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('unit-4711', '', '-', '=', '%', 'a b,c', '\ud800'),
)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const degrees = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }).map((parts) => parts / 1e7),
)
const time = fc.oneof(
  fc.integer({ min: 946_684_800_000, max: 7_258_118_400_000 }),
  fc.double({ min: 1e12, max: 2e12, noNaN: true }),
)
const flags = fc.record({
  device: maybe(word),
  battery: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
  charging: maybe(fc.boolean()),
  strap: maybe(fc.boolean()),
  case: maybe(fc.boolean()),
  beacon: maybe(fc.boolean()),
})
const timed = fc.record({ key: word, at: time, received: time })
const fixes = fc
  .tuple(
    timed,
    flags,
    fc.record({ lat: fc.option(degrees), lon: fc.option(degrees) }),
    maybe(degrees),
    fc.boolean(),
  )
  .map(([when, said, where, accuracy, made]) => {
    const told = { kind: 'fix', ...when, ...said, ...where, accuracy: accuracy && Math.abs(accuracy) }
    return { ...told, key: made ? keyOf(told.device ?? '', told as { at: number }) : told.key } as Evidence
  })
const events = fc
  .tuple(
    timed,
    flags,
    fc.constantFrom<DeviceEvent>(
      { event: 'heartbeat' },
      { event: 'sos' },
      { event: 'alcohol', alcohol: 0.031 },
      { event: 'breath', alcohol: 0.02, test: 'b, 1', identity: 'doubtful' },
      { event: 'drug', result: 'diluted' },
    ),
  )
  .map(([when, said, event]) => ({ kind: 'device', ...when, ...said, ...event }) as Evidence)

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('messages as text', () => {
  test('whatever a unit sent is read again as it was', () => {
    const any = fc.array(fc.oneof(fixes, events, fc.constant(settled(3, 'strap') as Evidence)), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(any, (inputs) => {
        expect(plain(through(inputs))).toEqual(plain(inputs))
      }),
      { numRuns: 300, seed: 20261123 },
    )
  })

  test('a fix of a minute later takes some forty characters', () => {
    const record = {
      at: at(1),
      lat: 38.5801234,
      lon: -121.4912345,
      accuracy: 12,
      device: 'unit-4711',
      battery: 0.83,
    }
    const told = { ...fix(1, 0), ...record, key: keyOf('unit-4711', record), received: at(1) + 2345 }
    expect(through([told])).toEqual([told])
    expect(encode(told, base, { at: at(0), battery: 0.83 }).length).toBeLessThan(40)
  })

  test('what no detector reads is not kept', () => {
    const [kept] = through([fix(1, 0, { speed: 3, course: 90, satellites: 7, motion: true })])
    expect(kept).toEqual(fix(1, 0))
  })

  test('events that have a story of their own are kept whole', () => {
    const breath = device(2, { event: 'breath', alcohol: 0.04, test: 'b1', identity: 'sure' })
    expect(through([breath])).toEqual([breath])
  })

  test('a digest of sixteen digits is told in eleven; what is none is not', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{16}$/), (hex) => {
        expect(shortDigest(hex)).toHaveLength(11)
        expect(longDigest(shortDigest(hex))).toBe(hex)
      }),
    )
    for (const none of ['', '123', '00000000000000g0', '00000000000000001'])
      expect(shortDigest(none)).toBe('')
  })
})
