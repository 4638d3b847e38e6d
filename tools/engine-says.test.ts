import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inputsOf, runVector, type Vector } from '../packages/watch/command/vector.ts'
import { engineSays } from '../packages/web/rooms/monitoring/parts/engine-says.ts'

// What the watch says is known again on the pages, so that it can be said in another language.

const watch = join(import.meta.dirname, '../packages/watch')
const read = (file: string) => readFileSync(join(watch, file), 'utf8')
const unknown = (texts: Iterable<string>) => [...new Set(texts)].filter((text) => engineSays(text) === null)

test('every reason of every published vector', () => {
  const reasons = globSync('vectors/*/*.json', { cwd: watch }).flatMap((file) => {
    const vector = JSON.parse(read(file)) as Vector
    return runVector(vector, [inputsOf(vector)]).happenings.map(({ evidence }) => evidence.why)
  })
  expect(reasons.length).toBeGreaterThan(50)
  expect(unknown(reasons)).toEqual([])
})

test('every sentence without figures that stands in a detector', () => {
  const files = [...globSync('detectors/*.ts', { cwd: watch }), 'reconcile.ts'].filter(
    (file) => !file.endsWith('.test.ts'),
  )
  const sentences = files.flatMap((file) =>
    [...read(file).matchAll(/'([A-Z][^'\n]*\.)'|"([A-Z][^"\n]*\.)"/g)].map(([, one, other]) => one ?? other!),
  )
  expect(sentences.length).toBeGreaterThan(30)
  expect(unknown(sentences)).toEqual([])
})
