import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueOf, waited } from './due.ts'
import type { WatchState } from './state.ts'
import { step } from './step.ts'
import {
  circle,
  device,
  fix,
  home,
  live,
  ofKind,
  type Played,
  play,
  school,
  setting,
  settled,
  stay,
  tick,
} from './testing/builders.ts'
import type { Fix, Input } from './types.ts'

/** What stands at the end, without when and in which order it was known. */
const standing = (played: Played) =>
  played.alarms
    .map(({ knownAt: _known, late: _late, ...rest }) => rest)
    .sort((a, b) => (a.key < b.key ? -1 : 1))

const RUNS = { numRuns: 60, seed: 20261123 }

/** A step of a day: where the unit is, and what it says. */
const moment = fc.record({
  east: fc.oneof(
    fc.integer({ min: -60, max: 60 }),
    fc.integer({ min: 80, max: 140 }),
    fc.integer({ min: 400, max: 2500 }),
  ),
  gap: fc.oneof(
    { weight: 8, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.integer({ min: 2, max: 40 }) },
  ),
  delay: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 50 }) },
  ),
  says: fc.constantFrom<Partial<Fix>>(
    {},
    {},
    {},
    {},
    { strap: true },
    { strap: false },
    { case: true },
    { accuracy: 300 },
    { lat: null, lon: null },
    { lat: 0, lon: 0 },
    { lat: 39.9 },
    { battery: 0.2 },
    { battery: 0.08 },
    { battery: 0.7, charging: true },
  ),
  event: fc.constantFrom(
    null,
    null,
    null,
    null,
    'rf-out',
    'rf-in',
    'power-lost',
    'power-restored',
    'base-moved',
    'strap',
    'strap-closed',
    'breath',
    'sober',
    'alcohol',
    'settled',
    'tick',
    'shut-down',
    'sos',
    'jamming',
    'battery-low',
  ),
})

/** A day of at most two hours (the horizon), sorted by event time; in some a unit was fitted, and taken off again. */
const day = fc
  .tuple(fc.array(moment, { minLength: 5, maxLength: 60 }), fc.boolean(), fc.boolean())
  .map(([moments, fitted, breathOnly]) => {
    const inputs: Input[] = [
      ...(fitted ? [setting(-20, { worn: true }, 'on'), setting(80, { worn: false }, 'off')] : []),
      ...(breathOnly ? [setting(40, { positions: false }, 'breath only')] : []),
      setting(-10, { zones: [home, school, circle('park', 'exclusion', 1500, 60)] }, 'zones'),
      setting(30, { exceptions: [{ zone: 'home', from: fix(30, 0).at, to: fix(45, 0).at }] }, 'exception'),
      setting(0, { tests: [{ id: 'b1', of: 'breath', from: fix(20, 0).at, to: fix(50, 0).at }] }, 'tests'),
    ]
    let minute = 0
    for (const { east, gap, delay, says, event } of moments) {
      minute += gap
      if (minute > 100) break
      inputs.push({ ...fix(minute, east, says), received: fix(minute + delay, 0).at })
      const when = minute + 0.5
      if (event === 'tick') inputs.push(tick(when))
      else if (event === 'settled') inputs.push(settled(when, 'strap'))
      else if (event === 'breath' || event === 'sober') {
        inputs.push(device(when, { event: 'breath', alcohol: event === 'breath' ? 0.05 : 0 }))
      } else if (event === 'alcohol') inputs.push(device(when, { event, alcohol: (east % 7) / 100 }))
      else if (event) inputs.push(device(when, { event }))
    }
    return [...inputs, tick(110)]
  })

/** A shuffling with some repeated, all at most the horizon apart. */
const shuffled = day.chain((inputs) =>
  fc
    .tuple(fc.shuffledSubarray(inputs, { minLength: inputs.length }), fc.subarray(inputs))
    .chain(([all, again]) =>
      fc.array(fc.nat(), { minLength: again.length, maxLength: again.length }).map((places) => {
        const mixed = [...all]
        again.forEach((input, i) => {
          mixed.splice(places[i]! % (mixed.length + 1), 0, input)
        })
        // A tamper alarmed of before it is known that the unit was taken off stays on record: that is said first.
        const isFitting = (input: Input) => input.kind === 'setting' && input.change.worn !== undefined
        const fittings = inputs.filter(isFitting)
        return { inputs, mixed: [...fittings, ...mixed.filter((input) => !isFitting(input))] }
      }),
    ),
)

/** Five hours with a horizon of 25 minutes, each input coming in up to that long after it was measured. */
const delayed = fc
  .array(fc.tuple(moment, fc.integer({ min: 0, max: 25 * 60 - 31 })), { minLength: 60, maxLength: 160 })
  .map((moments) => {
    let minute = 0
    const coming = moments.flatMap(([{ east, gap, says, event }, delay]) => {
      minute += gap
      const said: Input[] = [fix(minute, east, says)]
      if (event === 'tick') said.push(tick(minute + 0.5))
      else if (event === 'strap' || event === 'strap-closed' || event === 'rf-out' || event === 'rf-in') {
        said.push(device(minute + 0.5, { event }))
      }
      return said.map((input) => ({ input, comes: input.at + delay * 1000 }))
    })
    const set = setting(-10, { zones: [home, school], parameters: { horizon: 25 * 60 } })
    const sorted = [set, ...coming.map((one) => one.input)]
    const arrived = [set, ...[...coming].sort((a, b) => a.comes - b.comes).map((one) => one.input)]
    return { sorted, arrived }
  })

describe('any order, any batches, any repeats', () => {
  test('monitoring rule 1: shuffled and repeated, the same alarms as sorted', () => {
    fc.assert(
      fc.property(shuffled, ({ inputs, mixed }) => {
        expect(standing(live(mixed))).toEqual(standing(play([inputs])))
      }),
      RUNS,
    )
  })

  test('monitoring rule 1: over many horizons, each input late by less than one', () => {
    fc.assert(
      fc.property(delayed, ({ sorted, arrived }) => {
        const played = live(arrived)
        expect(played.setAside).not.toContain('too-late')
        expect(standing(played)).toEqual(standing(live(sorted)))
      }),
      RUNS,
    )
  })

  test('monitoring rule 1: strap and case are never withdrawn, in any order', () => {
    fc.assert(
      fc.property(shuffled, ({ mixed }) => {
        const said = live(mixed).happenings.filter(({ kind }) => kind === 'strap' || kind === 'case')
        expect(said.filter((one) => one.withdrawn)).toEqual([])
      }),
      RUNS,
    )
  })

  test('any split in batches says the same, word for word', () => {
    const split = day.chain((inputs) =>
      fc.array(fc.nat({ max: inputs.length }), { maxLength: 8 }).map((cuts) => ({ inputs, cuts })),
    )
    fc.assert(
      fc.property(split, ({ inputs, cuts }) => {
        const edges = [0, ...[...cuts].sort((a, b) => a - b), inputs.length]
        const cut = (all: readonly Input[]) => edges.slice(1).map((edge, i) => all.slice(edges[i], edge))
        expect(standing(play(cut(inputs)))).toEqual(standing(play([inputs])))
        // Without delays, word for word: when it was known as well.
        const prompt = inputs.map((input) => ({ ...input, received: input.at }))
        const sorted = (played: Played) => [...played.happenings].sort((a, b) => (a.key < b.key ? -1 : 1))
        expect(sorted(play(cut(prompt)))).toEqual(sorted(play([prompt])))
      }),
      RUNS,
    )
  })

  test('the state survives storing and loading at any point', () => {
    fc.assert(
      fc.property(shuffled, ({ mixed }) => {
        let state: WatchState | undefined
        const said: unknown[] = []
        for (const input of mixed) {
          const played = play([[input]], state)
          said.push(...played.happenings)
          state = JSON.parse(JSON.stringify(played.state)) as WatchState
        }
        expect(said).toEqual(live(mixed).happenings)
      }),
      RUNS,
    )
  })

  test('until something is due, time that passes says nothing and changes nothing but the time', () => {
    fc.assert(
      fc.property(shuffled, ({ mixed }) => {
        let state = play([]).state
        for (const input of mixed) {
          state = step(state, [input]).state
          const due = dueOf(state)
          const before = Math.min(due - 1, fix(3 * 24 * 60, 0).at)
          if (before <= state.now) continue
          const out = step(state, [{ kind: 'tick', key: 'before', at: before, received: before }])
          expect(out.happenings).toEqual([])
          expect(out.state).toEqual(waited(state, before))
          if (due > before + 1) continue
          const then = step(state, [{ kind: 'tick', key: 'then', at: due, received: due }]).state
          expect(dueOf(then), 'what was due is done').toBeGreaterThan(due)
        }
      }),
      RUNS,
    )
  })

  test('the state given in is not changed', () => {
    fc.assert(
      fc.property(shuffled, ({ mixed }) => {
        const half = play([mixed.slice(0, mixed.length / 2)]).state
        const before = JSON.stringify(half)
        play([mixed.slice(mixed.length / 2)], half)
        expect(JSON.stringify(half)).toBe(before)
      }),
      RUNS,
    )
  })
})

describe('one cause, one alarm', () => {
  test('monitoring rule 3: a person on the line, seen no further off than the accuracy, makes one alarm', () => {
    const swaying = fc.array(
      fc.tuple(fc.integer({ min: 5, max: 90 }), fc.double({ min: -0.99, max: 0.99, noNaN: true })),
      {
        minLength: 20,
        maxLength: 120,
      },
    )
    fc.assert(
      fc.property(swaying, (sway) => {
        const zones = setting(-10, { zones: [home] })
        const fixes = sway.map(([accuracy, part], i) => fix(10 + i, 100 + accuracy * part, { accuracy }))
        expect(live([zones, ...stay(0, 10, 0), ...fixes]).alarms).toEqual([])
        const gone = live([zones, ...stay(0, 5, 0), ...stay(5, 10, 500), ...fixes])
        expect(ofKind(gone, 'zone-left')).toHaveLength(1)
      }),
      RUNS,
    )
  })

  test('EMP-8.7: once it charges, nothing that was said of the battery is without an end, in any order', () => {
    fc.assert(
      fc.property(shuffled, ({ mixed }) => {
        const { alarms } = live([...mixed, fix(112, 0, { battery: 0.9, charging: true })])
        const ended = new Set(alarms.map(({ ends }) => ends))
        const stand = alarms.filter(({ kind, key }) => kind.startsWith('battery') && !ended.has(key))
        expect(stand).toEqual([])
      }),
      RUNS,
    )
  })

  test('monitoring rule 4: one silence is told of once, and a dead battery is not also no contact', () => {
    const life = fc.array(
      fc.record({
        gap: fc.integer({ min: 1, max: 40 }),
        battery: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      }),
      { minLength: 3, maxLength: 40 },
    )
    fc.assert(
      fc.property(life, (messages) => {
        let minute = 0
        let level = 1
        const inputs: Input[] = []
        const levels = new Map<number, number>()
        for (const { gap, battery } of messages) {
          minute += gap
          level = battery ?? level
          const message = fix(minute, 0, { battery: level })
          levels.set(message.at, level)
          inputs.push(message)
        }
        const silences = live([...inputs, tick(minute + 60)]).alarms.filter(
          ({ kind }) => kind === 'no-contact' || kind === 'battery-dead',
        )
        const since = silences.map((one) => one.evidence.values.lastContact as number)
        expect(new Set(since).size).toBe(silences.length)
        for (const [i, { kind }] of silences.entries())
          if (levels.get(since[i]!)! <= 0.1) expect(kind).toBe('battery-dead')
      }),
      RUNS,
    )
  })
})
