import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { booked, following, received, START, stepOf, worksheet } from '../testing/commitments.ts'
import type { CommitmentTerm, Length } from '../types.ts'

const FIRST = Temporal.PlainDate.from(START)
const dayOn = (offset: number) => FIRST.add({ days: offset }).toString()

interface Drawn {
  readonly offset: number
  readonly length: Length
  readonly creditDays: number
  /** Consecutive to the commitments before it that this draws; none: concurrent. */
  readonly after: readonly number[]
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  offset: fc.nat(60),
  length: fc.oneof(
    fc.record({ days: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ months: fc.integer({ min: 1, max: 3 }), days: fc.nat(5) }),
  ),
  creditDays: fc.nat(25),
  after: fc.oneof(fc.constant([]), fc.array(fc.nat(6), { minLength: 1, maxLength: 2 })),
})
const several = fc.array(drawn, { minLength: 1, maxLength: 7 })

/** Each follows only earlier ones, so that there is an answer. */
function commitmentsFrom(draws: readonly Drawn[]): readonly CommitmentTerm[] {
  return draws.map(({ offset, length, creditDays, after }, i) => {
    const id = `c${i}`
    const targets = [...new Set(after.filter((n) => n < i).map((n) => `c${n}`))]
    return targets.length > 0
      ? following(targets, { id, length, creditDays })
      : booked({ id, length, creditDays, startsOn: dayOn(offset) })
  })
}

/** The days of each term walked one by one on a calendar: another way to the same answer. */
function daysByWalking(commitments: readonly CommitmentTerm[]): ReadonlyMap<string, ReadonlySet<string>> {
  const days = new Map<string, Set<string>>()
  const nextAfter = new Map<string, Temporal.PlainDate>()
  for (const c of commitments) {
    const starts = (c.consecutiveTo ?? []).map((id) => nextAfter.get(id)!)
    const start = c.startsOn
      ? Temporal.PlainDate.from(c.startsOn)
      : starts.reduce((last, date) => (Temporal.PlainDate.compare(date, last) > 0 ? date : last))
    const end = start.add(c.length!)
    const walked = new Set<string>()
    let left = start.until(end, { largestUnit: 'days' }).days - c.creditDays
    let date = start
    for (; left > 0; left--, date = date.add({ days: 1 })) walked.add(date.toString())
    days.set(c.id, walked)
    nextAfter.set(c.id, date)
  }
  return days
}

describe('calendar terms', () => {
  test('the adjusted sentence is what walking the calendar counts, term by term', () => {
    fc.assert(
      fc.property(several, (draws) => {
        const commitments = commitmentsFrom(draws)
        const sheet = worksheet(commitments)
        const walked = daysByWalking(commitments)
        const all = new Set([...walked.values()].flatMap((days) => [...days]))
        expect(sheet.adjustedDays).toBe(all.size)
        expect(sheet.releaseDate).toBe([...all].toSorted().at(-1) ?? null)
        for (const [id, days] of walked) expect(stepOf(sheet, id).days).toBe(days.size)
      }),
    )
  })

  test('never longer than the sum nor shorter than the longest', () => {
    fc.assert(
      fc.property(several, (draws) => {
        const sheet = worksheet(commitmentsFrom(draws))
        const days = draws.map((_, i) => stepOf(sheet, `c${i}`).days)
        expect(sheet.adjustedDays).toBeLessThanOrEqual(days.reduce((sum, d) => sum + d, 0))
        expect(sheet.adjustedDays).toBeGreaterThanOrEqual(Math.max(...days))
      }),
    )
  })

  test('the order of commitments does not matter', () => {
    const shuffled = several.chain((draws) => {
      const commitments = commitmentsFrom(draws)
      return fc.tuple(
        fc.constant(commitments),
        fc.shuffledSubarray([...commitments], { minLength: commitments.length }),
      )
    })
    fc.assert(
      fc.property(shuffled, ([given, other]) => {
        expect(worksheet(other)).toEqual(worksheet(given))
      }),
    )
  })

  test('more credit never makes it longer', () => {
    fc.assert(
      fc.property(several, fc.nat(6), fc.integer({ min: 1, max: 20 }), (draws, at, more) => {
        const commitments = commitmentsFrom(draws).map((c) => ({
          ...c,
          length: { days: c.length?.days || 9 },
        }))
        const credited = commitments.map((c, i) => (i === at ? { ...c, creditDays: c.creditDays + more } : c))
        expect(worksheet(credited).adjustedDays).toBeLessThanOrEqual(worksheet(commitments).adjustedDays)
      }),
    )
  })

  test('without anything received both readings agree', () => {
    fc.assert(
      fc.property(several, (draws) => {
        const { readings, askOfficer } = worksheet(commitmentsFrom(draws))
        expect(readings['days-owed']).toBe(readings.calendar)
        expect(askOfficer).toBe(false)
      }),
    )
  })
})

describe('WAP-SENT.6 days of work', () => {
  interface Order {
    readonly id: string
    readonly days: number
    readonly from: number
    readonly after: readonly string[]
  }

  /** Serves one day after another: a day counts on every order that has come and whose turn it is. */
  function daysByServing(orders: readonly Order[]): number {
    const left = new Map(orders.map((o) => [o.id, o.days]))
    const done = (id: string) => left.get(id) === 0
    let served = 0
    for (; ![...left.values()].every((n) => n === 0); served++) {
      const running = orders.filter((o) => !done(o.id) && o.from <= served && o.after.every(done))
      for (const o of running) left.set(o.id, left.get(o.id)! - 1)
    }
    return served
  }

  const term = fc.integer({ min: 1, max: 40 })
  const situation = fc.record({
    base: fc.array(term, { minLength: 1, maxLength: 3 }),
    receipts: fc.array(
      fc.record({
        wait: fc.integer({ min: 0, max: 15 }),
        days: term,
        consecutive: fc.boolean(),
        toBase: fc.option(fc.nat(2)),
      }),
      { maxLength: 4 },
    ),
  })

  test('what is owed is what serving day after day takes', () => {
    fc.assert(
      fc.property(situation, ({ base, receipts }) => {
        const orders: Order[] = base.map((days, i) => ({ id: `a${i}`, days, from: 0, after: [] }))
        const commitments: CommitmentTerm[] = base.map((days, i) => booked({ id: `a${i}`, length: { days } }))
        let served = 0
        for (const [i, { wait, days, consecutive, toBase }] of receipts.entries()) {
          served = Math.min(served + wait, daysByServing(orders))
          const target = toBase === null ? undefined : orders[toBase % base.length]?.id
          const relation = consecutive ? ('consecutive' as const) : ('unstated' as const)
          const consecutiveTo = consecutive && target ? [target] : []
          const after = consecutive ? (target ? [target] : orders.map((o) => o.id)) : []
          commitments.push(
            received(dayOn(90 + i), served, { id: `r${i}`, length: { days }, relation, consecutiveTo }),
          )
          orders.push({ id: `r${i}`, days, from: served, after })
        }
        expect(worksheet(commitments).readings['days-owed']).toBe(daysByServing(orders))
      }),
    )
  })
})
