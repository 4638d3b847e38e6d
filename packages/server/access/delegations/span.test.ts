import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { isOver, type Span, spansMeet, stateOn } from './span.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const span = (from: string, until: string | null): Span => ({
  fromDay: day(from),
  untilDay: until === null ? null : day(until),
})

describe('SCC-2.A1 how a delegation stands on a day', () => {
  test.each([
    ['2026-03-01', 'to-come'],
    ['2026-03-02', 'in-force'],
    ['2026-03-03', 'in-force'],
    ['2026-03-04', 'ended'],
    ['2026-03-05', 'ended'],
  ])('from March 2 until March 4: on %s %s', (on, state) => {
    expect(stateOn(span('2026-03-02', '2026-03-04'), day(on))).toBe(state)
  })

  test('with no end it holds for as long as nobody ends it', () => {
    expect(stateOn(span('2026-03-02', null), day('2190-01-01'))).toBe('in-force')
  })

  test('taken back before it began, it is over on every day', () => {
    for (const until of ['2026-03-01', '2026-03-02'])
      expect(isOver(span('2026-03-02', until), day('2026-02-01'))).toBe(true)
    expect(isOver(span('2026-03-02', '2026-03-03'), day('2026-02-01'))).toBe(false)
  })
})

describe('two delegations of the same', () => {
  const held = span('2026-03-02', '2026-03-04')
  test.each([
    ['before it', '2026-02-01', '2026-03-01', false],
    ['up to its first day', '2026-02-01', '2026-03-02', false],
    ['into its first day', '2026-02-01', '2026-03-03', true],
    ['within it', '2026-03-03', '2026-03-04', true],
    ['on its last day and with no end', '2026-03-03', null, true],
    ['from the day it ends', '2026-03-04', null, false],
    ['after it', '2026-03-05', '2026-03-06', false],
  ])('%s: %s to %s meet: %s', (_, from, until, meet) => {
    expect(spansMeet(held, span(from, until))).toBe(meet)
    expect(spansMeet(span(from, until), held)).toBe(meet)
  })

  test('one that never held is in nobody’s way', () => {
    expect(spansMeet(span('2026-03-02', '2026-03-02'), span('2026-01-01', null))).toBe(false)
    expect(spansMeet(span('2026-01-01', null), span('2026-03-02', '2026-03-01'))).toBe(false)
  })
})
