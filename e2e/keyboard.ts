import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than this to something that is done all day is too far. */
const far = 12

/** Two hands on a keyboard and nothing else. After each deed it is looked whether the focus is somewhere, and seen. */
export class Keyboard {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Presses keys one after the other, as fingers do. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
    await this.expectStanding(`after ${keys.join(', ')}`)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
    await this.expectStanding(`after typing "${text}"`)
  }

  /**
   * Tabs to a control.
   * @throws the stops it came by, where it is further than twelve
   */
  async tabTo(control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.walkTo(control, key, far)
  }

  /** Walks a list with one key, until the focus is on what is looked for. */
  async walkTo(control: Locator, key: string, most = 60): Promise<void> {
    const stops: string[] = []
    while (!(await has(control))) {
      if (stops.length === most)
        throw new Error(`${control} is not reached by ${most} times ${key}: ${stops.join(' → ')}`)
      await this.press(key)
      stops.push(await this.page.evaluate(whereName))
    }
  }

  /** Opens a page of the menu at the left. */
  async goTo(title: string): Promise<void> {
    await this.press('m', 'Home')
    const link = this.page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: title })
    await this.walkTo(link, 'ArrowDown', far)
    await this.press('Enter')
    await expect(this.page.getByRole('heading', { level: 1 })).toBeFocused()
  }

  /** Opens a dialog by its key, and returns when the focus is in it. */
  async open(key: string, name: string | RegExp): Promise<Locator> {
    const dialog = this.page.getByRole('dialog', { name })
    await this.press(key)
    await expect(dialog).toBeVisible()
    await expect(dialog.locator(':focus')).toHaveCount(1)
    return dialog
  }

  /** Sends the form of the open dialog from its last field, and returns when the dialog is gone. */
  async save(): Promise<void> {
    await this.press('Tab', 'Enter')
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
    await this.expectStanding('after the dialog')
  }

  /** Something has the focus, it is in the window, and it is marked. */
  async expectStanding(when: string): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(focusLacks), { message: `the focus ${when}`, timeout: 5_000 })
      .toBe('')
  }
}

const has = (control: Locator): Promise<boolean> =>
  control.evaluateAll((found) => found.includes(document.activeElement as never))

/** What is at fault with the focus as it is; empty when nothing is. Runs in the page. */
function focusLacks(): string {
  const on = document.activeElement
  if (!on || on === document.body) return 'is nowhere'
  const name = `${on.localName} "${(on.getAttribute('aria-label') ?? on.textContent ?? '').trim().slice(0, 60)}"`
  // Radio buttons and ticks are drawn by their label, which stands beside them.
  const isDrawnBeside = on.matches('input[type="radio"], input[type="checkbox"]')
  const drawn = isDrawnBeside ? on.nextElementSibling! : on
  const { outlineStyle, outlineWidth } = getComputedStyle(drawn, isDrawnBeside ? '::before' : null)
  if (outlineStyle === 'none' || outlineWidth === '0px') return `is on ${name}, which is not marked`
  const { top, bottom, left, right } = drawn.getBoundingClientRect()
  const isSeen = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
  return isSeen ? '' : `is on ${name}, which is out of sight (${Math.round(top)} to ${Math.round(bottom)})`
}

/** The name of what has the focus, roughly. Runs in the page. */
function whereName(): string {
  const on = document.activeElement
  const label = on instanceof HTMLInputElement ? on.labels?.[0]?.textContent : undefined
  return `${on?.localName} ${(on?.getAttribute('aria-label') ?? label ?? on?.textContent ?? '').trim().slice(0, 30)}`
}
