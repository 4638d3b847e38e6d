import { expect, type Locator, type Page } from '@playwright/test'
import type { Temporal } from 'temporal-polyfill'
import { commitmentPaper } from '../../packages/server/demonstration/case/commitment.ts'
import { drawnPhoto } from '../../packages/server/demonstration/case/photo.ts'
import type { MadeUpPerson } from '../../packages/server/demonstration/people.ts'

/** A file as it is given to a field. */
export interface Given {
  name: string
  mimeType: string
  buffer: Buffer
}

/** The court's paper, scanned. */
export const scanned = (person: MadeUpPerson, receivedOn: Temporal.PlainDate): Given => ({
  name: 'commitment.pdf',
  mimeType: 'application/pdf',
  buffer: commitmentPaper(person, receivedOn),
})

/** A picture of a person. */
export const photo = (person: MadeUpPerson): Given => ({
  name: 'photo.png',
  mimeType: 'image/png',
  buffer: drawnPhoto(person.number),
})

/** The paper that a link leads to has arrived, and is a PDF. */
export async function expectPdf(page: Page, link: Locator): Promise<void> {
  const address = await link.getAttribute('href')
  const answer = await page.request.get(new URL(address!, page.url()).href)
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
}
