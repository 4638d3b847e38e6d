import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { contradictions } from './contradictions.ts'
import { completeFields } from './testing/paper.ts'

const today = Temporal.PlainDate.from('2026-03-10')
const at = (change: Record<string, unknown>) =>
  contradictions(completeFields(change), today).map(({ path }) => path)

describe('what a paper cannot say at once', () => {
  test('a complete paper contradicts nothing', () => {
    expect(at({})).toEqual([])
    expect(at({ origin: 'out-of-county', county: 'Alameda' })).toEqual([])
  })

  test.each([
    ['docket', { docket: '' }],
    ['charges', { charges: [] }],
    ['courtName', { courtName: '' }],
    ['sentencedOn', { sentencedOn: null }],
    ['days', { days: null }],
    ['startsOn', { startsOn: null }],
    ['relation', { relation: 'unstated' }],
    ['creditDays', { creditDays: null }],
    ['addressOnPaper', { addressOnPaper: '' }],
  ])('present on the checklist and not typed: %s', (path, change) => expect(at(change)).toEqual([path]))

  test('absent on the checklist and typed', () => {
    expect(at({ items: { 'docket-number': 'absent', credit: 'absent' } })).toEqual(['docket', 'creditDays'])
  })

  test('nobody has looked yet: what is typed and what is not contradicts nothing', () => {
    expect(at({ docket: '', items: { 'docket-number': 'unknown', charges: 'unknown' } })).toEqual([])
  })

  test('a sentence in years, months or days alone is a length; the county serves in place of the court’s name from elsewhere', () => {
    expect(at({ days: null, months: 2 })).toEqual([])
    expect(at({ days: null, years: 1 })).toEqual([])
    expect(at({ origin: 'out-of-county', courtName: '', county: 'Alameda' })).toEqual([])
    expect(at({ origin: 'out-of-county', courtName: '', county: '' })).toEqual(['courtName'])
  })

  test('zero days of credit are credit stated', () => expect(at({ creditDays: 0 })).toEqual([]))

  test('received yesterday and today, but not tomorrow', () => {
    expect(at({ receivedOn: '2026-03-09' })).toEqual([])
    expect(at({ receivedOn: '2026-03-10' })).toEqual([])
    expect(at({ receivedOn: '2026-03-11' })).toEqual(['receivedOn'])
  })

  test('sentenced before the paper came or on that day, but not after', () => {
    expect(at({ receivedOn: '2026-03-02', sentencedOn: '2026-03-01' })).toEqual([])
    expect(at({ receivedOn: '2026-03-02', sentencedOn: '2026-03-02' })).toEqual([])
    expect(at({ receivedOn: '2026-03-02', sentencedOn: '2026-03-03' })).toEqual(['sentencedOn'])
  })

  test('naming what it modifies or follows says that it does', () => {
    const other = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
    expect(at({ modifiesCommitmentId: other })).toEqual(['modification'])
    expect(at({ modifiesCommitmentId: other, modification: true })).toEqual([])
    expect(at({ consecutiveTo: [other] })).toEqual(['relation'])
    expect(at({ consecutiveTo: [other], relation: 'consecutive' })).toEqual([])
  })
})
