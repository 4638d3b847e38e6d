import { packs } from '@inlieu/law'
import { describe, expect, test } from 'vitest'
import { endingOf, returnReasons } from '../return-reasons.ts'
import { mayLoseGoodTime, whyNoLoss } from './may-be-lost.ts'

const packNamed = (name: string) => packs.get(name)!

describe('SCC-2.D with which return good time may be lost', () => {
  test.each(['sacramento/home-detention', 'sacramento/home-detention-expanded'])(
    '%s: for a rule violation, and for nothing else',
    (name) => {
      const may = returnReasons.filter((reason) => mayLoseGoodTime(packNamed(name), endingOf(reason)))
      expect(may).toEqual(['rules-broken', 'law-or-probation-violated'])
    },
  )

  test.each(['fees-not-paid', 'court-asked', 'cannot-work', 'other'] as const)(
    '%s: refused with words',
    (reason) => {
      expect(whyNoLoss(packNamed('sacramento/home-detention'), endingOf(reason))).toContain('SCC-2.D')
    },
  )

  test('before trial, in the Work Project and in the Work Alternative Program there is none to lose', () => {
    const without = [...packs.values()].filter(({ sentence }) => !sentence.goodTime)
    expect(without.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'sacramento/pretrial-sheriff',
        'sacramento/pretrial-court',
        'sacramento/work-project',
      ]),
    )
    for (const pack of without) {
      expect(mayLoseGoodTime(pack, 'rule-violation')).toBe(false)
      expect(whyNoLoss(pack, 'rule-violation')).toMatch(/SCC-2\.D|WAP-GT\.1/)
    }
    expect(whyNoLoss(packNamed('contra-costa/work-alternative'), 'rule-violation')).toContain('WAP-GT.1')
  })
})
