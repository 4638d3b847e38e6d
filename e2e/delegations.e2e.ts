import { expect, test } from '@playwright/test'
import { callerOf, somebody } from './case/driven.ts'
import { openHomeDetention } from './case/home.ts'
import { expectAccessible, expectNoFaults, signInQuickly } from './desk.ts'
import { choose, dialog, part, pick, press, type } from './typing.ts'

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

  await signInQuickly(page, 'sac-sheriff', origin())
  await page.goto(`${origin()}/delegations`)
  await press(page, 'Delegate decisions')
  const making = dialog(page, 'Delegate decisions')
  await pick(making, 'Designee', `${to} (Bureau commander)`)
  await choose(making, 'Decisions', decision)
  await type(making, { From: 'today' })
  await press(making, 'Delegate')
  const row = page.getByRole('row', { name: new RegExp(`^${to} Admit to the program`) }).first()
  await expect(row).toContainText('In force')
  await expectAccessible(page, 'delegations', 'main')

  const designee = await (await context.browser()!.newContext()).newPage()
  await signInQuickly(designee, 'sac-commander', origin())
  await designee.goto(`${origin()}/account`)
  await expect(part(designee, 'Delegated to you')).toContainText(
    /You may decide for the Sheriff, since .+Admit to the program, Home Detention/,
  )
  await designee.goto(`${origin()}/enrolments/${enrolmentId}/screening`)
  const deciding = part(designee, 'Decision')
  await choose(deciding, 'Decision', 'Admit to the program')
  await type(deciding, { Reason: 'Nothing speaks against it.' })

  await row.getByRole('button', { name: /^End delegation to/ }).click()
  const ending = dialog(page, 'End delegation')
  await type(ending, { 'Ends on': 'today', Why: 'Back on duty' })
  await press(ending, 'End delegation')
  await expect(row).toContainText('No longer in force')
  await expect(row).toContainText('Back on duty')

  await press(deciding, 'Record decision')
  await expect(deciding).toContainText('The delegation is not in force on this day (SCC-2.A1).')
  await expect(deciding.getByRole('textbox', { name: 'Reason' })).toHaveValue('Nothing speaks against it.')
  expectNoFaults(page)
  expectNoFaults(designee)
})
