import { expect, type Page, test } from '@playwright/test'
import { type RunningOffice, startOffice } from '../proofs/running-office.ts'
import { completeBooking, tickChecklist, writeRecord } from './case/booking.ts'
import { asShown, goTo, officeDay } from './case/days.ts'
import { somebody } from './case/driven.ts'
import { assessFees, payInCash } from './case/fees.ts'
import { answerScreening, comeIn, decide, takeApplication, takePrints } from './case/interview.ts'
import { makeAppointment, openEnrolment, receiveCommitment } from './case/receive.ts'
import {
  chooseDays,
  complete,
  enterSheet,
  openRoster,
  printContract,
  sendRoster,
  weeksOf,
} from './case/work.ts'
import { another, expectNoFaults, sendPast, signIn } from './desk.ts'
import { follow, part } from './typing.ts'

// The office's clock is moved here, so this file has an office of its own.
let office: RunningOffice
test.beforeAll(async () => {
  office = await startOffice()
})
test.afterAll(async () => {
  await office.stop()
  await office.remove()
})

/** Somebody whom the demonstration does not know, with three days to serve. */
const robin = somebody(40, 'Throughline', { givenNames: 'Robin', days: 5, creditDays: 2 })

test('one person from the court’s paper to the last day, by a clerk and a sergeant', async ({
  page,
  context,
}) => {
  await signIn(page, 'clerk', office.url)
  const today = await officeDay(page)
  const tomorrow = today.add({ days: 1 })
  const days = robin.days - robin.creditDays

  await receiveCommitment(page, robin, today)
  const number = await openEnrolment(page, robin)
  await makeAppointment(page, tomorrow)

  await goTo(page, tomorrow)
  await comeIn(page, robin)
  await takeApplication(page)
  await takePrints(page)

  await answerScreening(page, ['Is there a history of addiction?'])
  await expectClerkMayNotDecide(page)
  const sergeant = await another(context, 'sergeant', office.url)
  await follow(sergeant, `Decide: ${robin.familyName}, ${robin.givenNames}`)
  await decide(sergeant, 'Admit to the program', '')
  await expect(part(sergeant, 'Decision').getByRole('link', { name: /^Reason: / })).toBeVisible()
  await decide(sergeant, 'Admit to the program', 'Sober for two years, says the clinic.')
  await expect(part(sergeant, 'Decision')).toContainText('Admitted')
  await expect(part(sergeant, 'Decision')).toContainText('Sober for two years, says the clinic.')

  await writeRecord(page, robin, tomorrow)
  await tickChecklist(page)
  await assessFees(page, '$71.00')
  const receipt = await payInCash(page, '$71.00')
  await completeBooking(page)

  const contract = await chooseDays(page, days)
  await printContract(page)
  const lastDay = contract.days.at(-1)!
  await openRoster(page, contract, lastDay)
  await sendRoster(page, robin)
  for (const monday of weeksOf(contract)) {
    await goTo(page, monday.add({ days: 7 }))
    await openRoster(page, contract, monday)
    await enterSheet(page, robin)
  }

  await follow(page, 'Today')
  await follow(page, `Record completion: ${robin.familyName}, ${robin.givenNames}`)
  await complete(page, number)

  await page.getByRole('link', { name: `${robin.givenNames} ${robin.familyName}` }).click()
  await expectTimeline(page, [
    'Sentence completed',
    'Attendance: worked',
    'Work contract, version 1',
    'Booking finished',
    'Payment $71.00',
    'Fees assessed',
    'Screening: admitted',
    'Prints and history',
    'Application signed',
    'Arrived for the appointment',
    'Appointment made',
    'Adjusted sentence computed',
    'Enrolment opened',
    'Commitment received',
    'Person opened',
  ])
  await expect(page.getByText(`Receipt ${receipt}, cash`)).toBeVisible()
  await expect(part(page, 'Programs')).toContainText('Completed')
  // The sergeant's page has heard that the days went by.
  await expect(sergeant.getByRole('banner').getByRole('time')).toContainText(asShown(await officeDay(page)))
  expectNoFaults(page)
  expectNoFaults(sergeant)
})

/** The clerk finds no form to decide with, and the office refuses it as well (WAP-ELIG.1). */
async function expectClerkMayNotDecide(page: Page): Promise<void> {
  const decision = part(page, 'Decision')
  await expect(decision).toContainText(/An officer decides: .*sergeant/i)
  await expect(decision.getByRole('button', { name: 'Record decision' })).toHaveCount(0)
  const id = page.url().split('/').at(-2)
  const facts = { historyOfAddiction: true }
  const sent = { step: 'admission', version: 1, facts, decision: 'admit', reason: 'Tried by a clerk' }
  expect(await sendPast(page, `/api/intake/enrolments/${id}/screening/decision`, sent)).toBe(403)
}

/** Everything stands on the person's page, newest first. */
async function expectTimeline(page: Page, titles: readonly string[]): Promise<void> {
  const line = page.getByRole('listitem').filter({ has: page.locator('time') })
  await expect(line.filter({ hasText: titles[0]! }).first()).toBeVisible()
  const shown = await line.allTextContents()
  const places = titles.map((title) => shown.findIndex((entry) => entry.includes(title)))
  expect(places.filter((place) => place < 0)).toEqual([])
  expect(places).toEqual(places.toSorted((one, other) => one - other))
}
