import { say } from '@inlieu/law'
import { expect, type Page } from '@playwright/test'
import type { Temporal } from 'temporal-polyfill'
import { choose, dialog, expectPage, follow, part, pick, press, type } from '../typing.ts'
import { asTyped } from './days.ts'
import { expectPdf } from './papers.ts'
import { step } from './receive.ts'

/** Opens home detention over the commitment that stands, and computes its days. @returns the enrolment's number */
export async function openHomeEnrolment(page: Page): Promise<string> {
  await press(page, 'Open enrolment: Home Detention')
  await expectPage(page, /^Enrolment HD-/)
  const title = (await page.getByRole('heading', { level: 1 }).textContent())!
  await follow(page, 'Compute worksheet')
  await press(page, 'Compute worksheet')
  await expect(page.getByText(/^Worksheet 1, computed/)).toBeVisible()
  return title.replace('Enrolment ', '')
}

const yes = [
  'convictedInCounty',
  'volunteers',
  'committedToCountyFacility',
  'cellularEquipment',
  'classifiedMediumSecurity',
  'willingToMeetWorkRequirements',
].map((fact) => say('en', `sac.fact.${fact}`))

/** Answers what the record does not: the county from the list, the days, yes and no (EMP-0, SCC-2.B). */
export async function answerForHome(page: Page): Promise<void> {
  await step(page, 'Screening')
  const questions = part(page, 'Still to ask')
  await pick(questions, say('en', 'sac.fact.countyOfResidence'), say('en', 'sac.county.sacramento'))
  await type(questions, { [say('en', 'sac.fact.daysUntilWork')]: '0' })
  // Quicker than a look at each: the radio buttons are pressed where they stand.
  await questions.getByRole('group').evaluateAll((groups, wanted) => {
    for (const group of groups) {
      const words = group.querySelector('legend')?.textContent ?? ''
      const radios = [...group.querySelectorAll<HTMLInputElement>('input[type=radio]')]
      if (radios.length === 2) radios[wanted.includes(words) ? 0 : 1]!.click()
    }
  }, yes)
  await press(questions, 'Keep answers')
  await expect(page.getByText('Every question is answered.')).toBeVisible()
}

/** Enters the home of the application, an adult with signatures, and what the visit found (EMP-3.3). */
export async function evaluateHome(page: Page, today: Temporal.PlainDate): Promise<void> {
  const day = asTyped(today)
  const home = part(page, 'Enter the home')
  await type(home, { Latitude: '38.5816', Longitude: '-121.4944' })
  await press(home, 'Enter home')
  await press(page, 'Add an adult')
  const adult = dialog(page, 'Add an adult')
  await type(adult, { Name: 'Housemate Throughline', 'Relation to the participant': 'Sister' })
  await press(adult, 'Add adult')
  const visit = part(page, 'The visit')
  await type(visit, { 'Visited on': day, 'Adults who live there': '1' })
  for (const criterion of [
    'The home is in the area of the program',
    'The residence is acceptable',
    'Staff can get to it',
    'There is electricity',
    'All who live there cooperate fully',
  ])
    await choose(visit, criterion, 'Yes')
  await press(visit, 'Save visit')
  await decideOnHome(page)
  await expect(part(page, 'The decision').getByRole('link', { name: /Not met: .*consent/ })).toBeVisible()
  await press(page, 'Record signatures of Housemate Throughline')
  const signing = dialog(page, /^What Housemate/)
  await type(signing, { 'Consent to search signed on': day, 'Agreed to the rules on': day })
  await press(signing, 'Record signatures')
  await expect(signing).toHaveCount(0)
  await decideOnHome(page)
  await expect(part(page, 'Decided')).toBeVisible()
}

async function decideOnHome(page: Page): Promise<void> {
  const decision = part(page, 'The decision')
  await choose(decision, 'The home is', 'accepted')
  await type(decision, { Why: 'Visited; a quiet house (made up).' })
  await press(decision, 'Decide on home')
}

/** Place, deputy, condition with its order, absences and the signed contract: all before a unit is put on (EMP-4.3). */
export async function prepareHome(page: Page, today: Temporal.PlainDate): Promise<void> {
  const day = asTyped(today)
  const asked = async (
    button: string,
    title: string,
    fill: (form: ReturnType<typeof dialog>) => Promise<void>,
  ) => {
    await press(page, button)
    const form = dialog(page, title)
    await fill(form)
    await expect(form).toHaveCount(0)
  }
  await asked('Give a place', 'Give a place', (form) => press(form, 'Give place'))
  await asked('Name a deputy', 'Name a deputy', async (form) => {
    const deputy = form.getByRole('combobox', { name: 'Deputy' })
    await deputy.selectOption({ index: 1 })
    await press(form, 'Name deputy')
  })
  await asked('Set a condition', 'Set a condition', async (form) => {
    await pick(form, 'What it limits', 'Places')
    await type(form, {
      'The condition, as the order says it': 'Stays away from the example yard.',
      'Holds from': day,
    })
    await form.getByRole('combobox', { name: 'The order that sets it' }).selectOption({ index: 1 })
    await pick(form, 'Supervised', 'by monitoring')
    await press(form, 'Set condition')
  })
  await asked('Set the kinds', 'Absences open to this person', async (form) => {
    await choose(form, 'Kinds of absence', 'Work')
    await choose(form, 'Kinds of absence', 'Medical appointment')
    await type(form, { 'From what this follows': 'Offense and terms allow work (made up).' })
    await press(form, 'Set kinds')
  })
  await asked('Approve a place', 'Approve a place', async (form) => {
    await pick(form, 'What it is to the person', 'Work')
    const where = { Latitude: '38.6', Longitude: '-121.45' }
    await type(form, { Name: 'Example Bakery', Address: '1 Sample Street', ...where })
    await press(form, 'Approve place')
  })
  await asked('Make the contract', 'Make the contract', (form) => press(form, 'Make contract'))
  await expectPdf(page, part(page, 'Program contract').getByRole('link', { name: 'Print version 1' }))
  await asked('Record as signed', 'Version 1 was signed', async (form) => {
    await type(form, { 'Signed on': day })
    await press(form, 'Record as signed')
  })
}

/** Draws the home as a circle and sets hours around the clock, each after it was tried on the last days (EMP-8.2). */
export async function drawHome(page: Page): Promise<void> {
  await follow(page, 'Zones')
  await follow(page, 'Draw a zone')
  await choose(page, 'The person', 'must be inside during its hours')
  await type(page, {
    Name: 'Home',
    'Latitude of the middle': '38.5816',
    'Longitude of the middle': '-121.4944',
    Radius: '150',
    Why: 'The home that was visited.',
  })
  await tryIt(page)
  await press(page, 'Put zone in force')
  await expectPage(page, /^Zones of/)
  await follow(page, 'Weekly hours')
  await press(page, 'Add hours')
  await page.getByRole('combobox', { name: 'Zone', exact: true }).selectOption({ label: 'Home' })
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])
    await page.getByRole('group', { name: 'Days' }).locator('label').getByText(day).click()
  await type(page, { From: '12:00 a.m.', To: '12:00 a.m.', Why: 'At home but for work and leave.' })
  await tryIt(page)
  await press(page, 'Save hours')
  await expect(page.getByRole('textbox', { name: 'Why' })).toHaveValue('')
}

/** What it would have done: nobody was followed yet, and the page says so. */
async function tryIt(page: Page): Promise<void> {
  await press(page, 'Try it')
  await expect(page.getByText(/there is nothing to try it against/)).toBeVisible()
}

/** Puts on the first unit of the stock that tells places. @returns its serial number */
export async function fitFromStock(page: Page): Promise<string> {
  await press(page, 'Fit a unit')
  const form = dialog(page, 'Fit a unit')
  const units = form.getByRole('combobox', { name: 'Unit', exact: true })
  const label = (await units.getByRole('option').filter({ hasText: /^A1-/ }).first().textContent())!
  await units.selectOption({ label })
  await press(form, 'Fit unit')
  await expect(page.getByText(/^Detention at home since/)).toBeVisible()
  return label.split(' ')[0]!
}
