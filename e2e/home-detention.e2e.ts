import { expect, type Page, test } from '@playwright/test'
import { type RunningOffice, startOffice } from '../proofs/running-office.ts'
import { askLeave, decideLeave, makeWayIn, seeOnMap, sendPosition, takeUnitOff } from './case/at-home.ts'
import { goTo, officeDay } from './case/days.ts'
import {
  answerForHome,
  drawHome,
  evaluateHome,
  fitFromStock,
  openHomeEnrolment,
  prepareHome,
} from './case/detained.ts'
import { somebody } from './case/driven.ts'
import { comeIn, decide, takeApplication } from './case/interview.ts'
import { makeAppointment, receiveCommitment, step } from './case/receive.ts'
import { another, expectNoFaults, signIn } from './desk.ts'
import { dialog, expectPage, follow, part, press } from './typing.ts'

// The office's clock is moved here, so this file has an office of its own; nobody else is simulated in it.
let office: RunningOffice
test.beforeAll(async () => {
  office = await startOffice({ env: { INLIEU_PARTICIPANTS: '0' } })
})
test.afterAll(async () => {
  await office.stop()
  await office.remove()
})

/** Somebody with three days to serve of five, two being good time (SCC-2.D), who lives in the county. */
const goodTimeDays = 2
const robin = somebody(41, 'Homebound', {
  givenNames: 'Robin',
  line1: '100 Example Avenue',
  city: 'Sacramento',
  zip: '95814',
  court: 'Superior Court, Sacramento',
  county: 'Sacramento',
  days: 5,
  creditDays: 0,
})
const name = `${robin.familyName}, ${robin.givenNames}`

test('home detention from the court’s paper to the last day, by a clerk, a deputy and the Sheriff’s designee', async ({
  page,
  context,
}) => {
  await signIn(page, 'sac-clerk', office.url)
  const today = await officeDay(page)
  const tomorrow = today.add({ days: 1 })
  await receiveCommitment(page, robin, today, goodTimeDays)
  const number = await openHomeEnrolment(page)
  await expect(page.getByText('2 days of good time taken off').first()).toBeVisible()
  await makeAppointment(page, tomorrow)

  await goTo(page, tomorrow)
  await comeIn(page, robin)
  await takeApplication(page)

  const deputy = await another(context, 'sac-deputy', office.url)
  await find(deputy, number)
  await step(deputy, 'Screening')
  await follow(part(deputy, 'Still to ask'), 'Evaluation of the home')
  await evaluateHome(deputy, tomorrow)

  await answerForHome(page)
  await expect(page.getByText('from the evaluation of the home').first()).toBeVisible()
  await expect(part(page, 'Decision')).toContainText(/An officer decides: sheriff/i)
  const sergeant = await another(context, 'sac-sergeant', office.url)
  await follow(sergeant, `Decide: ${name}`)
  await decide(sergeant, 'Admit to the program', 'Low risk; keeps work and family.')
  await expect(part(sergeant, 'Decision')).toContainText('Admitted')

  await follow(deputy, 'Today')
  await follow(deputy, `Prepare home detention: ${name}`)
  await prepareHome(deputy, tomorrow)
  await drawHome(deputy)
  await step(deputy, 'Home detention')
  const serial = await fitFromStock(deputy)

  await follow(deputy, serial)
  const secret = await makeWayIn(deputy)
  for (let minute = 0; minute < 3; minute++) await sendPosition(office.url, secret)
  await seeOnMap(deputy, robin.familyName)

  await find(page, number)
  await step(page, 'Home detention')
  await askLeave(page, tomorrow.add({ days: 1 }))
  await decideLeave(deputy, name)

  await goTo(page, tomorrow.add({ days: 1 }))
  await find(page, number)
  await step(page, 'Fees')
  await press(page, 'Assess fees of $228.00')
  await expect(part(page, 'Balance')).toContainText('$228.00 is owed')

  await follow(deputy, 'Today')
  await follow(deputy, `Take unit off: ${name}`)
  await follow(deputy, `Take off ${serial}`)
  await takeUnitOff(deputy)
  await follow(page, 'Today')
  await follow(page, `Record completion: ${name}`)
  await press(page, 'Complete enrolment')
  await press(dialog(page, `Complete ${number}`), 'Complete enrolment')
  await expect(page.getByText('Nothing: this enrolment has ended.')).toBeVisible()
  for (const one of [page, deputy, sergeant]) expectNoFaults(one)
})

/** Finds a case by its number, as one does at the desk: the person, then the program. */
async function find(page: Page, number: string): Promise<void> {
  const search = page.getByRole('searchbox').first()
  await search.fill(number)
  await search.press('Enter')
  await expectPage(page, `Found for “${number}”`)
  await follow(page, name)
  await part(page, 'Programs').getByRole('link', { name: number }).click()
  await expectPage(page, `Enrolment ${number}`)
}
