import { expect, test } from '@playwright/test'
import { expectAccessible, expectNoFaults, password, signIn } from './desk.ts'

const origin = () => process.env.INLIEU_E2E_URL ?? ''

test('the sign-in page: a wrong password is told, a right one opens Today', async ({ page }) => {
  await page.goto(`${origin()}/`)
  await expectAccessible(page, 'sign-in')
  await page.getByLabel('User name').fill('deputy')
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('User name or password is not right.')).toBeVisible()
  await expectAccessible(page, 'sign-in refused')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
})

test('each role finds its own rooms', async ({ page }) => {
  await signIn(page, 'admin')
  await expect(page.getByRole('link', { name: 'Accounts', exact: true })).toBeVisible()
  await page.goto(`${origin()}/accounts`)
  await expect(page.getByText('Clerk Casey Sample')).toBeVisible()
  await expectAccessible(page, 'accounts')
  await page.goto(`${origin()}/trail`)
  await expect(page.getByRole('heading', { level: 1, name: 'Audit trail' })).toBeVisible()
  await expectAccessible(page, 'trail')
  await page.goto(`${origin()}/account`)
  await expectAccessible(page, 'own account')
  expectNoFaults(page)
})

test('signing out ends it on the server: going back shows nothing', async ({ page }) => {
  await signIn(page, 'clerk')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByLabel('User name')).toBeVisible()
  await page.goBack().catch(() => undefined)
  // Going back may still be under way to the browser's own empty page, and would take the next address with it.
  await expect(() => page.goto(`${origin()}/`)).toPass()
  await expect(page.getByLabel('User name')).toBeVisible()
})
