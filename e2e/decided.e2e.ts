import { expect, test } from '@playwright/test'
import { applied, somebody, staffOf } from './case/driven.ts'
import { another, expectNoFaults, signIn } from './desk.ts'
import { dialog, part, pick, press, type } from './typing.ts'

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
