import { expect, type Page } from '@playwright/test'

/** What a button is called without whose row it stands in. */
const plain = (name: string) => name.trim().replaceAll(/\s+/g, ' ')

/**
 * Presses every button of the page that sends nothing, one of each name, and stops at each dialog that opens. The
 * office refuses whatever is sent meanwhile, so that nothing is done. Escape closes the dialog again.
 * @param open shows the page anew
 */
export async function* dialogsOf(page: Page, open: () => Promise<void>): AsyncGenerator<string> {
  await page.route('**/api/**', (sent) =>
    sent.request().method() === 'GET' || sent.request().url().endsWith('/api/session')
      ? sent.continue()
      : sent.fulfill({ status: 422, json: refusal }),
  )
  await open()
  for (const name of await namesOf(page)) {
    const button = buttons(page).filter({ hasText: name }).filter({ visible: true }).first()
    if ((await button.count()) === 0) continue
    await button.click()
    const dialog = page.locator('dialog[open]')
    // A dialog opens with the press itself: one frame later it stands there, or it does not come.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
    if ((await dialog.count()) === 0) continue
    await expect(dialog.locator('[aria-busy="true"]')).toHaveCount(0)
    yield name
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }
}

const refusal = { error: { code: 'cannot-be', message: 'This is only tried.', fields: [] } }

const buttons = (page: Page) =>
  page.locator('main button[type="button"]:enabled:not([data-day]):not([aria-disabled="true"])')

async function namesOf(page: Page): Promise<string[]> {
  const names = await buttons(page).filter({ visible: true }).allTextContents()
  return [...new Set(names.map(plain))].filter((name) => name !== '')
}
