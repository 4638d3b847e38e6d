import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { type CountedLoss, goodTimeEvents } from './sentence-events.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const loss = (returnedOn: string, given: Partial<CountedLoss> = {}): CountedLoss => ({
  commitmentId: 'a',
  days: 3,
  returnedOn: day(returnedOn),
  ending: 'rule-violation',
  onDay: day(returnedOn),
  ...given,
})
const returned = (on: string) => ({ kind: 'returned', on, ending: 'rule-violation', daysServed: null })
const home = (on: string) => ({ kind: 'placed', on, jailDaysServed: 0 })
const lost = (on: string, days = 3) => ({ kind: 'good-time-lost', on, commitment: 'a', days })
const steps = (...told: readonly [string, string][]) => told.map(([kind, on]) => ({ kind, onDay: day(on) }))

describe('SCC-2.D what the law counts for good time lost', () => {
  test('nothing is lost, or all of it was put right: nothing', () => {
    expect(goodTimeEvents({ lost: [], steps: steps(['returned-to-court', '2026-04-06']) })).toEqual([])
    expect(goodTimeEvents({ lost: [loss('2026-04-06', { days: 0 })], steps: [] })).toEqual([])
  })

  test('with the return, before that is recorded as a step', () => {
    expect(goodTimeEvents({ lost: [loss('2026-04-06')], steps: [] })).toEqual([
      returned('2026-04-06'),
      lost('2026-04-06'),
    ])
  })

  test('after the return; two losses of one return tell it once', () => {
    const later = loss('2026-04-06', { onDay: day('2026-04-09'), days: 2 })
    expect(
      goodTimeEvents({
        lost: [loss('2026-04-06'), later],
        steps: steps(['returned-to-court', '2026-04-06']),
      }),
    ).toEqual([returned('2026-04-06'), lost('2026-04-06'), lost('2026-04-09', 2)])
  })

  test('home again, and returned again', () => {
    const told = steps(
      ['returned-to-court', '2026-04-06'],
      ['reopened', '2026-04-16'],
      ['returned-to-court', '2026-05-01'],
    )
    expect(goodTimeEvents({ lost: [loss('2026-05-01'), loss('2026-04-06')], steps: told })).toEqual([
      returned('2026-04-06'),
      returned('2026-05-01'),
      home('2026-04-16'),
      lost('2026-05-01'),
      lost('2026-04-06'),
    ])
  })

  test.each([
    ['the day before the next return', '2026-04-30', '2026-04-30'],
    ['the day of the next return: counted as the day before it', '2026-05-01', '2026-04-30'],
  ])('home again on %s', (_, reopened, counted) => {
    const told = steps(
      ['returned-to-court', '2026-04-06'],
      ['reopened', reopened],
      ['returned-to-court', '2026-05-01'],
    )
    const events = goodTimeEvents({ lost: [loss('2026-04-06'), loss('2026-05-01')], steps: told })
    expect(events).toContainEqual(home(counted))
  })

  test('returned, opened again and returned once more on one day: in custody', () => {
    const told = steps(
      ['returned-to-court', '2026-04-06'],
      ['reopened', '2026-04-06'],
      ['returned-to-court', '2026-04-06'],
    )
    expect(goodTimeEvents({ lost: [loss('2026-04-06')], steps: told })).toEqual([
      returned('2026-04-06'),
      lost('2026-04-06'),
    ])
  })
})
