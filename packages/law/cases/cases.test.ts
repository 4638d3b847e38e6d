import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assess, pack, resolveParameters } from '../index.ts'
import type { Facts, Outcome, ParameterOverride, Step } from '../types.ts'

// Worked cases, written from the source texts and the questions alone by somebody who had not read the rules.
// README.md says how; `settled` says where text and rule were weighed against each other.

interface WorkedCase {
  name: string
  pack: string
  step: Step
  on: string
  facts: Facts
  /** Values of the county, where a case needs one. */
  county?: readonly ParameterOverride[]
  expect: { outcome: Outcome }
  /** The passage of the source, in other words, and where it stands. */
  because: string
  /** Where the text leaves it open. */
  open?: string
  /** What was decided when the case and the rules first disagreed, and why. */
  settled?: string
}

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'))

describe.each(files)('%s', (file) => {
  const cases = JSON.parse(
    readFileSync(new URL(`./${file}`, import.meta.url), 'utf8'),
  ) as readonly WorkedCase[]

  test('its cases say where they stand in the source, each under a name of its own', () => {
    expect(cases.filter(({ because }) => because.trim() === '')).toEqual([])
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
  })

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const law = pack(one.pack)
    const parameters = resolveParameters(law, one.county ?? [], one.on)
    expect(assess(law, parameters, one.facts, one.on, one.step).outcome).toBe(one.expect.outcome)
  })
})

test('every pack has its worked cases', () => {
  expect(files.length).toBeGreaterThan(0)
})
