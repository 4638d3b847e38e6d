import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { readDay, writeDay } from './day.ts'

const today = Temporal.PlainDate.from('2026-11-21')
const read = (text: string, years?: 'past' | 'near') => readDay(text, years ? { today, years } : { today })

describe('a day as people type it', () => {
  it.each([
    '3/2/2026', '03/02/2026', '3-2-2026', '3.2.2026', '3 2 2026', '03022026', '030226', '2026-03-02', '2026-3-2',
    'Mar 2, 2026', 'march 2 2026', '2 mar 2026', '2 de marzo de 2026', ' 3 / 2 / 26 ', 'MAR. 2 26',
  ])('%s is March 2, 2026', (text) => expect(read(text)).toEqual({ day: '2026-03-02' })) // biome-ignore format: a table

  it.each([
    '',
    'soon',
    '3/2',
    '2026',
    '3/2/226',
    '13/13/13/13',
    '3//2026',
    'mar 2',
    'x 2 2026',
    '3/2/2026x',
    '+',
    '1e3',
  ])('"%s" is not a day', (text) => expect(read(text)).toEqual({ code: 'not-a-day' }))

  it('counts from today', () => {
    expect(read('today')).toEqual({ day: '2026-11-21' })
    expect(read('T')).toEqual({ day: '2026-11-21' })
    expect(read('hoy')).toEqual({ day: '2026-11-21' })
    expect(read('+7')).toEqual({ day: '2026-11-28' })
    expect(read('-21')).toEqual({ day: '2026-10-31' })
  })
})

describe('a day that does not exist', () => {
  it('names the last day of the month', () => {
    expect(read('2/28/2026')).toEqual({ day: '2026-02-28' })
    expect(read('2/29/2026')).toEqual({ code: 'no-such-day', lastDay: 28 })
    expect(read('2/29/2028')).toEqual({ day: '2028-02-29' })
    expect(read('2/30/2028')).toEqual({ code: 'no-such-day', lastDay: 29 })
    expect(read('4/31/2026')).toEqual({ code: 'no-such-day', lastDay: 30 })
    expect(read('4/0/2026')).toEqual({ code: 'no-such-day', lastDay: 30 })
  })

  it('has twelve months', () => {
    expect(read('12/1/2026')).toEqual({ day: '2026-12-01' })
    expect(read('13/1/2026')).toEqual({ code: 'no-such-month' })
    expect(read('0/1/2026')).toEqual({ code: 'no-such-month' })
  })

  it('lies between 1900 and 2199', () => {
    expect(read('12/31/1899')).toEqual({ code: 'day-out-of-range' })
    expect(read('1/1/1900')).toEqual({ day: '1900-01-01' })
    expect(read('12/31/2199')).toEqual({ day: '2199-12-31' })
    expect(read('1/1/2200')).toEqual({ code: 'day-out-of-range' })
  })
})

describe('two digits of a year', () => {
  it('mean the nearest year', () => {
    expect(read('1/1/26')).toEqual({ day: '2026-01-01' })
    expect(read('1/1/75')).toEqual({ day: '2075-01-01' })
    expect(read('1/1/77')).toEqual({ day: '1977-01-01' })
  })

  it('mean the past for a birth, today included', () => {
    expect(read('11/21/26', 'past')).toEqual({ day: '2026-11-21' })
    expect(read('11/22/26', 'past')).toEqual({ day: '1926-11-22' })
    expect(read('5/6/64', 'past')).toEqual({ day: '1964-05-06' })
    expect(read('2/29/27', 'past')).toEqual({ code: 'no-such-day', lastDay: 28 })
  })
})

it('a day is shown month first', () => expect(writeDay('2026-03-02')).toBe('03/02/2026'))
