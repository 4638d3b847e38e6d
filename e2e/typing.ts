import { expect, type Locator, type Page } from '@playwright/test'

/** A page, or a part of it that has a name. */
export type Place = Page | Locator

/**
 * Fills fields by what they are called. Looks that each holds it: while a PDF is being opened beside the form, the
 * browser's driver may send the text to the PDF.
 */
export async function type(place: Place, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = place.getByRole('textbox', { name, exact: true })
    await expect(async () => {
      await field.fill(value)
      await expect(field).toHaveValue(value, { timeout: 500 })
    }).toPass({ timeout: 15_000 })
  }
}

/** Answers a question with one of its radio buttons or ticks, as a person does: by its words. */
export async function choose(place: Place, question: string, answer: string): Promise<void> {
  const group = place.getByRole('group', { name: question, exact: true })
  await group.locator('label').getByText(answer, { exact: true }).click()
  await expect(group.getByLabel(answer, { exact: true })).toBeChecked()
}

/** Chooses from a list that opens. */
export async function pick(place: Place, name: string, option: string): Promise<void> {
  await place.getByRole('combobox', { name, exact: true }).selectOption({ label: option })
}

/** Presses a button by its words. */
export async function press(place: Place, name: string | RegExp): Promise<void> {
  await place.getByRole('button', { name, exact: true }).click()
}

/** Follows a link by its words. */
export async function follow(place: Place, name: string | RegExp): Promise<void> {
  await place.getByRole('link', { name, exact: true }).click()
}

/** The page that stands now is called so. */
export async function expectPage(page: Page, title: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** A part of a page by its heading, whole when it is given as text. */
export const part = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('region', { name, exact: true })

/** The dialog that lies over the page. */
export const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name })
