import { describe, expect, it } from 'vitest'
import { isMonth, monthBeside, periodOf } from './period.ts'

const today = '2026-02-14'
const february = { from: '2026-02-01', until: '2026-02-28' }

describe('the span of days that a ledger shows', () => {
  it('is the month of today, unless the address names one', () => {
    expect(periodOf({}, today)).toEqual(february)
  })
  it.each([
    [
      { from: '2026-01-05', until: '2026-01-09' },
      { from: '2026-01-05', until: '2026-01-09' },
    ],
    [{ from: '2026-01-05' }, { from: '2026-01-05', until: '2026-01-31' }],
    [{ until: '2026-02-09' }, { from: '2026-02-01', until: '2026-02-09' }],
    [{ from: '2026-02-30', until: 'soon' }, february],
    [{ from: '', until: '' }, february],
  ])('%o', (search, period) => {
    expect(periodOf(search, today)).toEqual(period)
  })
  it('goes to the month before and after, over the turn of the year', () => {
    expect(monthBeside({ from: '2026-01-31', until: '2026-02-01' }, -1)).toEqual({
      from: '2025-12-01',
      until: '2025-12-31',
    })
    expect(monthBeside(february, 1)).toEqual({ from: '2026-03-01', until: '2026-03-31' })
  })
  it.each([
    [february, true],
    [{ from: '2026-02-01', until: '2026-02-27' }, false],
    [{ from: '2026-02-02', until: '2026-02-28' }, false],
    [{ from: '2026-02-01', until: '2026-03-31' }, false],
  ])('%o is a month: %o', (period, is) => {
    expect(isMonth(period)).toBe(is)
  })
})
