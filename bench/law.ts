import { readFileSync } from 'node:fs'
import { rule } from '../packages/law/eligibility/rule.ts'
import {
  type DiffCase,
  diff,
  type FactDefinition,
  type Facts,
  type FactValue,
  type Outcome,
  type Pack,
  packs,
  type Step,
  standing,
  type WordingCode,
} from '../packages/law/index.ts'
import { definePack } from '../packages/law/pack.ts'

// How long it takes to put everybody's facts before a pack that has changed, and to say whose outcome is another.

const on = '2026-03-02'

/** Numbers in [0, 1) that come again with the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Another answer to the question; one in four is not known. */
function answerTo(fact: FactDefinition, next: () => number): FactValue {
  if (next() < 0.25) return null
  switch (fact.type) {
    case 'yes-no':
      return next() < 0.5
    case 'count':
      return Math.floor(next() * Math.min(fact.maximum, 60))
    case 'choice':
      return fact.choices[Math.floor(next() * fact.choices.length)]!.value
    case 'day':
      return next() < 0.5 ? '2026-02-20' : '2026-03-03'
  }
}

/** The facts of somebody whom the pack admits, from its worked cases. */
function admitted(pack: Pack): Facts {
  const file = new URL(`../packages/law/cases/${pack.name.replace('/', '_')}.json`, import.meta.url)
  const cases = JSON.parse(readFileSync(file, 'utf8')) as WorkedCase[]
  const found = cases.find(({ step, expect }) => step === pack.steps[0] && expect.outcome === 'eligible')
  return found?.facts ?? {}
}

interface WorkedCase {
  step: Step
  facts: Facts
  expect: { outcome: Outcome }
}

/** People who differ from the admitted one in at most three answers. */
function peopleOf(pack: Pack, count: number): DiffCase[] {
  const [next, base] = [seeded(pack.name.length), admitted(pack)]
  const someFact = () => pack.facts[Math.floor(next() * pack.facts.length)]!
  return Array.from({ length: count }, (_, i) => {
    const others = Array.from({ length: Math.floor(next() * 4) }, () => {
      const fact = someFact()
      return [fact.name, answerTo(fact, next)] as const
    })
    return { id: String(i), step: pack.steps[0]!, facts: { ...base, ...Object.fromEntries(others) } }
  })
}

/** The same law with the last rule of its first step the other way round. */
function changed(pack: Pack): Pack {
  const { hash: _, ...declared } = pack
  const place = pack.rules.findLastIndex(({ steps }) => steps.includes(pack.steps[0]!))
  const last = pack.rules[place]!
  const { clause, kind, steps, from, condition } = last
  const textCode = last.textCode as WordingCode
  const turned = rule({ clause, kind, steps, from, textCode, condition: { op: 'not', of: condition } })
  return definePack({ ...declared, rules: pack.rules.map((other, i) => (i === place ? turned : other)) })
}

function timed<R>(work: () => R): { result: R; ms: number } {
  const began = performance.now()
  const result = work()
  return { result, ms: performance.now() - began }
}

/** Prints each pack's figure beside the plainest pass over the same people: a copy of their facts. */
export function benchLaw(people: number, tell: (line: string) => void): boolean {
  tell(`${people} people before and after a change of the pack`)
  tell(
    `${'pack'.padEnd(42)}${'changed'.padStart(9)}${'time'.padStart(11)}${'a copy'.padStart(11)}${'ratio'.padStart(8)}`,
  )
  const slow = [...packs.values()].filter((pack) => {
    const cases = peopleOf(pack, people)
    const [before, after] = [standing(pack, [], on), standing(changed(pack), [], on)]
    const { result, ms } = timed(() => diff(before, after, cases))
    const copy = timed(() => cases.map(({ facts }) => structuredClone(facts)))
    tell(
      `${pack.name.padEnd(42)}${String(result.cases.length).padStart(9)}${`${ms.toFixed(0)} ms`.padStart(11)}${`${copy.ms.toFixed(1)} ms`.padStart(11)}${(ms / copy.ms).toFixed(0).padStart(8)}`,
    )
    return ms > 1000
  })
  return slow.length === 0
}
