import { expect, type Page } from '@playwright/test'
import type { MadeUpPerson } from '../../packages/server/demonstration/people.ts'
import { choose, expectPage, follow, part, pick, press, type } from '../typing.ts'
import { step } from './receive.ts'

/** The person comes: checked in, called from the lounge, and on to the application (WAP-BOOK.1, WAP-BOOK.3). */
export async function comeIn(page: Page, person: MadeUpPerson): Promise<void> {
  const name = `${person.familyName}, ${person.givenNames}`
  await follow(page, `Open day: ${name}`)
  await press(page, `Check in ${name}`)
  await press(part(page, 'In the lounge'), `Call in ${person.givenNames} ${person.familyName}`)
  const due = page.getByRole('row', { name: new RegExp(name) })
  await expect(due).toContainText('In the interview')
  await due.getByRole('link', { name: 'Go on with the interview' }).click()
  await expectPage(page, 'Application')
}

/** Fills in the application, keeps it, and takes it as signed (WAP-BOOK.2). */
export async function takeApplication(page: Page): Promise<void> {
  await choose(page, 'Is the person employed?', 'Yes')
  await type(page, { 'Present or last place of employment': 'Example Bakery', Occupation: 'Baker' })
  await pick(page, 'Would weekday work cost the job?', 'No')
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    await choose(page, 'Days on which the person can come', day)
  await type(page, { 'Days a week the person is willing to work': '3' })
  await choose(page, 'Does a condition limit the person’s work?', 'No')
  await pick(page, 'How the person gets to a work site', 'Bus or train')
  await choose(page, 'Was the person booked or fingerprinted in this county before?', 'No')
  await press(page, 'Keep application')
  await press(part(page, 'Take it as signed'), 'Take application')
  await expect(page.getByText(/Signed on/).first()).toBeVisible()
  await expect(part(page, 'The application')).toContainText('nothing is missing')
}

/** History and prints, each as it becomes due, of somebody nobody has printed before (WAP-P2). */
export async function takePrints(page: Page): Promise<void> {
  await step(page, 'Booking')
  const prints = part(page, 'History and prints')
  const toRecord = [
    'No alpha history',
    'No fingerprints on file',
    'Both thumb prints taken, on the application and its copy',
    'Set of prints taken',
    'Duplicate application given to the person, sent to the identification bureau',
    'Noted on the original that prints were required',
  ]
  for (const kind of toRecord) {
    const button = prints.getByRole('button', { name: kind, exact: true })
    await button.click()
    await expect(button).toHaveCount(0)
    await expect(prints.getByRole('listitem').filter({ hasText: kind }).last()).toContainText('Take back')
  }
}

/** Answers every question of the screening with no, but for those named. */
export async function answerScreening(page: Page, yes: readonly string[]): Promise<void> {
  await step(page, 'Screening')
  const questions = part(page, 'Still to ask')
  const asked = questions.getByRole('group').filter({ has: page.getByRole('radio') })
  await expect(asked.first()).toBeVisible()
  for (const question of await asked.all()) {
    const words = (await question.locator('legend').textContent())!
    await question
      .locator('label')
      .getByText(yes.includes(words) ? 'Yes' : 'No', { exact: true })
      .click()
  }
  await type(questions, { 'How many convictions of violence are there?': '0' })
  await press(questions, 'Keep answers')
  await expect(page.getByText('Every question is answered.')).toBeVisible()
}

/** An officer decides, with the reason that the office keeps (WAP-ELIG.1). */
export async function decide(page: Page, decision: string, reason: string): Promise<void> {
  const form = part(page, 'Decision')
  await choose(form, 'Decision', decision)
  await type(form, { Reason: reason })
  await press(form, 'Record decision')
}
