import { describe, expect, test } from 'vitest'
import { rule } from '../eligibility/rule.ts'
import { diff, standing } from '../index.ts'
import { definePack } from '../pack.ts'
import { wap } from '../testing/wap.ts'
import type { DiffCase, Pack, ParameterOverride } from '../types.ts'

const raised: ParameterOverride = {
  name: 'daysLeftLimit',
  value: 60,
  from: '2026-03-01',
  authority: 'Board of Supervisors',
  resolution: '2026/12',
}

/** Nothing speaks against this person but the days that are left. */
const person = (id: string, daysLeftToServe: number): DiffCase => ({
  id,
  facts: {
    ...Object.fromEntries(wap.facts.filter((f) => f.type === 'yes-no').map((f) => [f.name, false])),
    violentConvictions: 0,
    daysLeftToServe,
  },
})

const between = (from: string, to: string, cases: readonly DiffCase[] = [], p: Pack = wap) =>
  diff(standing(p, [raised], from), standing(p, [raised], to), cases)

/** The same law with one rule that ends and another that begins on a day. */
function amended(on: string): Pack {
  const { hash: _, ...declared } = wap
  const rules = wap.rules.map((r) => (r.clause === 'WAP-ELIG.b' ? { ...r, until: on } : r))
  const stricter = rule({
    clause: 'WAP-ELIG.b',
    kind: 'bar',
    steps: ['admission'],
    from: on,
    textCode: 'wap.rule.medical',
    condition: { op: 'yes', fact: 'medicalProblemRulesOutSites' },
  })
  return definePack({ ...declared, rules: [...rules, stricter] })
}

describe('two days of one pack', () => {
  test.each([
    ['2026-02-27', '2026-02-28', 0],
    ['2026-02-28', '2026-03-01', 1],
    ['2026-03-01', '2026-03-02', 0],
  ])('WAP-ELIG.a from %s to %s: %i parameter differs', (from, to, count) => {
    const found = between(from, to)
    expect(found.parameters).toHaveLength(count)
    expect(found.rules).toEqual([])
  })

  test('a parameter that differs says its clause, both values and who set them', () => {
    expect(between('2026-02-28', '2026-03-01').parameters).toMatchObject([
      {
        name: 'daysLeftLimit',
        clause: 'WAP-ELIG.a',
        before: { value: 45, source: 'pack' },
        after: { value: 60, source: 'county', resolution: '2026/12' },
      },
    ])
  })

  test.each([
    [45, 0],
    [46, 1],
    [60, 1],
    [61, 0],
  ])('WAP-ELIG.a with %i days left: %i outcome changes', (days, changes) => {
    const found = between('2026-02-28', '2026-03-01', [person('p', days)])
    expect(found.casesCompared).toBe(1)
    expect(found.cases).toHaveLength(changes)
  })

  test('a case that changes names the clauses that make it so, and the others are left out', () => {
    const found = between('2026-02-28', '2026-03-01', [person('p1', 50), person('p2', 40), person('p3', 55)])
    expect(found.cases.map((c) => c.id)).toEqual(['p1', 'p3'])
    expect(found.cases[0]).toMatchObject({
      step: 'admission',
      before: 'officer-decides',
      after: 'eligible',
      findings: [{ clause: 'WAP-ELIG.a', before: 'met', after: 'not-met' }],
    })
  })

  test.each([
    ['2021-06-29', '2021-06-30', []],
    ['2021-06-30', '2021-07-01', ['begins']],
    ['2021-07-01', '2021-07-02', []],
    ['2021-07-01', '2021-06-30', ['ends']],
  ])('the repeal of WAP-FEE.1, from %s to %s: %j', (from, to, changes) => {
    expect(between(from, to).repeals.map((r) => r.change)).toEqual(changes)
  })
})

describe('an amendment', () => {
  const changed = amended('2026-03-02')
  const cases = [{ id: 'ill', facts: { ...person('ill', 20).facts, medicalProblemRulesOutSites: true } }]

  test('ends one rule and begins another, and bars whom the earlier left to the officer', () => {
    const found = between('2026-03-01', '2026-03-02', cases, changed)
    expect(found.rules.map((r) => [r.change, r.clause, r.kind])).toEqual([
      ['ends', 'WAP-ELIG.b', 'factor'],
      ['begins', 'WAP-ELIG.b', 'bar'],
    ])
    expect(found.cases).toMatchObject([
      { before: 'officer-decides', after: 'ineligible', findings: [{ clause: 'WAP-ELIG.b' }] },
    ])
  })

  test('a changed pack is compared with the one before it, on one day', () => {
    const found = diff(standing(wap, [], '2026-03-02'), standing(changed, [], '2026-03-02'), cases)
    expect(found.from.hash).not.toBe(found.to.hash)
    expect(found.cases.map((c) => c.after)).toEqual(['ineligible'])
  })

  test('is plain data', () => {
    const found = between('2026-03-01', '2026-03-02', cases, changed)
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
  })
})

test('a case whose facts do not fit is named', () => {
  const cases = [person('p1', 20), { id: 'p2', facts: { monthlyIncome: 1200 } }]
  expect(() => between('2026-03-01', '2026-03-02', cases)).toThrow(
    'cases[1].monthlyIncome: is not a field here',
  )
})

test('two programs are not compared', () => {
  const { hash: _, ...declared } = wap
  const other = standing(definePack({ ...declared, name: 'elsewhere/work' }), [], '2026-03-02')
  expect(() => diff(standing(wap, [], '2026-03-02'), other)).toThrow('compares one program with itself')
})
