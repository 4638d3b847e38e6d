import { setTimeout as pause } from 'node:timers/promises'
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

interface ListedUnit {
  id: string
  since: string
  state: string
  kind: string
  wearer: { personId: string; enrolmentId: string } | null
}

/** So many wear a unit when everybody has come in, of the people that the pictures are made with. */
const everybody = 48

/** Waits until the office is full, and says whom the pictures show: who has worn a unit the longest. */
export async function drawn(deputy: Caller): Promise<Shown> {
  const { units, worn } = await whenFull(deputy)
  const { personId, enrolmentId } = worn.toSorted((a, b) => a.since.localeCompare(b.since))[0]!.wearer!
  const { zones } = await deputy.get<{ zones: { id: string; rule: string }[] }>(
    `/api/home/enrolments/${enrolmentId}/zones`,
  )
  const { today } = await deputy.get<{ today: string }>('/api/desk/today')
  const stock = units.filter(({ state }) => state === 'in-stock')
  return {
    personId,
    enrolmentId,
    homeZoneId: zones.find(({ rule }) => rule === 'inclusion')!.id,
    yesterday: Temporal.PlainDate.from(today).subtract({ days: 1 }).toString(),
    unitInStock: (stock.find(({ kind }) => kind === 'phone') ?? stock[0]!).id,
  }
}

async function whenFull(deputy: Caller): Promise<{ units: ListedUnit[]; worn: ListedUnit[] }> {
  for (let tries = 0; tries < 120; tries++, await pause(5_000)) {
    const { units } = await deputy.get<{ units: ListedUnit[] }>('/api/equipment/units')
    const worn = units.filter(({ wearer, state }) => wearer !== null && state === 'fitted')
    if (worn.length >= everybody) return { units, worn }
  }
  throw new Error(
    'The demonstration did not fill in ten minutes: make the pictures on a machine that is idle.',
  )
}

/** Somebody is at each post, a note is left, and a deputy has called. */
export async function layOut(supervisor: Caller, operator: Caller): Promise<void> {
  const { present } = await operator.get<{ present: { name: string }[] }>('/api/monitoring/shifts')
  const isThere = (name: string) => present.some((each) => each.name.startsWith(name))
  const takeOver = (post: string) => ({ post, relieves: null, note: '' })
  if (!isThere('Supervisor Ash')) {
    await supervisor.post('/api/monitoring/take-over', takeOver('operator'))
    await supervisor.post('/api/monitoring/hand-over', {
      note: 'Quiet until two. One strap: a deputy looks at it.',
      leaves: true,
    })
    await supervisor.post('/api/monitoring/take-over', takeOver('supervisor'))
  }
  if (!isThere('Operator Noor')) await operator.post('/api/monitoring/take-over', takeOver('operator'))
  await operator.post('/api/monitoring/help', {
    caller: 'Deputy Rory Instance',
    phone: '916 555 0122',
    kind: 'where-somebody-is',
    request: 'Is he at home before I drive there?',
    personId: null,
    calledAt: null,
  })
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
      await page.locator('[data-drawn="true"]').waitFor()
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
      await page.getByRole('dialog').getByText('Traccar Client, or another').click()
      await page.getByRole('button', { name: 'Make way in' }).click()
      await page.getByText('This is shown once').waitFor()
    },
  },
  { name: 'looks', as: 'sac-supervisor', height: 640, path: () => '/looks' },
]
