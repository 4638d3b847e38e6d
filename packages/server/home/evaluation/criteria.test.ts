import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { type Adult, asked, criteriaOf, type HomeFacts } from './criteria.ts'

const on = Temporal.PlainDate.from('2026-03-02')
const signed: Adult = { consentOn: on, rulesOn: on, withdrawnOn: null, leftOn: null }
const allYes = Object.fromEntries(asked.map((code) => [code, true]))
const facts = (different: Partial<HomeFacts> = {}): HomeFacts => ({
  expanded: true,
  answers: allYes,
  adultsCounted: 1,
  adults: [signed],
  ...different,
})
const met = (different: Partial<HomeFacts>, code: string) =>
  criteriaOf(facts(different)).find((one) => one.code === code)!.met

describe('EMP-3.3 a home held against the criteria', () => {
  test('all met', () => {
    expect(criteriaOf(facts()).every((one) => one.met)).toBe(true)
  })

  test('what nobody has answered is unknown, never no', () => {
    expect(met({ answers: {} }, 'electricity')).toBeNull()
    expect(met({ answers: { electricity: false } }, 'electricity')).toBe(false)
  })

  test.each([
    ['nobody has counted', null, [signed], null],
    ['fewer on record than counted', 2, [signed], null],
    ['as many as counted', 1, [signed], true],
    ['more on record than counted', 0, [signed], null],
    ['lives alone', 0, [], true],
    ['one of two has not signed', 2, [signed, { ...signed, consentOn: null }], false],
    ['one withdrew', 1, [{ ...signed, withdrawnOn: on }], false],
    ['who withdrew has left', 0, [{ ...signed, withdrawnOn: on, leftOn: on }], true],
  ] as const)('EMP-3.3(d) consents: %s', (_name, adultsCounted, adults, expected) => {
    expect(met({ adultsCounted, adults: [...adults] }, 'consents')).toBe(expected)
  })

  test('EMP-3.3(d) the rules are agreed to by each adult apart from the search', () => {
    expect(met({ adults: [{ ...signed, rulesOn: null }] }, 'rules')).toBe(false)
    expect(met({ adults: [{ ...signed, rulesOn: null }] }, 'consents')).toBe(true)
  })

  test('the existing track asks where somebody lives in its own clause, the rest is our own', () => {
    const shown = criteriaOf(facts({ expanded: false })).map(({ code, clause, own }) => [code, clause, own])
    expect(shown[0]).toEqual(['in-area', 'EMP-0.3', false])
    expect(shown.slice(1).every(([, , own]) => own)).toBe(true)
    expect(criteriaOf(facts()).some((one) => one.own)).toBe(false)
  })
})
