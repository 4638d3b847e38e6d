import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inputsOf, instantIn, runVector, type Told, type Vector, type VectorRun } from '../command/vector.ts'
import type { Happening } from '../types.ts'

const folder = import.meta.dirname
const files = globSync('*/*.json', { cwd: folder }).sort()

const read = (file: string): Vector => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Vector

/** What was said, cut down to what the vector tells of it. */
function asTold(run: VectorRun, expected: readonly Told[]): Told[] {
  const labels = new Map<string, unknown>()
  return run.happenings.toSorted(inOrder).map((happening, place) => {
    const wanted = expected[place] ?? {}
    const told: Told = { kind: happening.kind, at: happening.at }
    for (const name of Object.keys(wanted)) told[name] = shown(happening, name, wanted, labels)
    for (const name of ['late', 'withdrawn'] as const) if (happening[name]) told[name] = true
    if (happening.zone !== undefined) told.zone = happening.zone
    if (happening.joined !== undefined) told.joined = true
    return told
  })
}

function shown(happening: Happening, name: string, wanted: Told, labels: Map<string, unknown>): unknown {
  if (name === 'joined') return happening.joined !== undefined
  if (name === 'values' || name === 'parameters') {
    const whole: Told = happening.evidence[name]
    return Object.fromEntries(Object.keys(wanted[name] as Told).map((key) => [key, whole[key]]))
  }
  if (name === 'fixes') return happening.evidence.fixes.length
  if (name === 'zoneVersion') return happening.evidence.zoneVersion
  if (name !== 'incident') return happening[name as keyof Happening]
  // A label stands for one incident and for no other.
  const taken = [...labels.values()].includes(wanted.incident)
  if (!labels.has(happening.incident) && !taken) labels.set(happening.incident, wanted.incident)
  return labels.get(happening.incident) ?? 'another incident'
}

const times = ['at', 'knownAt', 'confirmedAt', 'from', 'to']

const inMillis = (told: Told): Told =>
  Object.fromEntries(
    Object.entries(told).map(([name, value]) => [name, times.includes(name) ? instantIn(value) : value]),
  )

/** By time, kind and zone. */
const inOrder = (a: Told | Happening, b: Told | Happening): number =>
  Number(a.at) - Number(b.at) || (`${a.kind} ${a.zone}` < `${b.kind} ${b.zone}` ? -1 : 1)

function check(vector: Vector, run: VectorRun): void {
  const { happenings = [], setAside = [], outages = [] } = vector.expect
  const expected = happenings.map(inMillis).sort(inOrder)
  expect(asTold(run, expected)).toEqual(expected)
  expect(run.setAside.map(({ at, reason }) => ({ at, reason }))).toEqual(setAside.map(inMillis))
  expect(
    run.outages.map(({ kind, carrier, from, to, people }) => ({ kind, carrier, from, to, people })),
  ).toEqual(outages.map(inMillis))
}

describe('vectors', () => {
  test('there are more than a hundred, each named once', () => {
    expect(files.length).toBeGreaterThanOrEqual(100)
    expect(new Set(files.map((file) => basename(file))).size).toBe(files.length)
  })

  test.for(files)('%s', (file) => {
    const vector = read(file)
    expect(vector.shows).not.toBe('')
    expect(vector.source.length).toBeGreaterThan(0)
    check(
      vector,
      runVector(
        vector,
        inputsOf(vector).map((input) => [input]),
      ),
    )
  })

  test.for(files)('%s, everything sent twice', (file) => {
    const vector = read(file)
    const run = runVector(
      vector,
      inputsOf(vector).map((input) => [input, input]),
    )
    check(vector, withoutRepeats(run))
  })
})

/** What is set aside at the gate is told of each time it comes; the happenings are what must not be doubled. */
function withoutRepeats(run: VectorRun): VectorRun {
  const known = new Set<string>()
  return {
    ...run,
    setAside: run.setAside.filter(({ key, reason }) => {
      const name = `${key} ${reason}`
      return !known.has(name) && known.add(name)
    }),
  }
}
