import { expect, type Page, type Route } from '@playwright/test'
import { expectAccessible, expectFits, expectNoFaults, expectSettled, expectUnbroken } from './desk.ts'
import { test } from './pages/desks.ts'
import { dialogsOf } from './pages/dialogs.ts'
import { listedPages } from './pages/list.ts'
import { addressOf, type Place } from './pages/places.ts'
import { press } from './typing.ts'

// Each page in each of its states; the pages are shared out among the workers.
test.describe.configure({ mode: 'parallel' })

/** Pages whose lists come from the office whole: an office on its first day has none of it. */
const lists = new Set([
  '/',
  '/search',
  '/trail',
  '/errata',
  '/accounts',
  '/delegations',
  '/commitments',
  '/enrolments',
  '/appointments',
  '/lounge',
  '/money',
  '/ledger',
  '/looks',
  '/waivers',
  '/rosters',
  '/sites',
  '/site-sheet',
  '/alarms',
  '/alarm-wall',
  '/closed-alarms',
  '/followed',
  '/dead-spots',
  '/help-log',
  '/messages',
  '/messages-not-taken',
])

/** What is asked of a page in its address, so that it shows something, and not everything. */
const asked: Readonly<Record<string, string>> = {
  '/search': '?q=sam',
  '/followed': '?q=a',
  '/trail': '?operation=look',
}

const isAboutSomething = (path: string) => path.includes('$')

// `npm test` looks at each page as it stands; `npm run prove -- browser` at each in all of its states.
const whole = process.env.INLIEU_BROWSER === 'whole'

for (const { path, username } of listedPages()) {
  const addressAbout = (origin: string, place: Place): string =>
    origin + addressOf(path, place) + (asked[path] ?? '')

  test(`${path}: as it stands, in both languages, from the first Tab on`, async ({
    desk,
    origin,
    places,
  }) => {
    const page = await desk(username)
    await open(page, addressAbout(origin, places.usual))
    await expectFirstStop(page)
    await expect(page).toHaveTitle(/.+ – Inlieu$/)
    await expectAccessible(page, path)
    await press(page, 'Español')
    await expect(page.locator('html')).toHaveAttribute('lang', /^es/)
    if (whole) {
      await expectAccessible(page, `${path} in Spanish`, path === '/' ? undefined : 'main')
    } else {
      // Its words are longer: where they do not fit it is the phone that shows it.
      await page.setViewportSize({ width: 320, height: 900 })
      await expectFits(page, `${path} in Spanish at 320`)
      await page.setViewportSize({ width: 1440, height: 900 })
    }
    expectNoFaults(page)
  })

  if (!whole) continue

  test(`${path}: the office fails, and is asked again`, async ({ desk, origin, places }) => {
    const page = await desk(username)
    await page.route(isReading, (reading) => reading.fulfill({ status: 500, json: failure }))
    await open(page, addressAbout(origin, places.usual))
    await expectAccessible(page, `${path} in error`, 'main')
    await page.unroute(isReading)
    await askAgain(page)
    expectUnbroken(page)
  })

  test(`${path}: with dialogs open`, async ({ desk, origin, places }) => {
    const page = await desk(username)
    for await (const name of dialogsOf(page, () => open(page, addressAbout(origin, places.usual))))
      await expectAccessible(page, `${path} with the dialog "${name}"`, 'dialog[open]')
    expectUnbroken(page)
  })

  if (isAboutSomething(path) || lists.has(path)) {
    test(`${path}: with nothing there yet`, async ({ desk, origin, places }) => {
      const page = await desk(username)
      if (!isAboutSomething(path)) await page.route(isReading, withoutRows)
      await open(page, addressAbout(origin, places.bare))
      await expectAccessible(page, `${path}, empty`, 'main')
      expectNoFaults(page)
    })
  }

  if (isAboutSomething(path)) {
    test(`${path}: with long names and texts`, async ({ desk, origin, places }) => {
      const page = await desk(username)
      await open(page, addressAbout(origin, places.long))
      await expectAccessible(page, `${path} with long names`, 'main')
      expectNoFaults(page)
    })
  }
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expectSettled(page)
}

/** Presses each "Try again" until the page has everything it reads. */
async function askAgain(page: Page): Promise<void> {
  const again = page.getByRole('main').getByRole('button', { name: 'Try again' })
  // One press may be answered for several: what happens at the office makes pages read anew as well.
  await expect(async () => {
    if ((await again.count()) > 0) await again.first().click({ timeout: 2000 })
    await expectSettled(page)
    expect(await again.count()).toBe(0)
  }).toPass({ timeout: 30_000 })
}

const failure = { error: { code: 'failed', message: 'The office could not do this.', fields: [] } }

const isReading = (url: URL): boolean =>
  url.pathname.startsWith('/api/') && !/^\/api\/(session|stream)/.test(url.pathname)

/** The same answer with every list in it empty. */
async function withoutRows(reading: Route): Promise<void> {
  const answer = await reading.fetch()
  if (!answer.headers()['content-type']?.includes('json')) return reading.fulfill({ response: answer })
  const emptied: unknown = JSON.parse(await answer.text(), (_, value) => (Array.isArray(value) ? [] : value))
  await reading.fulfill({ response: answer, json: emptied })
}

/** The first Tab reaches the link past banner and rooms; it leads to the matter. */
async function expectFirstStop(page: Page): Promise<void> {
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the page' })
  // A paper that opens beside the form takes the driver's keys while it loads, and the page is not the active one then:
  // a person's own keys it does not take.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe(await skip.textContent())
  await expect(async () => {
    await skip.press('Enter')
    await expect(page.locator('#matter')).toBeFocused({ timeout: 1000 })
  }).toPass()
}
