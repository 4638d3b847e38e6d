import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as law from './index.ts'
import type { Law } from './types.ts'

const here = new URL('.', import.meta.url)
const AsyncFunction = (async () => undefined).constructor as new (
  ...parts: string[]
) => (...values: unknown[]) => Promise<readonly (readonly [unknown, unknown])[]>

/** The examples of a file: the function documented, and the lines after `@example`. */
function examplesIn(file: string): readonly { name: string; body: string }[] {
  const source = readFileSync(new URL(file, here), 'utf8')
  const blocks = source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*?)\*\/\s*export (?:function|const) (\w+)/g)
  return [...blocks].flatMap(([, comment = '', name = '']) => {
    const lines = comment.split('\n').map((line) => line.replace(/^\s*\* ?/, ''))
    const start = lines.indexOf('@example')
    return start < 0 ? [] : [{ name, body: lines.slice(start + 1).join('\n') }]
  })
}

/** Each line `value // => expected` becomes a pair to compare. */
function run(body: string): Promise<readonly (readonly [unknown, unknown])[]> {
  const checked = body.replace(/^(.*?) \/\/ => (.*)$/gm, 'seen.push([$1, $2]);')
  const names = Object.keys(law)
  const code = `const seen = [];\n${checked}\nreturn seen`
  return new AsyncFunction(...names, code)(...Object.values(law))
}

const files = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('node_modules'),
)
const examples = files.flatMap(examplesIn)

describe('examples in docstrings', () => {
  test.each(examples)('$name', async ({ body }) => {
    const pairs = await run(body)
    expect(pairs.length).toBeGreaterThan(0)
    for (const [value, expected] of pairs) expect(value).toEqual(expected)
  })

  test('every public function has one', () => {
    const functions = Object.entries(law).filter(
      ([name, value]) => typeof value === 'function' && name !== 'LawInputError',
    )
    expect(functions.map(([name]) => name).filter((name) => !examples.some((e) => e.name === name))).toEqual(
      [],
    )
  })
})

test('the index offers what the types promise', () => {
  const promised: Law = law
  expect(Object.keys(promised).length).toBeGreaterThan(20)
})
