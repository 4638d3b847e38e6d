import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page } from '@playwright/test'

/** The password of every account of the demonstration. */
export const password = 'demonstration only'

/** Signs in on a fresh page. Fails the test when the page breaks its own content security policy. */
export async function signIn(
  page: Page,
  username: string,
  origin = process.env.INLIEU_E2E_URL ?? '',
): Promise<void> {
  watch(page)
  await page.goto(`${origin}/`)
  await page.getByLabel('User name').fill(username)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
}

/** Signs in past the form: for tests that are about what stands behind it. */
export async function signInQuickly(page: Page, username: string, origin: string): Promise<void> {
  watch(page)
  const answer = await page.request.post(`${origin}/api/session`, { data: { username, password } })
  expect(answer.status()).toBe(200)
}

/** A second person at another machine. */
export async function another(context: BrowserContext, username: string, origin?: string): Promise<Page> {
  const other = await context.browser()!.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await other.newPage()
  await signIn(page, username, origin)
  return page
}

/** Sends what no form of the page offers, as whoever is signed in on it. @returns the office's status */
export function sendPast(page: Page, path: string, body: unknown): Promise<number> {
  return page.evaluate(
    async ([to, what]) => {
      const { csrf } = await (await fetch('/api/session')).json()
      const headers = {
        'content-type': 'application/json',
        'x-inlieu-csrf': csrf,
        'idempotency-key': crypto.randomUUID(),
      }
      return (await fetch(to!, { method: 'POST', headers, body: what! })).status
    },
    [path, JSON.stringify(body)],
  )
}

interface Faults {
  /** What no page may ever do: throw, or break its own security policy. */
  breaks: string[]
  failures: string[]
}

const faults = new WeakMap<Page, Faults>()

/** Takes down what goes wrong on a page from here on. */
export function watch(page: Page): void {
  const found: Faults = { breaks: [], failures: [] }
  faults.set(page, found)
  page.on('pageerror', (error) => found.breaks.push(`error on the page: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text()))
      found.breaks.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 500) found.failures.push(`${response.status()} for ${response.url()}`)
  })
}

/** Nothing threw and nothing was refused by the security policy. */
export function expectUnbroken(page: Page): void {
  expect(faults.get(page)?.breaks ?? []).toEqual([])
}

/** The same, and no answer was a failure. */
export function expectNoFaults(page: Page): void {
  expectUnbroken(page)
  expect(faults.get(page)?.failures ?? []).toEqual([])
}

const widths = [1440, 320]

/**
 * The page as it stands has no fault that axe can find, at the desk's width and at the phone's, and does not scroll
 * sideways.
 * @param within a selector, where what stands around it was looked at before
 * @param at the widths to look at it, the desk's and the phone's unless told
 */
export async function expectAccessible(
  page: Page,
  what: string,
  within?: string,
  at: readonly number[] = widths,
): Promise<void> {
  for (const width of at) {
    await page.setViewportSize({ width, height: 900 })
    // Every frame here is our own: there is no need to gather from others in a page of its own, which takes longest.
    const axe = new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    const { violations } = await (within === undefined ? axe : axe.include(within)).analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
    expect(found, `${what} at ${width}`).toEqual([])
    await expectFits(page, `${what} at ${width}`)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

/** Nothing of the page lies beside it: it does not scroll sideways. */
export async function expectFits(page: Page, what: string): Promise<void> {
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(tooWide, `${what} scrolls sideways`).toBeLessThanOrEqual(0)
}

/** Everything the page reads has arrived. */
export async function expectSettled(page: Page): Promise<void> {
  await expect(page.locator('main h1')).toHaveCount(1)
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
}
