import { expect, type Page } from '@playwright/test'
import { Temporal } from 'temporal-polyfill'
import type { MadeUpPerson } from '../../packages/server/demonstration/people.ts'
import { choose, expectPage, follow, part, pick, press, type } from '../typing.ts'
import { asShown, asTyped } from './days.ts'
import { scanned } from './papers.ts'

/**
 * The commitment comes by the desk: the scan beside the fields, the checklist filling itself, one act at the end.
 * @param goodTimeDays good time that it grants; left out where no program of the office knows any
 */
export async function receiveCommitment(
  page: Page,
  person: MadeUpPerson,
  today: Temporal.PlainDate,
  goodTimeDays?: number,
): Promise<void> {
  await follow(page, 'Today')
  await follow(page, 'Receive commitment')
  await expectPage(page, 'Receive a commitment')
  await page.getByLabel('Scanned paper').setInputFiles(scanned(person, today))
  await expect(page.getByTitle('commitment.pdf')).toBeVisible()
  const paper = part(page, 'What the paper shows')
  await expect(paper.getByText('13 not looked at')).toBeVisible()
  await whose(page, person)
  await read(page, person, today)
  if (goodTimeDays !== undefined) await type(page, { 'Good time granted': String(goodTimeDays) })
  for (const item of ['Sentencing judge’s name (signature)', 'Court seal or filing stamp'])
    await choose(paper, item, 'On it')
  await expect(paper.getByText('all looked at')).toBeVisible()
  await expect(paper.getByText('Accepted: everything the lists ask for is there')).toBeVisible()
  await press(page, 'Receive commitment')
  await expectPage(page, `Commitment, ${person.docket}`)
}

async function whose(page: Page, person: MadeUpPerson): Promise<void> {
  await page.getByRole('searchbox', { name: /Find the person/ }).fill(person.familyName)
  await expect(page.getByText('Nobody on record is found so')).toBeVisible()
  await press(page, 'Open a new person')
  const who = part(page, 'Whose commitment it is')
  await type(who, {
    'Family name': person.familyName,
    'Given names': person.givenNames,
    'Date of birth': asTyped(person.birthDate),
    'Street address': person.line1,
    'ZIP code': person.zip,
    Telephone: person.phone,
  })
  await pick(who, 'Sex', 'Male')
  await expect(who.getByRole('textbox', { name: 'City' })).toHaveValue(person.city)
}

async function read(page: Page, person: MadeUpPerson, today: Temporal.PlainDate): Promise<void> {
  await pick(page, 'What came', 'A certified copy')
  await type(page, {
    'Docket number': person.docket,
    'Sentencing court': person.court,
    Judge: 'Hon. Robin Madeup',
    'Sentenced on': asTyped(today.subtract({ days: 3 })),
    'Address on the paper': `${person.line1}, ${person.city}`,
    Days: String(person.days),
    'Credit for time served': String(person.creditDays),
    'Sentence starts on': asTyped(today),
  })
  await press(page, 'Add a charge')
  await type(page, { Statute: person.statute, 'In words': person.offense })
  await pick(page, 'Level', 'Misdemeanor')
  await choose(page, 'Concurrent or consecutive', 'Concurrent')
  await choose(page, 'Does it indicate a violation of law or probation?', 'No')
  await choose(page, 'Does it modify an earlier commitment?', 'No')
  await choose(page, 'Are jail orders listed on it?', 'Yes')
}

/** From the paper into the program, and the adjusted sentence computed. @returns the enrolment's number */
export async function openEnrolment(page: Page, person: MadeUpPerson): Promise<string> {
  await press(page, 'Open enrolment')
  await expectPage(page, /^Enrolment WAP-/)
  const title = (await page.getByRole('heading', { level: 1 }).textContent())!
  await follow(page, 'Compute worksheet')
  await press(page, 'Compute worksheet')
  await expect(page.getByText(/^Worksheet 1, computed/)).toBeVisible()
  const days = person.days - person.creditDays
  await expect(
    page.getByText(`Adjusted sentence, the actual number of days to be served: ${days} days`),
  ).toBeVisible()
  await expect(page.getByText('WAP-SENT.4').first()).toBeVisible()
  return title.replace('Enrolment ', '')
}

/** Makes the appointment for a day, with what the person has to be told (WAP-APPT.1). */
export async function makeAppointment(page: Page, day: Temporal.PlainDate): Promise<void> {
  await step(page, 'Appointment')
  await pickTime(page, day)
  await choose(page, 'Does a condition limit the person’s work?', 'No')
  const told = [
    'There are fees',
    'Fees are paid in cash, by cashier’s check or by money order',
    'With a condition that limits work, a doctor’s diagnosis that explains it must be brought',
  ]
  for (const what of told) await choose(page, 'The person was told', what)
  await press(page, 'Book appointment')
  await expect(part(page, 'Booking interview')).toContainText('Booked')
}

/** The first time of a day that has a place left. */
async function pickTime(page: Page, day: Temporal.PlainDate): Promise<void> {
  const free = page
    .getByRole('group', { name: /^Time of the appointment/ })
    .locator('label')
    .filter({ has: page.locator('input:enabled') })
  await expect(free.first()).toBeVisible()
  for (const time of await free.all()) {
    const startsAt = Temporal.Instant.from((await time.locator('input').getAttribute('value'))!)
    if (!startsAt.toZonedDateTimeISO('America/Los_Angeles').toPlainDate().equals(day)) continue
    await time.click()
    return expect(page.getByText(`Chosen: ${asShown(day)}`)).toBeVisible()
  }
  throw new Error(`No time is free on ${day}.`)
}

/** Goes to one of the pages of the case, by the steps on top of each. */
export async function step(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Steps of this case' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click()
}
