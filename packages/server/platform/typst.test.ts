import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fontFiles, renderPdf } from './typst.ts'

const serverFolder = join(import.meta.dirname, '..')
let folder: string
beforeAll(async () => {
  // Below the server's folder, because templates are looked for there.
  folder = await mkdtemp(join(import.meta.dirname, '.typst-test-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const office = { name: 'Test Office', county: 'Test', address: '', phone: '' }

async function template(name: string, source: string): Promise<string> {
  await writeFile(join(folder, name), source)
  return relative(serverFolder, join(folder, name))
}

test('a letter is a PDF that says it is accessible', async () => {
  const path = await template(
    'a.typ',
    '#import "/platform/letter.typ": *\n#show: letter.with(title: data.title)\n#data.text',
  )
  const pdf = renderPdf(path, { office, title: 'Notice', text: 'Plain', language: 'en' })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.includes('pdfuaid')).toBe(true)
})

test('data is printed as it stands and never run', async () => {
  const path = await template(
    'b.typ',
    '#import "/platform/letter.typ": *\n#show: letter.with(title: data.title)\n#data.text',
  )
  const pdf = renderPdf(path, { office, title: 'Notice', text: '#panic("run") *bold* $x$', language: 'en' })
  expect(pdf.length).toBeGreaterThan(1000)
})

test('a name in a script the fonts lack still gets its paper', async () => {
  const path = await template(
    'c.typ',
    '#import "/platform/letter.typ": *\n#show: letter.with(title: data.title)\n#data.text',
  )
  expect(
    renderPdf(path, { office, title: 'Notice', text: '山田 太郎', language: 'en' }).length,
  ).toBeGreaterThan(1000)
})

test('a template without what it needs is refused with the reason', async () => {
  const path = await template(
    'd.typ',
    '#import "/platform/letter.typ": *\n#show: letter.with(title: data.title)\n#data.absent',
  )
  expect(() => renderPdf(path, { office, title: 'Notice', language: 'en' })).toThrow(
    /d\.typ could not be made: .*absent/,
  )
})

test('the fonts papers are set in are here', () => {
  expect(fontFiles()).toEqual(
    expect.arrayContaining(['LiberationSans-Regular.ttf', 'LiberationSans-Bold.ttf', 'DejaVuSans.ttf']),
  )
})
