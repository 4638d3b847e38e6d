import { expect, type Page } from '@playwright/test'
import { expectNoFaults, expectSettled } from './desk.ts'
import { test } from './forms/seats.ts'
import { choose, press, type } from './typing.ts'

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

const eight = {
  type: 'Polygon',
  coordinates: [
    [
      [-121.5, 38.58],
      [-121.49, 38.59],
      [-121.49, 38.58],
      [-121.5, 38.59],
      [-121.5, 38.58],
    ],
  ],
}

test('EMP-8.2 an outline that crosses itself is said at its shape, in words, and is not sent', async ({
  desk,
  origin,
  cases,
}) => {
  const page = await desk('sergeant')
  await openZone(page, `${origin}/enrolments/${cases.homeOpened}/zones/new`)
  await type(page, { Name: 'Eight' })
  await choose(page, 'The person', 'must stay out')
  await choose(page, 'Shape', 'GeoJSON: several parts, or with holes')
  await type(page, { GeoJSON: JSON.stringify(eight), Why: 'Order' })
  await tryIt(page)
  const told = /The outline crosses itself near latitude 38\.5\d+, longitude -121\.4\d+\. Move the corners/
  await expect(page.getByRole('alert').filter({ hasText: told })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Shape' })).toContainText(told)
  const sent: string[] = []
  page.on('request', (asked) => sent.push(asked.url()))
  await press(page, 'Put zone in force')
  await expect(page.locator('form [tabindex="-1"]:has(.usa-alert--error)')).toContainText(told)
  expect(sent.filter((url) => url.endsWith('/zones'))).toEqual([])
  expectNoFaults(page)
})
