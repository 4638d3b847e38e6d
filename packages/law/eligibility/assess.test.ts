import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, factsSchema, say } from '../index.ts'
import { definePack } from '../pack.ts'
import { ON, parametersOf, wap } from '../testing/wap.ts'
import type { Facts, Outcome, Rule } from '../types.ts'
import { moreThan, yes } from './conditions.ts'
import { rule } from './rule.ts'

const { hash: _, ...declared } = wap

/** A pack of three rules, one of each kind, each on a fact of its own. */
const three = definePack({
  ...declared,
  rules: (['bar', 'require', 'factor'] as const).map((kind, i) =>
    rule({
      clause: wap.rules[i]!.clause,
      kind,
      steps: ['admission'],
      from: '1995-01-03',
      textCode: 'wap.rule.goodHealth',
      condition: yes(['goodHealth', 'warrantFound', 'underTheInfluence'][i]!),
    }),
  ),
})

describe('the outcome, in its order', () => {
  const table: readonly [bar: boolean | null, require: boolean | null, factor: boolean | null, Outcome][] = [
    [true, true, false, 'ineligible'],
    [true, null, null, 'ineligible'],
    [false, false, false, 'ineligible'],
    [null, false, null, 'ineligible'],
    [null, true, false, 'incomplete'],
    [false, null, true, 'incomplete'],
    [null, null, null, 'incomplete'],
    [false, true, true, 'officer-decides'],
    [false, true, null, 'officer-decides'],
    [false, true, false, 'eligible'],
  ]
  test.each(table)('bar %s, requirement %s, factor %s: %s', (bar, require, factor, outcome) => {
    const facts: Facts = { goodHealth: bar, warrantFound: require, underTheInfluence: factor }
    expect(assess(three, parametersOf(), facts, ON).outcome).toBe(outcome)
  })
})

describe('what is missing', () => {
  test('bars and requirements come before factors, each with its question and clauses', () => {
    expect(assess(three, parametersOf(), {}, ON).missing.map((m) => m.name)).toEqual([
      'goodHealth',
      'warrantFound',
      'underTheInfluence',
    ])
    const early = assess(wap, parametersOf(), {}, ON, 'early-release').missing
    expect(early[0]).toEqual({
      of: 'fact',
      name: 'daysLeftToServe',
      question: 'wap.fact.daysLeftToServe',
      clauses: ['WAP-P8.1', 'WAP-ELIG.a'],
    })
    const lastRequired = early.findLastIndex(
      (m) => m.clauses.some((c) => c === 'WAP-P8.4') && m.name !== 'warrantFound',
    )
    const firstFactor = early.findIndex((m) => m.clauses.every((c) => c.startsWith('WAP-ELIG')))
    expect(lastRequired).toBeLessThan(firstFactor)
  })

  test('a fact that can no longer change its rule is not asked', () => {
    const found = assess(wap, parametersOf(), { convictionInvolvesArson: true }, ON)
    expect(found.missing.map((m) => m.name)).not.toContain('convictionInvolvesSex')
  })

  test('a number that is not set is asked, not guessed', () => {
    const unset = definePack({
      ...declared,
      rules: [
        rule({
          clause: 'WAP-ELIG.a',
          kind: 'bar',
          steps: ['admission'],
          from: '1995-01-03',
          textCode: 'wap.rule.daysLeft',
          condition: moreThan('daysLeftToServe', 'smallSiteUpTo'),
        }),
      ],
    })
    const found = assess(unset, parametersOf(), { daysLeftToServe: 3 }, ON)
    expect(found.outcome).toBe('incomplete')
    expect(found.missing).toEqual([
      {
        of: 'parameter',
        name: 'smallSiteUpTo',
        question: 'wap.parameter.smallSiteUpTo',
        clauses: ['WAP-ELIG.a'],
      },
    ])
  })
})

describe('what an assessment stands on', () => {
  test('it carries pack, version, hash, parameters, day and the facts as they were', () => {
    const parameters = parametersOf()
    const found = assess(wap, parameters, { daysLeftToServe: 20 }, ON)
    expect(found).toMatchObject({ pack: wap.name, version: wap.version, hash: wap.hash, parameters, on: ON })
    expect(found.facts.daysLeftToServe).toBe(20)
    expect(found.facts.violentConvictions).toBe(null)
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
  })

  test('a rule holds from its day and until its day', () => {
    const dated = (from: string, until: string): Rule =>
      rule({
        clause: 'WAP-ELIG.b',
        kind: 'bar',
        steps: ['admission'],
        from,
        until,
        textCode: 'wap.rule.goodHealth',
        condition: yes('goodHealth'),
      })
    const other = wap.rules.find((r) => r.clause === 'WAP-ELIG.a')!
    const p = definePack({ ...declared, rules: [dated('2026-03-02', '2026-03-04'), other] })
    const clauses = (on: string) => assess(p, parametersOf({}, on), {}, on).findings.map((f) => f.clause)
    expect(clauses('2026-03-01')).toEqual(['WAP-ELIG.a'])
    expect(clauses('2026-03-02')).toEqual(['WAP-ELIG.b', 'WAP-ELIG.a'])
    expect(clauses('2026-03-03')).toEqual(['WAP-ELIG.b', 'WAP-ELIG.a'])
    expect(clauses('2026-03-04')).toEqual(['WAP-ELIG.a'])
  })

  test('a rule sees no fact or parameter that it does not declare', () => {
    const seen: string[] = []
    const spying: Rule = {
      ...wap.rules.find((r) => r.clause === 'WAP-ELIG.a')!,
      verdict: (facts, parameters) => {
        seen.push(...Object.keys(facts), ...Object.keys(parameters.values))
        return 'unknown'
      },
    }
    const facts = { daysLeftToServe: 20, goodHealth: true }
    assess({ ...wap, rules: [spying] }, parametersOf(), facts, ON)
    expect(seen).toEqual(['daysLeftToServe', 'daysLeftLimit'])
  })
})

describe('what is refused', () => {
  test.each([
    [{ feesPaid: true }, 'feesPaid: is not a field here'],
    [{ daysLeftToServe: '20' }, 'daysLeftToServe: must be a whole number'],
    [{ daysLeftToServe: -1 }, 'daysLeftToServe: must be from 0 to 36500'],
    [{ daysAWeekWilling: 8 }, 'daysAWeekWilling: must be from 0 to 7'],
    [{ goodHealth: 'yes' }, 'goodHealth: must be true or false'],
  ])('%j', (facts, message) => {
    expect(() => assess(wap, parametersOf(), facts as Facts, ON)).toThrow(message)
  })

  test('parameters of another day or pack, and a day before the policy took effect', () => {
    expect(() => assess(wap, parametersOf(), {}, '2026-03-03')).toThrow('were resolved for 2026-03-02')
    expect(() => assess(wap, { ...parametersOf(), pack: 'other' }, {}, ON)).toThrow('are those of other')
    const before = '1995-01-02'
    expect(() => assess(wap, parametersOf({}, before), {}, before)).toThrow(
      'before contra-costa/work-alternative',
    )
    const first = '1995-01-03'
    expect(assess(wap, parametersOf({}, first), {}, first).outcome).toBe('officer-decides')
  })

  test('a step without rules: nobody is eligible by an empty list', () => {
    expect(() => assess(three, parametersOf(), {}, ON, 'early-release')).toThrow(
      'has no rules for early-release',
    )
  })
})

describe('properties', () => {
  const value = (name: string) => {
    const fact = wap.facts.find((f) => f.name === name)!
    const known: fc.Arbitrary<boolean | number> =
      fact.type === 'count' ? fc.nat(Math.min(fact.maximum, 60)) : fc.boolean()
    return fc.option(known, { nil: null })
  }
  const anyFacts = fc.record(Object.fromEntries(wap.facts.map((f) => [f.name, value(f.name)])))
  const steps = fc.constantFrom(...wap.steps)

  test('a later fact never turns one settled answer into another', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, steps, (first, second, step) => {
        const later = Object.fromEntries(Object.entries(first).map(([k, v]) => [k, v ?? second[k] ?? null]))
        const before = assess(wap, parametersOf(), first, ON, step)
        const after = assess(wap, parametersOf(), later, ON, step)
        for (const [i, finding] of before.findings.entries())
          if (finding.verdict !== 'unknown') expect(after.findings[i]!.verdict).toBe(finding.verdict)
        if (before.outcome === 'ineligible') expect(after.outcome).toBe('ineligible')
        if (before.outcome === 'eligible') expect(after.outcome).toBe('eligible')
      }),
    )
  })

  test('the order of facts does not matter', () => {
    fc.assert(
      fc.property(anyFacts, steps, (facts, step) => {
        const reversed = Object.fromEntries(Object.entries(facts).reverse())
        expect(assess(wap, parametersOf(), reversed, ON, step)).toEqual(
          assess(wap, parametersOf(), facts, ON, step),
        )
      }),
    )
  })

  test('nothing is missing exactly when nothing is unknown', () => {
    fc.assert(
      fc.property(anyFacts, steps, (facts, step) => {
        const found = assess(wap, parametersOf(), facts, ON, step)
        const unknown = found.findings.some((f) => f.verdict === 'unknown')
        expect(found.missing.length > 0).toBe(unknown)
      }),
    )
  })
})

describe('the schema of facts', () => {
  test('each fact has its question, and null is unknown', () => {
    const schema = factsSchema(wap) as { properties: Record<string, { anyOf: { description: string }[] }> }
    expect(Object.keys(schema.properties)).toEqual(wap.facts.map((f) => f.name))
    expect(schema.properties.goodHealth!.anyOf).toEqual([
      { type: 'boolean', description: say('en', 'wap.fact.goodHealth') },
      { type: 'null' },
    ])
  })

  test('a step has only the facts it reads', () => {
    const names = Object.keys((factsSchema(wap, 'admission') as { properties: object }).properties)
    expect(names).toContain('daysLeftToServe')
    expect(names).not.toContain('goodHealth')
  })
})
