import { expect, it } from 'vitest'
import { readTime, writeTime } from './time.ts'

it.each([
  ['4:10 pm', '16:10'],
  ['4:10p', '16:10'],
  ['4:10 P.M.', '16:10'],
  ['16:10', '16:10'],
  ['1610', '16:10'],
  ['4p', '16:00'],
  ['4 a.m.', '04:00'],
  ['12 am', '00:00'],
  ['12:30 pm', '12:30'],
  ['0:00', '00:00'],
  ['23:59', '23:59'],
])('%s is %s', (text, time) => expect(readTime(text)).toEqual({ time }))

it.each(['', 'noon', '24:00', '4:60 pm', '13 pm', '0 am', '25', '4:1', '4 xm'])(
  '"%s" is not a time',
  (text) => expect(readTime(text)).toEqual({ code: 'not-a-time' }),
)

it('a bare hour asks for its half of the day', () =>
  expect(readTime('4')).toEqual({ code: 'time-needs-half' }))

it.each([
  ['00:05', '12:05 a.m.'],
  ['11:59', '11:59 a.m.'],
  ['12:00', '12:00 p.m.'],
  ['16:10', '4:10 p.m.'],
])('%s is shown as %s', (time, shown) => {
  expect(writeTime(time)).toBe(shown)
  expect(readTime(shown)).toEqual({ time })
})
