import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { addRows, chooseFirst, type FieldOnPage, fieldsOf, standing, typeInto } from './filling.ts'

/** A form that stands open. */
export interface OpenForm {
  page: Page
  form: Locator
  /** The words of its button. */
  action: string
  /** What was sent, and refused, so far. */
  sent: Sent[]
}

interface Sent {
  path: string
  body: string
}

/** Names as people bear them: Arabic, Chinese, Vietnamese, a sign of several parts, a text from right to left. */
const scripts = 'Nguyễn Thị Ánh 山田太郎 عبد الرحمن בן-דוד 👩🏽‍⚖️ O’Hara-Ñ'

const much = `${scripts} `.repeat(120).trim()

/** What cannot be: no such day, a year nobody means, words. */
const impossibleDays: Readonly<Record<string, RegExp>> = {
  '2/30/2026': /no such day/,
  '1/1/0001': /between 1900 and 2199/,
  'the day after': /month, day, year/,
}

const beforeAt = (form: Locator, { id }: FieldOnPage): Locator => form.locator(`[id="${id}-problem"]`)

/** Presses the button; what stood in the form stands in it still, and the office was or was not asked. */
async function refusedAs(open: OpenForm, isAsked: boolean): Promise<void> {
  const { form, action, sent } = open
  const [before, askedBefore] = [await standing(form), sent.length]
  await form.getByRole('button', { name: action, exact: true }).click()
  const summary = form.locator('[tabindex="-1"]:has(.usa-alert--error)')
  await expect(summary).toBeFocused()
  expect(await standing(form), `what was typed, after "${action}"`).toEqual(before)
  expect(sent.length > askedBefore, `"${action}" asks the office`).toBe(isAsked)
}

/** Each of the fields says what is wrong with it, and so does the summary, whose links lead there. */
async function expectTold(open: OpenForm, fields: readonly FieldOnPage[], message: RegExp): Promise<void> {
  const { form } = open
  const links = form.locator('.usa-alert--error a')
  for (const field of fields) {
    await expect(beforeAt(form, field), field.path).toContainText(message)
    await expect(links.and(form.locator(`[href="#${field.id}"]`)), field.path).toHaveText(message)
  }
  if (fields.length === 0) return
  await links.first().click()
  await expect(form.locator(':focus')).toHaveCount(1)
}

const inRow = /\.\d+\./

/** Nothing is typed: what is needed is named. */
export async function leftEmpty(open: OpenForm): Promise<void> {
  const { form } = open
  for (const field of await fieldsOf(form)) {
    if (['marks', 'file'].includes(field.kind) || field.empty) continue
    if (field.kind === 'select') await form.locator(`[id="${field.id}"]`).selectOption('')
    else await typeInto(form, field, '')
  }
  // A row that is left wholly empty is not there.
  const lacking = (await fieldsOf(form)).filter(
    ({ path, needed, empty }) => needed && empty && !inRow.test(path),
  )
  if (lacking.length === 0) return
  await refusedAs(open, false)
  await expectTold(open, lacking, /This is needed\./)
}

/** What is said of a field that holds far too much, and what it shows of the field. */
const ofTooMuch = {
  line: /characters long; at most (\d+) are kept|whole number/,
  area: /characters long; at most (\d+) are kept/,
  day: /month, day, year/,
  time: /time of day/,
  money: /dollars and cents/,
}

const isTyped = (field: FieldOnPage): field is FieldOnPage & { kind: keyof typeof ofTooMuch } =>
  field.kind in ofTooMuch

/**
 * Far too much in every field.
 * @param roomy paths of the fields for which it is not too much
 * @returns how many characters each takes, 0 for a number, by its path
 */
export async function tooLong(
  open: OpenForm,
  { roomy = [] }: { roomy?: readonly string[] },
): Promise<ReadonlyMap<string, number>> {
  const { form } = open
  await addRows(form)
  const limits = new Map<string, number>()
  const typed = (await fieldsOf(form)).filter(isTyped).filter(({ path }) => !roomy.includes(path))
  if (typed.length === 0) return limits
  for (const field of typed) await typeInto(form, field, much)
  await refusedAs(open, false)
  for (const field of typed) {
    const told = beforeAt(form, field)
    await expect(told, field.path).toContainText(ofTooMuch[field.kind])
    limits.set(field.path, Number(/at most (\d+)/.exec((await told.textContent())!)?.[1] ?? 0))
  }
  return limits
}

/** Days that cannot be, in every field of a day. */
export async function impossible(open: OpenForm): Promise<void> {
  const { form } = open
  const days = (await fieldsOf(form)).filter(({ kind }) => kind === 'day')
  if (days.length === 0) return
  for (const [typed, message] of Object.entries(impossibleDays)) {
    for (const day of days) await typeInto(form, day, typed)
    await refusedAs(open, false)
    await expectTold(open, days, message)
  }
}

/** A program that calls itself a PDF, and a PDF that is larger than the office takes. */
export async function wrongFiles(open: OpenForm): Promise<void> {
  const { form } = open
  for (const field of (await fieldsOf(form)).filter(({ kind }) => kind === 'file')) {
    const input = form.locator(`[id="${field.id}"]`)
    await input.setInputFiles({
      name: 'scan.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ: a program'),
    })
    await expect(beforeAt(form, field)).toContainText('whatever its name says')
    await refusedAs(open, false)
    await expect(beforeAt(form, field)).toContainText('whatever its name says')
    await input.setInputFiles(tooLargeFile())
    await expect(beforeAt(form, field)).toContainText('The file is larger than 20 MB.')
    await refusedAs(open, false)
    await expectTold(open, [field], /larger than 20 MB/)
    await input.setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer: smallPicture })
    await expect(beforeAt(form, field)).toHaveCount(0)
  }
}

const smallPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let madeLarge: string | undefined

/** One byte more than the office takes; a picture by its first bytes. Gone when the tests are. */
function tooLargeFile(): string {
  if (madeLarge) return madeLarge
  const folder = mkdtempSync(join(tmpdir(), 'inlieu-large-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  madeLarge = join(folder, 'scan.png')
  const rest = Buffer.alloc(20 * 1024 * 1024 + 1 - smallPicture.length)
  writeFileSync(madeLarge, Buffer.concat([smallPicture, rest]))
  return madeLarge
}

/** The first characters of a text, none of them cut in two. */
function firstOf(text: string, most: number): string {
  const signs = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  )
  let cut = ''
  for (const sign of signs) {
    if ((cut + sign).length > most) break
    cut += sign
  }
  return cut.trim()
}

/**
 * Every field is filled in, in many scripts; the office gets each text exactly as it was typed, refuses, and all of it
 * stands.
 * @param fit what a field needs that cannot be any text, by its path
 * @param tries what is typed is tried on the last days first, which fails
 */
export async function otherScripts(
  open: OpenForm,
  limits: ReadonlyMap<string, number>,
  { fit = {}, tries = false }: { fit?: Readonly<Record<string, string>>; tries?: boolean },
): Promise<void> {
  const { form, sent } = open
  const typed: string[] = []
  for (const field of await fieldsOf(form)) {
    const own = fit[field.path]
    if (own !== undefined && isTyped(field)) await typeInto(form, field, own)
    else if (field.kind === 'day') await typeToday(form, field)
    else if (field.kind === 'time') await typeInto(form, field, '8:00 a.m.')
    else if (field.kind === 'money') await typeInto(form, field, '1.00')
    else if (isTyped(field)) {
      const most = limits.get(field.path) ?? 0
      const words = most === 0 ? '1' : firstOf(scripts, most)
      if (most > 0) typed.push(words)
      await typeInto(form, field, words)
    } else if (field.kind !== 'file' && field.empty) await chooseFirst(form, field)
  }
  if (tries) {
    await form.getByRole('button', { name: 'Try it', exact: true }).click()
    await expect(form.getByRole('alert').filter({ hasText: 'The office cannot be reached.' })).toBeVisible()
  }
  await refusedAs(open, true)
  await expect(form.locator('[tabindex="-1"] .usa-alert--error')).toContainText(refusalWords)
  const bodies = sent.map(({ body }) => body).join('\n')
  for (const words of typed) expect(bodies).toContain(JSON.stringify(words).slice(1, -1))
}

/** What is understood takes the place of what was typed when the field is left. */
async function typeToday(form: Locator, field: FieldOnPage): Promise<void> {
  await typeInto(form, field, 'today')
  await form.locator(`[id="${field.id}"]`).press('Tab')
}

const refusalWords = 'This is only tried.'

/**
 * From here on the office refuses whatever is sent, so that nothing is done; what was sent is kept. A trial gets no
 * answer: refused, it would keep what is to be sent from being sent.
 * @param takesPapers but for a scan, which goes ahead of the form that names it
 */
export async function refuseAll(page: Page, takesPapers: boolean): Promise<Sent[]> {
  const sent: Sent[] = []
  await page.route('**/api/**', (asked) => {
    const { pathname } = new URL(asked.request().url())
    if (asked.request().method() === 'GET' || pathname === '/api/session') return asked.continue()
    if (takesPapers && pathname === '/api/platform/papers')
      return asked.fulfill({ status: 200, json: { paperId: '00000000-0000-4000-8000-000000000000' } })
    if (pathname.endsWith('/what-if')) return asked.abort()
    sent.push({ path: pathname, body: asked.request().postData() ?? '' })
    return asked.fulfill({
      status: 422,
      json: { error: { code: 'cannot-be', message: refusalWords, fields: [] } },
    })
  })
  return sent
}
