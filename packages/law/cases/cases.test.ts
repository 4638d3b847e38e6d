import { describe, expect, test } from 'vitest'
import { packs } from '../index.ts'
import { clausesNamed } from './passages.ts'
import { carries, casesIn, files, worked } from './worked-cases.ts'

// Worked cases, written from the source texts and the questions alone by somebody who had not read the rules.
// README.md says how; `settled` says where text and rule were weighed against each other.

describe.each(files)('%s', (file) => {
  const cases = casesIn(file)

  test('its cases say where they stand in the source, each under a name of its own', () => {
    expect(cases.filter(({ because }) => because.trim() === '')).toEqual([])
    expect(new Set(cases.map(({ name, pack }) => `${pack} ${name}`)).size).toBe(cases.length)
  })

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { found } = worked(one)
    expect(found.outcome).toBe(one.expect.outcome)
    const carrying = found.findings.filter((finding) => carries(found.outcome, finding))
    if (carrying.length === 0 || one.settled !== undefined) return
    // The rules cite what the author of the case read.
    const named = clausesNamed(one.because)
    expect({ cited: carrying.map((f) => f.clause), because: one.because, named: [...named] }).toSatisfy(
      ({ cited }: { cited: readonly string[] }) => cited.some((clause) => named.has(clause)),
    )
  })
})

test('every pack has its worked cases', () => {
  const shown = new Set(files.flatMap(casesIn).map((one) => one.pack))
  expect([...packs.keys()].filter((name) => !shown.has(name))).toEqual([])
})
