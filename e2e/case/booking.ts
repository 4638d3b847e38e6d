import { expect, type Page } from '@playwright/test'
import type { Temporal } from 'temporal-polyfill'
import type { MadeUpPerson } from '../../packages/server/demonstration/people.ts'
import { dialog, part, pick, press, type } from '../typing.ts'
import { asTyped } from './days.ts'
import { photo } from './papers.ts'
import { step } from './receive.ts'

/** Writes the booking record (WAP-BOOK.4): what is asked of the person, the photo, the number that is sealed. */
export async function writeRecord(
  page: Page,
  person: MadeUpPerson,
  today: Temporal.PlainDate,
): Promise<void> {
  await step(page, 'Booking')
  const record = part(page, 'Booking record')
  await type(record, {
    'Place of birth': person.birthPlace,
    'Race or ethnic origin': person.race,
    'Health: current medical or mental health needs': 'None told',
    'Signed by the person on': asTyped(today),
  })
  await press(record, 'Add somebody to call')
  const contact = record.getByRole('group', { name: 'Contact 1' })
  await type(contact, {
    Name: 'Alex Throughline',
    Relation: 'Sibling',
    Telephone: '925 555 0199',
    Address: 'Martinez',
  })
  await press(record, 'Save booking record')
  await expect(part(page, 'Complete the booking')).not.toContainText('Place of birth')
  await addPhoto(page, person)
  await sealNumber(page, person)
}

async function addPhoto(page: Page, person: MadeUpPerson): Promise<void> {
  const box = part(page, 'Photo')
  await press(box, 'Add photo')
  await box.locator('input[type=file]').setInputFiles(photo(person))
  await press(box, 'Save photo')
  const picture = box.getByRole('img', { name: `${person.givenNames} ${person.familyName} at booking` })
  await expect(picture).toBeVisible()
}

async function sealNumber(page: Page, person: MadeUpPerson): Promise<void> {
  await press(part(page, 'Numbers'), 'Add a number')
  const adding = dialog(page, 'Add a number')
  await pick(adding, 'Kind', 'Driver’s license')
  await type(adding, { Number: person.driversLicense, 'State, of a license': 'CA' })
  await press(adding, 'Seal number')
  await expect(part(page, 'Numbers')).toContainText(`ends in ${person.driversLicense.slice(-4)}`)
}

/** Ticks everything on the intake checklist that is ticked by hand, and says the reminders (WAP-BOOK.5). */
export async function tickChecklist(page: Page): Promise<void> {
  const list = part(page, 'Intake checklist')
  const open = list.getByRole('button', { name: /^(Tick|Said): (?!Map)/ })
  await expect(open.first()).toBeVisible()
  for (let left = await open.count(); left > 0; left--) {
    await open.first().click()
    await expect(open).toHaveCount(left - 1)
  }
}

/** The interview is done: what the record lacks has its reason. */
export async function completeBooking(page: Page): Promise<void> {
  await step(page, 'Booking')
  const complete = part(page, 'Complete the booking')
  await expect(complete).toContainText('Nothing on the checklist is missing.')
  await type(complete, {
    'Why what is not on record cannot be obtained': 'Did not bring the social security card',
  })
  await press(complete, 'Complete booking')
  await expect(page.getByText(/^. ?Booked [A-Z]/).first()).toBeVisible()
}
