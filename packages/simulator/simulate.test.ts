import { describe, expect, test } from 'vitest'
import { Random } from './random.ts'
import { scoreOf, watched } from './score.ts'
import { simulate } from './simulate.ts'
import { spansWhere } from './truth.ts'

const MINUTE = 60_000

describe('simulate', () => {
  test('the same seed is the same person, another is another', () => {
    expect(simulate(7, 2)).toEqual(simulate(7, 2))
    expect(simulate(7, 2).inputs).not.toEqual(simulate(8, 2).inputs)
  })

  test('a fix or a sign of life a minute, each with a key of its own, none before it was measured', () => {
    const { inputs, from, to } = simulate(3, 2)
    expect(inputs.length).toBeGreaterThan(((to - from) / MINUTE) * 0.9)
    expect(new Set(inputs.map(({ key }) => key)).size).toBe(inputs.length)
    expect(inputs.every(({ at, received }) => received > at)).toBe(true)
  })

  test('among many there is every kind of truth', () => {
    const people = Array.from({ length: 12 }, (_, seed) => simulate(seed, 7).truth)
    for (const name of ['absent', 'forbidden', 'silent', 'blind', 'low', 'strapCut'] as const) {
      expect(people.flatMap((truth): unknown[] => truth[name]).length, name).toBeGreaterThan(0)
    }
  })
})

describe('score', () => {
  test('nothing said of an absence is one not found; something said of nothing is wrong', () => {
    const run = simulate(1, 1)
    const absence = { from: run.from + 60 * MINUTE, to: run.from + 70 * MINUTE }
    const silent = scoreOf({ ...run, truth: { ...run.truth, absent: [absence] } }, [])
    expect(silent.found['absences over five minutes']).toEqual({ there: 1, found: 0 })
    const truth = { absent: [], forbidden: [], silent: [], blind: [], low: [], strapCut: [] }
    const said = watched(run)
    const wrong = Object.values(scoreOf({ ...run, truth }, said).incidents)
    expect(wrong.every((one) => one.wrong === one.said)).toBe(true)
  })

  test('a person is watched, and absences are found', () => {
    const runs = Array.from({ length: 5 }, (_, seed) => simulate(seed, 3))
    const scores = runs.map((run) => scoreOf(run, watched(run)).found['absences over five minutes'])
    const there = scores.reduce((sum, one) => sum + one.there, 0)
    expect(there).toBeGreaterThan(0)
    expect(scores.reduce((sum, one) => sum + one.found, 0)).toBe(there)
  })
})

test('spans by looking at even times', () => {
  expect(spansWhere(0, 10, 1, (at) => (at >= 2 && at < 4) || at > 8)).toEqual([
    { from: 2, to: 4 },
    { from: 9, to: 10 },
  ])
})

test('random numbers by their seed', () => {
  const random = new Random(1)
  const numbers = Array.from({ length: 2000 }, () => random.normal())
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length
  expect(Math.abs(mean)).toBeLessThan(0.1)
})
