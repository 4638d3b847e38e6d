import { expect, type Page, test } from '@playwright/test'
import type { Case, Staff } from '../packages/server/demonstration/case/staff.ts'
import { openSite } from '../packages/server/demonstration/office-setup.ts'
import { admitted, booked, somebody, staffOf, todayOf, unused } from './case/driven.ts'
import { another, password, signIn } from './desk.ts'
import { choose, dialog, expectPage, part, press, type } from './typing.ts'

const origin = () => process.env.INLIEU_E2E_URL ?? ''
let staff: Staff
test.beforeAll(async () => {
  staff = await staffOf(origin())
})

interface Schedule {
  days: { day: string }[]
}

const daysOf = async ({ enrolmentId }: Case): Promise<number> =>
  (await staff.clerk.get<Schedule>(`/api/work-release/enrolments/${enrolmentId}/schedule`)).days.length

test('two clerks in the same second on the last place of a day: one gets it, the other keeps what was chosen', async ({
  page,
  context,
}) => {
  const garden = unused('One Place Garden')
  const siteId = await siteForOne(garden)
  const people = [43, 44].map((n) => somebody(n, 'Sameday', { days: 4, creditDays: 3 }))
  const cases = [await booked(staff, people[0]!), await booked(staff, people[1]!)]
  await signIn(page, 'clerk')
  const deputy = await another(context, 'deputy')
  const pages = [page, deputy]
  const days = await Promise.all(pages.map((desk, n) => chooseDay(desk, cases[n]!, { siteId, name: garden })))
  expect(days[0]).toBe(days[1])

  await Promise.all(pages.map((desk) => press(desk, 'Make contract')))
  await Promise.all(pages.map((desk) => expect(told(desk)).toBeVisible()))
  const had = await Promise.all(cases.map(daysOf))
  expect(had.toSorted()).toEqual([0, 1])

  const late = pages[had.indexOf(0)]!
  const refused = late
    .getByRole('alert')
    .filter({ hasText: /is full/ })
    .first()
  await expect(refused).toBeVisible()
  await expect(part(late, 'Contract, version 1').locator('li time')).toHaveAttribute('datetime', days[0]!)
  await expect(late.getByRole('textbox', { name: 'Why other than proposed' })).toHaveValue(reason)
})

const reason = 'Asked for this site'

/** What a clerk sees when the office has answered: the contract, or that the place is gone. */
const told = (desk: Page) =>
  desk
    .getByRole('heading', { level: 1, name: 'Work contract' })
    .or(desk.getByRole('alert').filter({ hasText: /is full/ }))
    .first()

/** A site that takes one person a day. */
async function siteForOne(name: string): Promise<string> {
  const site = {
    number: 90,
    name,
    kind: 'city' as const,
    organization: 'City of Martinez',
    line1: '9 Example Lane',
    city: 'Martinez',
    zip: '94553',
    tasks: 'Weeding',
    demands: 'Bending',
    cannotTake: [],
    reportAt: '08:00',
    places: [1, 1, 1, 1, 1, 1, 1],
  }
  return openSite(staff, site, await todayOf(staff))
}

/** Gives up what is proposed and picks the first open day of the site. @returns the day */
async function chooseDay(desk: Page, one: Case, site: { siteId: string; name: string }): Promise<string> {
  await desk.goto(`${origin()}/enrolments/${one.enrolmentId}/schedule?site=${site.siteId}`)
  const draft = part(desk, 'Contract, version 1')
  await expect(part(desk, `Days at ${site.name}`)).toBeVisible()
  for (let left = await draft.getByRole('button', { name: /^Remove/ }).count(); left > 0; left--)
    await draft
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click()
  const open = part(desk, `Days at ${site.name}`).getByRole('button', { name: /1 left/ })
  if ((await open.count()) === 0) await press(desk, 'Next month')
  const day = await open.first().getAttribute('data-day')
  await open.first().click()
  await type(draft, { 'Why other than proposed': reason })
  return day!
}

test('two clerks on one record: the second sees both side by side, chooses, and what was chosen is on record', async ({
  page,
  context,
}) => {
  const { personId } = await admitted(staff, somebody(45, 'Twohands'))
  await signIn(page, 'clerk')
  const deputy = await another(context, 'deputy')
  for (const desk of [page, deputy]) await desk.goto(`${origin()}/people/${personId}/details`)
  await type(deputy, { 'Place of birth': 'Oakland', 'Street address': '3 Elm Street' })
  await choose(deputy, 'How has the address changed?', 'It was written down wrong')

  await type(page, { 'Place of birth': 'Richmond', 'Race or ethnic origin': 'Filipino' })
  await press(page, 'Save details')
  await expect(page).toHaveURL(`${origin()}/people/${personId}`)

  await press(deputy, 'Save details')
  await expect(deputy.getByText(/changed this at/)).toBeVisible()
  await press(deputy, 'Save with these choices')
  await expect(deputy.getByText('Both of you changed this. Choose one.')).toBeVisible()
  await choice(deputy, 'Place of birth', 'Yours')
  await press(deputy, 'Save with these choices')
  await expect(deputy).toHaveURL(`${origin()}/people/${personId}`)
  expect(await staff.clerk.get<unknown>(`/api/people/${personId}`)).toMatchObject({
    birthPlace: 'Oakland',
    address: { line1: '3 Elm Street' },
    race: 'Filipino',
  })
})

/** Chooses one side of a field that both have changed. */
const choice = (desk: Page, field: string, side: string) =>
  desk.getByRole('group', { name: field }).locator('label').filter({ hasText: side }).click()

test('a session that ends mid-form: signed in again over the page, it is saved with everything typed', async ({
  page,
}) => {
  await signIn(page, 'clerk')
  const familyName = unused('Midform')
  await page.goto(`${origin()}/people/new`)
  await type(page, {
    'Family name': familyName,
    'Given names': 'Mai Đặng',
    'Date of birth': '03/02/1980',
    'Street address': '7 Example Street',
    'ZIP code': '94553',
  })
  await expect(page.getByRole('textbox', { name: 'City' })).toHaveValue('Martinez')
  await endSession(page)
  await press(page, 'Open person')
  const again = dialog(page, 'Sign in again to go on')
  await expect(again).toContainText('with everything you typed')
  await again.getByLabel('Password').fill(password)
  await press(again, 'Sign in')
  // What was pressed is done now, without being pressed again.
  await expectPage(page, `${familyName}, Mai Đặng`)
  await expect(page.getByText('7 Example Street').first()).toBeVisible()
})

/** Ends the session at the office; the page does not know yet. */
async function endSession(page: Page): Promise<void> {
  const session = await page.request.get(`${origin()}/api/session`)
  const { csrf } = (await session.json()) as { csrf: string }
  const headers = { 'x-inlieu-csrf': csrf }
  const ended = await page.request.post(`${origin()}/api/session/end`, { headers })
  expect(ended.ok()).toBe(true)
}

interface Statement {
  receipts: unknown[]
  paidCents: number
}

test('"Record payment" pressed twice, and again after a reload without an answer: one payment', async ({
  page,
}) => {
  const person = somebody(46, 'Oncepaid')
  const { enrolmentId } = await admitted(staff, person)
  const statement = () => staff.clerk.get<Statement>(`/api/money/enrolments/${enrolmentId}/statement`)
  await signIn(page, 'clerk')
  await page.goto(`${origin()}/enrolments/${enrolmentId}/fees`)
  await typePayment(page, '10')
  await page.getByRole('button', { name: 'Record payment' }).dblclick()
  await expect(part(page, 'Receipts').getByRole('listitem')).toHaveCount(1)
  expect(await statement()).toMatchObject({ paidCents: 1_000 })

  // The office has done it, and its answer never arrives.
  await page.route('**/api/money/record-payment', async (sent) => {
    await sent.fetch()
    await sent.abort()
  })
  await typePayment(page, '20')
  await press(page, 'Record payment')
  await expect(page.getByText('Trying again cannot do it twice.')).toBeVisible()
  await page.unroute('**/api/money/record-payment')
  await page.reload()
  await expect(page.getByText('This is what you typed on')).toBeVisible()
  await press(page, 'Record payment')
  await expect(part(page, 'Receipts').getByRole('listitem')).toHaveCount(2)
  expect(await statement()).toMatchObject({ paidCents: 3_000 })
})

async function typePayment(page: Page, dollars: string): Promise<void> {
  const payment = part(page, 'Take a payment')
  await choose(payment, 'Form of payment', 'Cash')
  await type(payment, { Amount: dollars })
}
