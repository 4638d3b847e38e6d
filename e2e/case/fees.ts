import { expect, type Page } from '@playwright/test'
import { choose, part, press, type } from '../typing.ts'
import { expectPdf } from './papers.ts'
import { step } from './receive.ts'

/** Assesses what the worksheet says (WAP-FEE.1). */
export async function assessFees(page: Page, amount: string): Promise<void> {
  await step(page, 'Fees')
  await press(page, `Assess fees of ${amount}`)
  await expect(part(page, 'Take a payment')).toContainText(`${amount} is owed.`)
}

/** Takes all that is owed in cash. @returns the number of its receipt, whose paper has arrived */
export async function payInCash(page: Page, amount: string): Promise<string> {
  const payment = part(page, 'Take a payment')
  await choose(payment, 'Form of payment', 'Cash')
  await type(payment, { Amount: amount.replace('$', '') })
  await press(payment, 'Record payment')
  await expect(page.getByText('Nothing is owed', { exact: true })).toBeVisible()
  const print = part(page, 'Receipts').getByRole('link', { name: /^Print receipt \d{4}-\d{6}$/ })
  await expectPdf(page, print)
  return (await print.textContent())!.replace('Print receipt ', '')
}
