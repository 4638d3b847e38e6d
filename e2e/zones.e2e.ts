import { expect, type Page } from '@playwright/test'
import { expectNoFaults, expectSettled } from './desk.ts'
import { test } from './forms/seats.ts'
import { choose, type } from './typing.ts'

// What a drawing cannot be is said where it is drawn, before anything is tried or saved.

const openZone = async (page: Page, url: string): Promise<void> => {
  await page.goto(url)
  await expectSettled(page)
}

/** By its key: while the button sleeps the driver would wait for it. */
const tryIt = (page: Page): Promise<void> => page.getByRole('button', { name: 'Try it' }).press('Enter')

test('EMP-8.2 an area that cannot be read is said at its field when it is left, and when it is to be tried', async ({
  desk,
  origin,
  cases,
}) => {
  const page = await desk('sergeant')
  await openZone(page, `${origin}/enrolments/${cases.homeOpened}/zones/new`)
  await choose(page, 'Shape', 'A circle')
  const swapped = page.getByText('See whether latitude and longitude are swapped.')
  await expect(swapped).toHaveCount(0)
  await type(page, { 'Latitude of the middle': '-121.49', 'Longitude of the middle': '38.58', Radius: '0' })
  await expect(swapped).toBeVisible()
  await page.getByRole('textbox', { name: 'Name' }).focus()
  await expect(page.getByText('This cannot be less than 1.')).toBeVisible()

  await choose(page, 'Shape', 'An outline by its corners')
  await tryIt(page)
  await expect(page.getByText('An outline has three corners or more.')).toBeVisible()
  expectNoFaults(page)
})
