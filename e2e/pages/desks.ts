import { type BrowserContext, test as base, type Page } from '@playwright/test'
import { staffOf } from '../case/driven.ts'
import { signInQuickly, watch } from '../desk.ts'
import { bare, long, type Place, usual } from './places.ts'

/** What pages are about: something as it usually is, something with nothing there yet, something with long texts. */
export interface Places {
  usual: Place
  bare: Place
  long: Place
}

interface Desk {
  /** A new page of somebody who is signed in, in English, with nothing kept from pages before. */
  desk: (username: string) => Promise<Page>
}

interface Office {
  origin: string
  places: Places
  seats: Map<string, BrowserContext>
}

/**
 * Tests over many pages: what they are about is laid out once by each worker, and each account signs in once, so that
 * the browser need not fetch the same program for every page.
 */
export const test = base.extend<Desk, Office>({
  // biome-ignore lint/correctness/noEmptyPattern: that is how a fixture says it needs no other
  origin: [async ({}, use) => use(process.env.INLIEU_E2E_URL ?? ''), { scope: 'worker' }],

  places: [
    async ({ origin }, use) => {
      const staff = await staffOf(origin)
      const known = await usual(staff, origin)
      await use({ usual: known, bare: await bare(staff, known), long: await long(staff, known) })
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  seats: [
    // biome-ignore lint/correctness/noEmptyPattern: that is how a fixture says it needs no other
    async ({}, use) => {
      const seats = new Map<string, BrowserContext>()
      await use(seats)
      for (const seat of seats.values()) await seat.close()
    },
    { scope: 'worker' },
  ],

  desk: async ({ browser, origin, seats }, use) => {
    const pages: Page[] = []
    await use(async (username) => {
      const seat = seats.get(username) ?? (await browser.newContext())
      const page = await seat.newPage()
      pages.push(page)
      // Not in the frame of a PDF, which has no storage.
      await page.addInitScript(() => window === window.top && localStorage.clear())
      if (!seats.has(username)) await signInQuickly(page, username, origin)
      else watch(page)
      seats.set(username, seat)
      return page
    })
    for (const page of pages) await page.close()
  },
})
