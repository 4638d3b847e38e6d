import type { Page } from '@playwright/test'
import { Temporal } from 'temporal-polyfill'
import { expectPage, follow, press } from '../typing.ts'

/** The office's own day, which in the demonstration can be moved. */
export async function officeDay(page: Page): Promise<Temporal.PlainDate> {
  const answer = await page.request.get(new URL('/api/desk/today', page.url()).href)
  const { today } = (await answer.json()) as { today: string }
  return Temporal.PlainDate.from(today)
}

/** A day as it is typed here: month, day, year. */
export const asTyped = (day: Temporal.PlainDate | string): string => {
  const [year, month, date] = day.toString().split('-')
  return `${month}/${date}/${year}`
}

/** A day as pages show it: "Mon, Mar 2, 2026". */
export const asShown = (day: Temporal.PlainDate): string =>
  day.toLocaleString('en-US', { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' })

/** Moves the demonstration on from its first page until that day has come. */
export async function goTo(page: Page, day: Temporal.PlainDate): Promise<void> {
  await follow(page, 'Today')
  await expectPage(page, 'Today')
  for (let today = await officeDay(page); Temporal.PlainDate.compare(today, day) < 0; ) {
    const isWeekOff = Temporal.PlainDate.compare(today.add({ days: 7 }), day) <= 0
    const moved = page.waitForResponse((answer) => answer.url().endsWith('/demonstration-clock'))
    await press(page, isWeekOff ? 'Go a week on' : 'Go to the next day')
    await moved
    today = await officeDay(page)
  }
}
