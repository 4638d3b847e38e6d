import { expect, type Locator, type Page } from '@playwright/test'
import { expectNoFaults, expectSettled, watch } from './desk.ts'
import { forms, type ListedForm } from './forms/list.ts'
import {
  impossible,
  leftEmpty,
  type OpenForm,
  otherScripts,
  refuseAll,
  tooLong,
  wrongFiles,
} from './forms/rounds.ts'
import { test } from './forms/seats.ts'
import { namesOfForms } from './forms/sources.ts'
import { choose, press, type } from './typing.ts'

// Each form with what people and accidents put into it. Nothing is saved: once the form is open the office refuses.
test.describe.configure({ mode: 'parallel' })

test('every form with something to type is listed here', () => {
  expect(forms.map(({ name }) => name).toSorted()).toEqual(namesOfForms())
})

// `npm test` leaves each form empty; `npm run prove -- browser` types everything into it that people and accidents do.
const whole = process.env.INLIEU_BROWSER === 'whole'

for (const listed of forms) {
  test(`${listed.name}: a message at each field, and nothing typed is lost`, async ({
    desk,
    origin,
    cases,
  }) => {
    const page = await desk(listed.as ?? 'sergeant')
    await page.goto(origin + listed.path(cases))
    await expectSettled(page)
    for (const name of listed.opens?.(cases) ?? []) await openBy(page, name)
    const form = formOf(page, listed)
    await unfold(form)
    await expect(form).toBeVisible()
    const sent = await refuseAll(page, !listed.isScan)
    const open: OpenForm = { page, form, action: listed.action, sent }
    await leftEmpty(open)
    if (!whole) return expectNoFaults(page)
    for (const [question, answer] of listed.shows ?? []) await choose(form, question, answer)
    const limits = await tooLong(open, listed)
    await impossible(open)
    await wrongFiles(open)
    await otherScripts(open, limits, listed)
    expectNoFaults(page)
  })
}

/** Opens the folded part in which a form stands: a question that somebody has answered is folded away. */
async function unfold(form: Locator): Promise<void> {
  await form.waitFor({ state: 'attached' })
  await form.evaluate((element) => element.closest('details')?.setAttribute('open', ''))
}

for (const [script, familyName, givenNames] of [
  ['Vietnamese', 'Nguyễn', 'Thị Ánh'],
  ['Chinese', '山田', '太郎'],
  ['Arabic, from right to left', 'الراشد', 'عبد الرحمن'],
  ['with a sign of several parts', 'O’Hara-Ñuñez', 'Zoë 👩🏽‍⚖️'],
] as const) {
  test(`a person is opened, and shown as typed: ${script}`, async ({ desk, origin }) => {
    const page = await desk('clerk')
    await page.goto(`${origin}/people/new`)
    await type(page, { 'Family name': familyName, 'Given names': givenNames })
    await press(page, 'Open person')
    const evenSo = page.getByRole('button', { name: 'It is somebody else: open even so' })
    const shown = page.getByRole('heading', { level: 1, name: `${familyName}, ${givenNames}`, exact: true })
    await expect(evenSo.or(shown)).toBeVisible()
    if (await evenSo.isVisible()) {
      await evenSo.click()
      await press(page, 'Open person')
    }
    await expect(shown).toBeVisible()
    expectNoFaults(page)
  })
}

test('sign-in: left empty or far too long it is refused, and the name stands', async ({ page, origin }) => {
  watch(page)
  await page.goto(origin)
  const name = page.getByLabel('User name')
  for (const [typed, secret] of [
    ['', ''],
    ['Nguyễn 山田 عبد', ''],
    ['nobody-of-that-name', 'x'.repeat(5_000)],
  ] as const) {
    await name.fill(typed)
    await page.getByLabel('Password', { exact: true }).fill(secret)
    await press(page, 'Sign in')
    await expect(page.locator('.usa-alert--error')).toBeVisible()
    await expect(name).toHaveValue(typed)
  }
  expectNoFaults(page)
})

const openBy = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('main').getByRole('button', { name, exact: true }).first().click()

/** The form whose button bears these words; in a dialog, if one is open. */
function formOf(page: Page, { action }: ListedForm): Locator {
  const button = page.locator('button[type="submit"]', { hasText: new RegExp(`^${action}$`) })
  return page.locator('main form, dialog[open] form').filter({ has: button }).last()
}
