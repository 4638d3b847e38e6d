import type { Page } from '@playwright/test'
import { Temporal } from 'temporal-polyfill'
import type { Caller } from '../packages/server/demonstration/caller.ts'

/** People of the demonstration of whom there is something to see. */
export interface Shown {
  /** Wears a unit, and was followed for days. */
  personId: string
  enrolmentId: string
  homeZoneId: string
  /** The day before today, at the office. */
  yesterday: string
  /** A unit that nobody wears yet. */
  unitInStock: string
}

/** One picture of the guide. */
export interface Picture {
  name: string
  as: string
  height: number
  path: (shown: Shown) => string
  /** What is done on the page before it is taken. */
  prepare?: (page: Page) => Promise<void>
}

/** Whom the pictures show: who has worn a unit the longest. */
export async function drawn(deputy: Caller): Promise<Shown> {
  const { units } = await deputy.get<{
    units: {
      id: string
      since: string
      state: string
      wearer: { personId: string; enrolmentId: string } | null
    }[]
  }>('/api/equipment/units')
  const worn = units
    .filter(({ wearer, state }) => wearer !== null && state === 'fitted')
    .toSorted((a, b) => a.since.localeCompare(b.since))
  const { personId, enrolmentId } = worn[0]!.wearer!
  const { zones } = await deputy.get<{ zones: { id: string; rule: string }[] }>(
    `/api/home/enrolments/${enrolmentId}/zones`,
  )
  const { today } = await deputy.get<{ today: string }>('/api/desk/today')
  return {
    personId,
    enrolmentId,
    homeZoneId: zones.find(({ rule }) => rule === 'inclusion')!.id,
    yesterday: Temporal.PlainDate.from(today).subtract({ days: 1 }).toString(),
    unitInStock: units.find(({ state }) => state === 'in-stock')!.id,
  }
}

async function sayPurpose(page: Page, action: string): Promise<void> {
  await page.getByText('Supervision of my people').click()
  await page.getByRole('button', { name: action }).click()
  await page.locator('[data-drawn="true"]').waitFor()
}

export const pictures: readonly Picture[] = [
  {
    name: 'queue',
    as: 'sac-operator',
    height: 760,
    path: () => '/alarms',
    prepare: async (page) => {
      await page.keyboard.press('j')
      const acknowledge = page.getByRole('button', { name: /^Acknowledge/ })
      await page.getByRole('article').waitFor()
      if (await acknowledge.isVisible()) await page.keyboard.press('a')
      await page.getByText(/has this alarm/).waitFor()
    },
  },
  { name: 'wall', as: 'sac-operator', height: 640, path: () => '/alarm-wall' },
  {
    name: 'map',
    as: 'sac-operator',
    height: 860,
    path: () => '/map',
    prepare: (page) => sayPurpose(page, 'Show the map'),
  },
  {
    name: 'day',
    as: 'sac-operator',
    height: 860,
    path: ({ personId, yesterday }) => `/people/${personId}/day/${yesterday}`,
    prepare: (page) => sayPurpose(page, 'Show the day'),
  },
  { name: 'shifts', as: 'sac-supervisor', height: 860, path: () => '/shifts' },
  {
    name: 'help-log',
    as: 'sac-operator',
    height: 640,
    path: () => '/help-log',
    prepare: async (page) => {
      await page.keyboard.press('l')
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'guideline', as: 'sac-sergeant', height: 860, path: () => '/guidelines/protocol%3Astrap' },
  {
    name: 'detention',
    as: 'sac-deputy',
    height: 900,
    path: ({ enrolmentId }) => `/enrolments/${enrolmentId}/home`,
  },
  {
    name: 'what-if',
    as: 'sac-deputy',
    height: 980,
    path: ({ enrolmentId, homeZoneId }) => `/enrolments/${enrolmentId}/zones/${homeZoneId}`,
    prepare: async (page) => {
      await page.getByLabel('Radius').fill('60')
      await page.getByRole('textbox', { name: 'Why' }).fill('The house alone.')
      await page.getByRole('button', { name: 'Try it' }).click()
      await page.getByText('With this change').waitFor()
      await page.getByLabel('Radius').evaluate((field) => field.scrollIntoView({ block: 'start' }))
    },
  },
  {
    name: 'hours',
    as: 'sac-deputy',
    height: 900,
    path: ({ enrolmentId }) => `/enrolments/${enrolmentId}/hours`,
  },
  {
    name: 'way-in',
    as: 'sac-deputy',
    height: 860,
    path: ({ unitInStock }) => `/equipment/${unitInStock}`,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Make a way in' }).click()
      await page.getByText('Traccar Client, or another').click()
      await page.getByRole('button', { name: 'Make way in' }).click()
      await page.getByText('This is shown once').waitFor()
    },
  },
  { name: 'looks', as: 'sac-supervisor', height: 640, path: () => '/looks' },
]
