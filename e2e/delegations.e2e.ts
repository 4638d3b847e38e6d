import { expect, test } from '@playwright/test'
import { callerOf, somebody } from './case/driven.ts'
import { openHomeDetention } from './case/home.ts'
import { another, expectAccessible, expectNoFaults, signIn } from './desk.ts'
import { choose, dialog, expectPage, part, pick, press, type } from './typing.ts'

const origin = () => process.env.INLIEU_E2E_URL ?? ''

const to = 'Commander Pat Placeholder'
const decision = 'Admit to the program, Home Detention (SCC-2.A1)'

test('SCC-2.A1 the Sheriff names a designee and ends it while they decide: refused, and nothing typed is lost', async ({
  page,
  context,
}) => {
  const staff = {
    clerk: await callerOf(origin(), 'sac-clerk'),
    sergeant: await callerOf(origin(), 'sac-sergeant'),
  }
  const enrolmentId = await openHomeDetention(staff, somebody(61, 'Designee'))

  await signIn(page, 'sac-sheriff')
  await page.getByRole('link', { name: 'Delegations', exact: true }).click()
  await expectPage(page, 'Delegations')
  await press(page, 'Delegate decisions')
  const making = dialog(page, 'Delegate decisions')
  await pick(making, 'To', `${to} (Bureau commander)`)
  await choose(making, 'Decisions', decision)
  await type(making, { From: 'today' })
  await press(making, 'Delegate')
  const row = page.getByRole('row', { name: new RegExp(`^${to} Admit to the program`) }).first()
  await expect(row).toContainText('In force')

  const designee = await another(context, 'sac-commander', origin())
  await designee.goto(`${origin()}/account`)
  await expect(part(designee, 'Delegated to you')).toContainText(
    /You may decide this for the Sheriff since .+, with no end\./,
  )
  await designee.goto(`${origin()}/enrolments/${enrolmentId}/screening`)
  const deciding = part(designee, 'Decision')
  await choose(deciding, 'Decision', 'Admit to the program')
  await type(deciding, { Reason: 'Nothing speaks against it.' })

  await row.getByRole('button', { name: /^End delegation to/ }).click()
  const ending = dialog(page, 'End delegation')
  await type(ending, { 'Ends on': 'today', Why: 'Back on duty' })
  await press(ending, 'End delegation')
  await expect(row).toContainText('Ended')
  await expect(row).toContainText('Back on duty')

  await press(deciding, 'Record decision')
  await expect(deciding).toContainText('The delegation is not in force on this day (SCC-2.A1).')
  await expect(deciding.getByRole('textbox', { name: 'Reason' })).toHaveValue('Nothing speaks against it.')
  await expectAccessible(designee, 'a decision that is refused')
  expectNoFaults(page)
  expectNoFaults(designee)
})
