import { expect, type Page } from '@playwright/test'
import { Temporal } from 'temporal-polyfill'
import type { MadeUpPerson } from '../../packages/server/demonstration/people.ts'
import { dialog, expectPage, follow, part, pick, press } from '../typing.ts'
import { asShown } from './days.ts'
import { expectPdf } from './papers.ts'
import { step } from './receive.ts'

/** Where the person works, and on which days. */
export interface Contract {
  site: string
  days: Temporal.PlainDate[]
}

/** The first site of the policy's order and the days it proposes, as the contract (WAP-P4.1, WAP-P4.2). */
export async function chooseDays(page: Page, count: number): Promise<Contract> {
  await step(page, 'Site and days')
  const first = part(page, /^Sites in the order of the policy/)
    .getByRole('row')
    .nth(1)
  await expect(first).toContainText(/miles/)
  const site = (await first.getByRole('button').textContent())!
  const draft = part(page, 'Contract, version 1')
  await expect(draft).toContainText(`${count} days, all that are owed`)
  await expect(draft).toContainText('WAP-P4.2')
  await changeOneDay(page, count)
  const picked = await draft
    .locator('li time')
    .evaluateAll((days) => days.map((day) => (day as HTMLTimeElement).dateTime))
  await press(draft, 'Make contract')
  await expectPage(page, 'Work contract')
  return { site, days: picked.map((day) => Temporal.PlainDate.from(day)) }
}

/** A day is given up and taken again in the month; the contract beside it follows. */
async function changeOneDay(page: Page, count: number): Promise<void> {
  const draft = part(page, 'Contract, version 1')
  const picked = part(page, /^Days at/)
    .getByRole('button', { pressed: true })
    .first()
  const day = await picked.getAttribute('data-day')
  const inMonth = page.locator(`button[data-day="${day}"]`)
  await inMonth.click()
  await expect(draft).toContainText('1 day still to pick')
  await inMonth.click()
  await expect(draft).toContainText(`${count} days, all that are owed`)
}

/** The contract has become a paper. */
export async function printContract(page: Page): Promise<void> {
  const print = part(page, 'Paper').getByRole('link', { name: 'Print contract, version 1' })
  await expectPdf(page, print)
}

const mondayOf = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 })

/** The Mondays of the weeks in which the person works. */
export function weeksOf({ days }: Contract): Temporal.PlainDate[] {
  const mondays = new Set(days.map((day) => mondayOf(day).toString()))
  return [...mondays].map((monday) => Temporal.PlainDate.from(monday))
}

/** Opens the roster of the week in which a day lies. */
export async function openRoster(page: Page, { site }: Contract, day: Temporal.PlainDate): Promise<void> {
  await follow(page, 'Rosters')
  const row = page
    .getByRole('row')
    .filter({ hasText: asShown(mondayOf(day)) })
    .filter({ hasText: site })
  await row.getByRole('link', { name: asShown(mondayOf(day)) }).click()
  await expectPage(page, `Roster: ${site}`)
}

/** The person stands on the roster, and the sheet goes to the site (WAP-P6.1). */
export async function sendRoster(page: Page, person: MadeUpPerson): Promise<void> {
  await expect(page.getByRole('row', { name: new RegExp(person.familyName) })).toBeVisible()
  await press(page, 'Record as sent')
  const asking = dialog(page, /^Roster sent to/)
  await pick(asking, 'How', 'E-mail')
  await press(asking, 'Record as sent')
  await expect(part(page, 'Where the sheet is')).toContainText('E-mail')
}

/** The sheet comes back and everybody has worked (WAP-P6.2, WAP-P6.3). */
export async function enterSheet(page: Page, person: MadeUpPerson): Promise<void> {
  await follow(page, 'Enter returned sheet')
  await press(page, `Worked all: ${person.familyName}, ${person.givenNames}`)
  await press(page, 'Mark the rest as worked')
  await expect(page.getByText('Every day has a mark.')).toBeVisible()
  await pick(page, 'How', 'By hand')
  await press(page, 'Enter returned sheet')
  await expect(page.getByText('Done: the sheet is back and every day on it is marked.')).toBeVisible()
}

/** All days are done: the enrolment is completed (WAP-P6.4). */
export async function complete(page: Page, number: string): Promise<void> {
  await press(page, 'Complete enrolment')
  await press(dialog(page, `Complete ${number}`), 'Complete enrolment')
  await expect(page.getByText('Nothing: this enrolment has ended.')).toBeVisible()
}
