import { describe, expect, test } from 'vitest'
import { leaveKinds } from '../leave/codes.ts'
import { standardTerms } from './standard-terms.ts'
import { termsOf } from './terms.ts'

const none = { kinds: null, conditions: [] }
const last = (terms: ReturnType<typeof termsOf>) => terms.at(-1)!

describe('EMP-4.3 the terms of a contract', () => {
  test('each has a code of its own, a clause and both languages', () => {
    expect(new Set(standardTerms.map(({ code }) => code)).size).toBe(standardTerms.length)
    for (const term of standardTerms) {
      expect(term.clause).toMatch(/^(EMP|SCC)-/)
      expect(term.en.length * term.es.length).toBeGreaterThan(0)
    }
    expect(termsOf(none)).toEqual(standardTerms)
  })

  test('EMP-1.5 the kinds of absence that are open stand in it, each in words; none is said too', () => {
    const all = last(termsOf({ ...none, kinds: leaveKinds }))
    expect(all.en).toContain('work, looking for work, school')
    expect(all.es).toContain('citas médicas')
    expect(last(termsOf({ ...none, kinds: [] })).en).toMatch(/^No absence is open to me/)
  })

  test('EMP-1.4 a condition stands in it with the order that set it, under a code that stays', () => {
    const conditions = [
      { id: 'c1', content: 'No contact with J. Doe', orderReference: 'M-77, Superior Court' },
    ]
    expect(last(termsOf({ ...none, conditions }))).toMatchObject({
      code: 'condition-c1',
      en: 'No contact with J. Doe (Order: M-77, Superior Court)',
    })
  })
})
