import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decidedFirst, isMeasured, writtenAs } from './measured.ts'

const detectors = join(import.meta.dirname, '../../../../watch/detectors')

/** Names under which the watch's own sources tell what was measured. */
function toldNames(): string[] {
  const names = new Set<string>()
  for (const file of globSync('*.ts', { cwd: detectors })) {
    if (file.endsWith('.test.ts')) continue
    for (const [, body] of readFileSync(join(detectors, file), 'utf8').matchAll(/values: \{([^}]*)\}/g))
      for (const [, name] of body!.matchAll(/(?:^|[,\n])\s*(\w+)(?=:|,|\s*$)/g)) names.add(name!)
  }
  return [...names]
}

test('everything that the watch measures has words', () => {
  const told = toldNames()
  expect(told).toEqual(
    expect.arrayContaining(['boundSince', 'fixesBeyond', 'hoursLeft', 'lastContact', 'peak']),
  )
  expect(told.filter((name) => !isMeasured(name))).toEqual([])
})

test('a time is a time, a length a length; the level of tracking is a word', () => {
  expect(writtenAs('boundSince', 1_795_312_800_000)).toBe('moment')
  expect(writtenAs('buffer', 0)).toBe('m')
  expect(writtenAs('level', 0.2)).toBe('share')
  expect(writtenAs('level', 'active')).toBe('word')
})

test('the fixes that decided stand first, wherever they lie', () => {
  const fix = (at: number, decided: boolean) => ({ at, decided })
  const { decided, others } = decidedFirst([fix(1, false), fix(2, true), fix(3, true), fix(4, false)])
  expect([decided.map(({ at }) => at), others.map(({ at }) => at)]).toEqual([
    [3, 2],
    [4, 1],
  ])
})
