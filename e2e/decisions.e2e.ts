import { expect, type Page, test } from '@playwright/test'
import { admitted, applied, somebody, staffOf } from './case/driven.ts'
import { answerScreening } from './case/interview.ts'
import { expectPdf } from './case/papers.ts'
import { another, expectNoFaults, sendPast, signIn } from './desk.ts'
import { choose, expectPage, follow, part, press, type } from './typing.ts'

const origin = () => process.env.INLIEU_E2E_URL ?? ''

test('a denial: the ground and the reason stand in the notice, with how to challenge it', async ({
  page,
  context,
}) => {
  const person = somebody(41, 'Denialcase')
  const { enrolmentId } = await applied(await staffOf(origin()), person)
  await signIn(page, 'clerk')
  await page.goto(`${origin()}/enrolments/${enrolmentId}`)
  await answerScreening(page, ['Does the conviction involve violence?'])

  const sergeant = await another(context, 'sergeant')
  await follow(sergeant, `Decide: ${person.familyName}, ${person.givenNames}`)
  const decision = part(sergeant, 'Decision')
  await choose(decision, 'Decision', 'Deny')
  await choose(
    decision,
    'Grounds of the denial',
    'The conviction involves sex, arson or violence (WAP-ELIG.c)',
  )
  await type(decision, { Reason: 'The conviction is of violence at a work place.' })
  const notice = sergeant.getByRole('complementary', { name: 'As it will stand in the notice' })
  await expect(notice).toContainText('WAP-ELIG.c')
  await expect(notice).toContainText('The conviction is of violence at a work place.')
  await expect(notice).toContainText('You can challenge this decision within 30 days')
  await press(decision, 'Record decision')
  await expect(decision).toContainText('Denied')
  await expectPdf(sergeant, decision.getByRole('link', { name: 'Open the notice of denial' }))

  await page.reload()
  await expect(part(page, 'Decision')).toContainText('By Sergeant Sam Specimen')
  expectNoFaults(page)
  expectNoFaults(sergeant)
})

test('a waiver: the clerk asks and cannot decide, the sergeant decides, nothing is owed', async ({
  page,
  context,
}) => {
  const person = somebody(42, 'Waivercase')
  const { enrolmentId } = await admitted(await staffOf(origin()), person)
  await signIn(page, 'clerk')
  await page.goto(`${origin()}/enrolments/${enrolmentId}/fees`)
  await askForWaiver(page)
  await part(page, 'Waivers').getByRole('link', { name: 'Open request' }).click()
  await expect(part(page, /^You asked for this waiver/)).toContainText('never who asked')
  await expect(page.getByRole('button', { name: 'Decide waiver' })).toHaveCount(0)
  const waiverId = page.url().split('/').at(-1)
  const granted = { waiverId, outcome: 'granted', waivedCents: null, reason: 'Tried by who asked' }
  expect(await sendPast(page, '/api/money/decide-waiver', granted)).toBe(403)

  const sergeant = await another(context, 'sergeant')
  await follow(sergeant, `Decide waiver: ${person.familyName}, ${person.givenNames}`)
  await expectPage(sergeant, `Waiver for ${person.givenNames} ${person.familyName}`)
  await press(part(sergeant, 'Budget form'), 'Open budget form')
  await expect(part(sergeant, 'Budget form')).toContainText('Rent takes all of the pay.')
  const form = part(sergeant, 'Decide')
  await form
    .locator('label')
    .filter({ hasText: /^Grant: \$.* is waived$/ })
    .click()
  await type(form, { Reason: 'The budget leaves nothing over.' })
  await press(form, 'Decide waiver')
  await expectPdf(sergeant, part(sergeant, 'The decision').getByRole('link', { name: 'Print notice' }))

  await page.goto(`${origin()}/enrolments/${enrolmentId}/fees`)
  await expect(page.getByText('Nothing is owed', { exact: true })).toBeVisible()
  expectNoFaults(page)
  expectNoFaults(sergeant)
})

async function askForWaiver(page: Page): Promise<void> {
  const ways = part(page, 'If the fees are not brought')
  await press(ways, 'Ask for a waiver')
  await type(ways, {
    'Why they cannot pay, in their words': 'Rent takes all of the pay.',
    'People who depend on them': '2',
  })
  await press(ways, 'Add an income')
  await type(ways.getByRole('group', { name: 'Income 1' }), { What: 'Wages', 'A month': '1,180' })
  await press(ways, 'Add an expense')
  await type(ways.getByRole('group', { name: 'Expense 1' }), { What: 'Rent', 'A month': '790' })
  await expect(ways).toContainText('$1,180.00 in, $790.00 out, $390.00 left.')
  await press(ways, 'Ask for waiver')
  await expect(part(page, 'Waivers')).toContainText('waits for a decision')
}
