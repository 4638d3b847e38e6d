import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, packs, resolveParameters } from '../index.ts'
import type { FactDefinition, Facts, FactValue, Outcome, Pack, ParameterOverride } from '../types.ts'

const ON = '2026-03-02'
const all = [...packs.values()]

function answerTo(fact: FactDefinition): fc.Arbitrary<FactValue> {
  switch (fact.type) {
    case 'yes-no':
      return fc.boolean()
    case 'count':
      return fc.integer({ min: 0, max: Math.min(fact.maximum, 60) })
    case 'choice':
      return fc.constantFrom(...fact.choices.map((choice) => choice.value))
    case 'day':
      return fc.constantFrom('2025-12-31', '2026-02-20', ON, '2026-03-03')
  }
}

/** Every fact of the pack answered, and which of them are known at first. */
const people = (pack: Pack) =>
  fc.tuple(
    fc.record(Object.fromEntries(pack.facts.map((fact) => [fact.name, answerTo(fact)]))),
    fc.array(fc.boolean(), { minLength: pack.facts.length, maxLength: pack.facts.length }),
  )

const someOf = (facts: Facts, known: readonly boolean[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter((_, i) => known[i]))

/** Answers that nothing said later may turn into another, unless it contradicts what was said. */
const settled: readonly Outcome[] = ['ineligible', 'eligible']

describe.each(all.flatMap((p) => p.steps.map((step) => [p.name, step, p] as const)))(
  '%s, %s',
  (_, step, p) => {
    const parameters = resolveParameters(p, [], ON)

    test('a later fact settles what was unknown and turns no settled answer into another', () => {
      fc.assert(
        fc.property(people(p), ([facts, known]) => {
          const before = assess(p, parameters, someOf(facts, known), ON, step)
          const after = assess(p, parameters, facts, ON, step)
          for (const [i, { verdict }] of before.findings.entries())
            if (verdict !== 'unknown') expect(after.findings[i]!.verdict).toBe(verdict)
          if (settled.includes(before.outcome)) expect(after.outcome).toBe(before.outcome)
        }),
        { numRuns: 40 },
      )
    })

    test('the order of facts does not matter, and what is null is as good as left out', () => {
      fc.assert(
        fc.property(people(p), ([facts, known]) => {
          const some = someOf(facts, known)
          const reversed = Object.fromEntries(Object.entries(some).toReversed())
          const nulls = { ...Object.fromEntries(p.facts.map((fact) => [fact.name, null])), ...some }
          const found = assess(p, parameters, some, ON, step)
          expect(assess(p, parameters, reversed, ON, step)).toEqual(found)
          expect(assess(p, parameters, nulls, ON, step)).toEqual(found)
        }),
        { numRuns: 20 },
      )
    })

    test('every fact that is missing is one whose clause waits for it', () => {
      fc.assert(
        fc.property(people(p), ([facts, known]) => {
          const { findings, missing, outcome } = assess(p, parameters, someOf(facts, known), ON, step)
          const unknown = new Set(findings.filter((f) => f.verdict === 'unknown').map((f) => f.clause))
          for (const { clauses } of missing) for (const clause of clauses) expect(unknown).toContain(clause)
          if (outcome === 'incomplete') expect(missing.length).toBeGreaterThan(0)
        }),
        { numRuns: 20 },
      )
    })
  },
)

describe('a day never uses a later version', () => {
  const numbers = all.flatMap((p) =>
    p.parameters.flatMap((x) => (x.type === 'number' && x.unit !== 'cents' ? [[p, x] as const] : [])),
  )
  test('of a parameter, in any pack', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...numbers),
        fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 6 }),
        ([p, x], offsets) => {
          const day = (offset: number) =>
            `2026-${offset < 0 ? '02' : '03'}-${String(((offset + 40) % 28) + 1).padStart(2, '0')}`
          const from = [...new Set(offsets.map(day))]
          const overrides = from.map(
            (on, i): ParameterOverride => ({
              name: x.name,
              value: Math.min(x.maximum, x.minimum + i),
              from: on,
              authority: 'Board',
              resolution: `${i}`,
            }),
          )
          const resolved = resolveParameters(p, overrides, ON).values[x.name]!
          const held = overrides
            .filter((o) => o.from <= ON)
            .toSorted((a, b) => (a.from < b.from ? -1 : 1))
            .at(-1)
          expect(resolved.resolution).toBe(held?.resolution ?? null)
          expect(
            resolveParameters(
              p,
              overrides.filter((o) => o.from <= ON),
              ON,
            ).values[x.name],
          ).toEqual(resolved)
        },
      ),
      { numRuns: 200 },
    )
  })
})
