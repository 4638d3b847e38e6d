import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const web = join(import.meta.dirname, '../..')
const pages = ['app', 'parts', 'rooms'].flatMap((folder) => globSync(`${folder}/**/*.tsx`, { cwd: web }))

/** What is drawn as a time of day, or ends with one, and a full stop behind it. */
const twice = /<(Moment|Lately|SeenFrom|TimeOf|LocalSpan|LeaveWhen)\b[^<]*?\/>(\s|<\/\w+>|\{' '\})*\.(?!\.)/g

test('a time of day ends with a full stop of its own: no sentence adds a second', () => {
  const found = pages.flatMap((page) =>
    [...readFileSync(join(web, page), 'utf8').matchAll(twice)].map(([words]) => `${page}: ${words}`),
  )
  expect(pages.length).toBeGreaterThan(300)
  expect(found).toEqual([])
})
