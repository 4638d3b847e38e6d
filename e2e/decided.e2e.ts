import { expect, test } from '@playwright/test'
import { receiveCommitment } from '../packages/server/demonstration/case/receive.ts'
import { applied, somebody, staffOf, todayOf, unused } from './case/driven.ts'
import { another, expectAccessible, expectNoFaults, signIn } from './desk.ts'
import { choose, dialog, part, pick, press, type } from './typing.ts'

const origin = () => process.env.INLIEU_E2E_URL ?? ''

test('WAP-P2.5 a case goes back to court: a clerk is told who decides, fees are no reason, an officer returns it', async ({
  page,
  context,
}) => {
  const { enrolmentId } = await applied(await staffOf(origin()), somebody(61, 'Returnedcase'))
  await signIn(page, 'clerk')
  await page.goto(`${origin()}/enrolments/${enrolmentId}`)
  const steps = part(page, 'Steps so far')
  await expect(steps).toContainText('for these ranks to decide: Deputy, Sergeant')
  await expect(steps.getByRole('button', { name: 'Return to court' })).toHaveCount(0)

  const sergeant = await another(context, 'sergeant')
  await sergeant.goto(`${origin()}/enrolments/${enrolmentId}`)
  await press(part(sergeant, 'Steps so far'), 'Return to court')
  const asked = dialog(sergeant, /^Return .* to court$/)
  await pick(asked, 'Reason', 'Fees were not paid')
  await press(asked, 'Return to court')
  await expect(asked).toContainText('nobody goes back for fees (WAP-P3.3)')
  await pick(asked, 'Reason', 'The court asked for the case back')
  await type(asked, { 'Note to the court': 'As your letter asks.' })
  await press(asked, 'Return to court')
  await expect(part(sergeant, 'Steps so far')).toContainText('The court asked for the case back')
  await expect(steps).toContainText('Returned to court')
  expectNoFaults(page)
})

test('a participant withdraws, having been told what is left', async ({ page }) => {
  const { enrolmentId } = await applied(await staffOf(origin()), somebody(62, 'Withdrawncase'))
  await signIn(page, 'clerk')
  await page.goto(`${origin()}/enrolments/${enrolmentId}`)
  await press(part(page, 'Steps so far'), 'Record withdrawal')
  const asked = dialog(page, 'The participant withdraws')
  await type(asked, { "Why, in the person's words": 'I would rather serve it.' })
  await asked.locator('label').filter({ hasText: 'The person was told' }).click()
  await press(asked, 'Record withdrawal')
  await expect(part(page, 'Steps so far')).toContainText('I would rather serve it.')
  expectNoFaults(page)
})

test('a commitment typed in on the wrong person is moved to the one whose it is', async ({ page }) => {
  const staff = await staffOf(origin())
  const wrong = await receiveCommitment(staff, somebody(63, 'Wrongcase'), await todayOf(staff))
  await signIn(page, 'clerk')
  await page.goto(`${origin()}/commitments/${wrong.commitmentId}`)
  await press(page, 'Move to another person')
  const asked = dialog(page, /another person/)
  await press(asked, 'Move commitment')
  await expect(asked.getByRole('link', { name: /^Whose commitment it is: / })).toBeVisible()
  await press(asked, 'Open a new person')
  const name = unused('Rightcase')
  await type(asked, { 'Family name': name, 'Given names': 'Ada', 'Why it is moved': 'Two of one name.' })
  await expectAccessible(page, 'moving a commitment')
  await press(asked, 'Move commitment')
  await expect(page.getByRole('main').getByRole('link', { name: `Ada ${name}` })).toBeVisible()
  expectNoFaults(page)
})

test('a parameter: one enters it with its paper, another approves it, and it holds from its day', async ({
  page,
  context,
}) => {
  const question = 'After how many months is the policy reviewed?'
  await signIn(page, 'sergeant')
  await page.goto(`${origin()}/parameters`)
  await press(page, `Enter value: ${question}`)
  const asked = dialog(page, question)
  const resolution = unused('Order')
  await type(asked, {
    Value: '11',
    From: 'today',
    'By whose authority': 'Bureau order',
    'Resolution number': resolution,
  })
  await press(asked, 'Enter value')
  const waiting = part(page, 'Waiting for approval').getByRole('listitem').filter({ hasText: resolution })
  await expect(waiting).toContainText('You entered it, so somebody else approves it.')
  await expect(page.getByRole('article', { name: question })).toContainText('Waits for approval')

  const manager = await another(context, 'manager')
  await manager.goto(`${origin()}/parameters`)
  await part(manager, 'Waiting for approval')
    .getByRole('listitem')
    .filter({ hasText: resolution })
    .getByRole('button', { name: /^Approve/ })
    .click()
  for (const desk of [manager, page])
    await expect(desk.getByRole('article', { name: question })).toContainText('before that 12 months')
  expectNoFaults(page)
})

interface Listed {
  rows: { id: string; familyName: string }[]
}

test('WAP-SENT.6 an order received while active: both readings stand side by side, an officer chooses', async ({
  page,
}) => {
  const { clerk } = await staffOf(origin())
  const { rows } = await clerk.get<Listed>('/api/programs/enrolments?limit=200')
  const one = rows.find(({ familyName }) => familyName === 'Prototype')
  await signIn(page, 'sergeant')
  await page.goto(`${origin()}/enrolments/${one?.id}/worksheet`)
  const readings = part(page, 'Two readings')
  await expect(readings).toContainText('taken until an officer chooses')
  await press(readings, 'Choose reading')
  await expect(readings.getByRole('link', { name: 'Why: This is needed.' })).toBeVisible()
  await choose(readings, 'What is owed', 'Days of work owed')
  await type(readings, { Why: 'As the policy reads.' })
  await press(readings, 'Choose reading')
  await expect(readings).toContainText('chose this: As the policy reads.')
  expectNoFaults(page)
})
