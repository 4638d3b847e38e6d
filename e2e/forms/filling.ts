import type { Locator } from '@playwright/test'

/** A field of a form as it stands on the page. */
export interface FieldOnPage {
  /** Of the element that the summary's link leads to. */
  id: string
  /** Its name in the form: `amountCents`, `charges.0.statute`. */
  path: string
  kind: 'line' | 'area' | 'day' | 'time' | 'money' | 'select' | 'marks' | 'file'
  needed: boolean
  /** Nothing is typed, chosen or marked. */
  empty: boolean
}

/** Every field of the form, in the order in which they stand. */
export function fieldsOf(form: Locator): Promise<FieldOnPage[]> {
  return form.evaluate((element) => {
    type Kind = FieldOnPage['kind']
    const kindOf = (field: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): Kind => {
      if (field instanceof HTMLSelectElement) return 'select'
      if (field instanceof HTMLTextAreaElement) return 'area'
      if (field.type === 'file') return 'file'
      if (field.placeholder === 'MM/DD/YYYY') return 'day'
      if (field.placeholder === '4:10 p.m.') return 'time'
      return field.inputMode === 'decimal' ? 'money' : 'line'
    }
    const pathOf = (name: string): string => name.slice(name.indexOf('-') + 1)
    const found = new Map<string, FieldOnPage>()
    for (const field of element.querySelectorAll<HTMLInputElement>('input, select, textarea')) {
      // Marks that answer one question bear one name; a search among people belongs to no field.
      if (field.type === 'search' || field.name === '' || found.has(field.name)) continue
      if (!field.checkVisibility()) continue
      const isMark = field.type === 'radio' || field.type === 'checkbox'
      const group = isMark ? field.closest('fieldset') : null
      const marks = [...element.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(field.name)}"]`)]
      const star = group?.querySelector(':scope > legend [aria-hidden="true"]') != null
      found.set(field.name, {
        id: field.name,
        path: pathOf(field.name),
        kind: isMark ? 'marks' : kindOf(field),
        needed: field.getAttribute('aria-required') === 'true' || (isMark && star),
        empty: isMark ? !marks.some((mark) => mark.checked) : field.value === '',
      })
    }
    return [...found.values()]
  })
}

/** Everything that stands in the form, but for what is empty: a reader of it sees at once what was lost. */
export function standing(form: Locator): Promise<Record<string, string>> {
  return form.evaluate((element) => {
    const fields = [...element.querySelectorAll<HTMLInputElement>('input, select, textarea')]
    const stands = (field: HTMLInputElement): string =>
      field.type === 'radio' || field.type === 'checkbox'
        ? field.checked
          ? 'marked'
          : ''
        : (field.files?.[0]?.name ?? field.value)
    return Object.fromEntries(
      fields
        .filter((field) => field.type !== 'search' && field.id !== '' && stands(field) !== '')
        .map((field) => [field.id, stands(field)]),
    )
  })
}

const at = (form: Locator, id: string): Locator => form.locator(`[id="${id}"]`)

/** Types over what stands in a field. */
export const typeInto = (form: Locator, { id }: FieldOnPage, words: string): Promise<void> =>
  at(form, id).fill(words)

/** Chooses the first that is offered: an option, a radio button, a box to tick. */
export async function chooseFirst(form: Locator, { id, kind }: FieldOnPage): Promise<void> {
  if (kind === 'select') {
    const options = at(form, id).locator('option:not([value=""])')
    const first = await options.first().getAttribute('value')
    if (first !== null) await at(form, id).selectOption(first)
  } else {
    const free = form.locator(`input[name="${id}"]:enabled`)
    if ((await free.count()) > 0) await free.first().evaluate((mark) => (mark as HTMLInputElement).click())
  }
}

/** One row in each part of the form that can be repeated. */
export async function addRows(form: Locator): Promise<void> {
  // The buttons that add bear the id of their field, so that the summary can lead there.
  for (const button of await form.locator('fieldset > button[type="button"][id]').all()) await button.click()
}
