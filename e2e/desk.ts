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

const faults = new WeakMap<Page, string[]>()

function watch(page: Page): void {
  const list: string[] = []
  faults.set(page, list)
  page.on('pageerror', (error) => list.push(`error on the page: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text()))
      list.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 500) list.push(`${response.status()} for ${response.url()}`)
  })
}

/** Nothing threw, nothing was refused by the security policy, no answer was a failure. */
export function expectNoFaults(page: Page): void {
  expect(faults.get(page) ?? []).toEqual([])
}

/** The page as it stands has no fault that axe can find, at the desk's width and at the phone's. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const width of [1440, 320]) {
    await page.setViewportSize({ width, height: 900 })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      .analyze()
    expect(
      violations.map((found) => `${what} at ${width}: ${found.id}: ${found.nodes[0]?.html.slice(0, 160)}`),
    ).toEqual([])
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(tooWide, `${what} at ${width} scrolls sideways`).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}
