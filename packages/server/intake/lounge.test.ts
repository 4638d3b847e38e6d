import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { calledJustNow, loungeName, waitingInOrder } from './lounge.ts'
import { lowestFree } from './take-place.ts'

const at = (time: string) => Temporal.Instant.from(`2026-03-02T${time}:00Z`)
const entry = (
  appointmentId: string,
  startsAt: string,
  arrivedAt: string,
  calledAt: string | null = null,
) => ({
  appointmentId,
  startsAt: at(startsAt),
  arrivedAt: at(arrivedAt),
  calledAt: calledAt === null ? null : at(calledAt),
})
const order = (...entries: ReturnType<typeof entry>[]) =>
  waitingInOrder(entries).map((one) => one.appointmentId)

describe('the order in the lounge', () => {
  test('WAP-BOOK.1 the earlier appointment goes first, however late the person checked in', () => {
    expect(order(entry('nine', '09:00', '08:10'), entry('eight', '08:00', '08:50'))).toEqual([
      'eight',
      'nine',
    ])
  })

  test('of one time, who came first goes first', () => {
    expect(order(entry('b', '08:00', '07:55'), entry('a', '08:00', '07:56'))).toEqual(['b', 'a'])
  })

  test('who was called in waits no more', () => {
    expect(order(entry('a', '08:00', '07:50', '08:01'), entry('b', '08:30', '08:00'))).toEqual(['b'])
  })
})

describe('who was called', () => {
  test.each([
    ['below', '08:09', ['b', 'a']],
    ['at', '08:10', ['b']],
    ['above', '08:11', ['b']],
  ])('stands on the screen for ten minutes, the latest first: %s', (_, now, shown) => {
    const entries = [entry('a', '08:00', '07:50', '08:00'), entry('b', '08:00', '07:51', '08:05')]
    expect(calledJustNow(entries, at(now)).map((one) => one.appointmentId)).toEqual(shown)
  })

  test('who waits was not called', () => {
    expect(calledJustNow([entry('a', '08:00', '07:50')], at('08:00'))).toEqual([])
  })
})

describe('a name on the lounge’s screen', () => {
  test.each([
    ['María José', 'García López', 'María G.'],
    ['', 'Smith', 'S.'],
    ['Cher', '', 'Cher'],
    ['Ana', 'élan', 'Ana É.'],
    ['太郎', '𠮷田', '太郎 𠮷.'],
  ])('%s %s is shown as %s', (givenNames, familyName, shown) => {
    expect(loungeName({ givenNames, familyName })).toBe(shown)
  })
})

describe('places of a slot', () => {
  test.each([
    ['below', [1], 2],
    ['at', [1, 2], 3],
    ['above', [1, 2, 3], null],
  ])('%s the capacity of three', (_, taken, free) => {
    expect(lowestFree(taken, 3)).toBe(free)
  })

  test('a place that came free is given again', () => {
    expect(lowestFree([1, 3], 3)).toBe(2)
  })
})
