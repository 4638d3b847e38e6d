import { describe, expect, test } from 'vitest'
import { lastOf } from '../order.ts'
import { at, fix, MINUTE, stay } from '../testing/builders.ts'
import { Messages } from './pages.ts'

const SPAN = 10 * MINUTE
const filled = () => {
  const messages = new Messages([], { at: 0, order: '' }, SPAN)
  for (const one of stay(0, 35, 0)) messages.take(one)
  return messages
}

describe('pages of messages', () => {
  test('follow the clock and are let go when neither lane needs them', () => {
    const pages = filled().kept(0, 0)
    expect(pages.length).toBe(4)
    const again = new Messages(pages, lastOf(fix(34, 0)), SPAN)
    expect(again.kept(at(15), at(15))).toEqual(pages.slice(1))
    expect(again.kept(at(15), at(5))).toEqual(pages)
  })

  test('monitoring rule 1: a message that is known is not taken again, at the end or in between', () => {
    const messages = filled()
    expect(messages.take(fix(34, 0))).toBe(false)
    expect(messages.take(fix(12, 0))).toBe(false)
    expect(messages.has(fix(12, 0))).toBe(true)
    expect(messages.has(fix(12, 5))).toBe(false)
    expect(messages.hasKey(fix(12, 0).key)).toBe(true)
  })

  test('one that comes late stands in its place, and nothing else moves', () => {
    const messages = filled()
    expect(messages.take(fix(12.5, 7))).toBe(true)
    expect(messages.measuredAfter(at(11)).map((one) => one.at)).toEqual(
      [12, 12.5, ...Array.from({ length: 22 }, (_, i) => 13 + i)].map(at),
    )
  })

  test('what came late is found by when it came', () => {
    const messages = filled()
    messages.take(fix(3.5, 0, { received: at(40) }))
    expect(messages.receivedAfter(at(33)).map((one) => one.at)).toEqual([at(3.5), at(34)])
  })
})
