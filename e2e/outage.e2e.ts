import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { callerOf } from './case/driven.ts'
import { expectAccessible, expectNoFaults, expectSettled, signIn } from './desk.ts'

// The outage of a carrier, as it is read: the watch's own tests make one; here a drill of it is answered with people.

const origin = process.env.INLIEU_E2E_URL ?? ''

test('an outage names whose units are silent, and a step is read in the reader’s language', async ({
  page,
}) => {
  const supervisor = await callerOf(origin, 'sac-supervisor')
  const { id } = await supervisor.post<{ id: string }>('/api/monitoring/drills', {
    kind: 'carrier-outage',
    story: 'Six units of Carrier One fell silent within 1 minute.',
  })
  const at = '2026-03-04T20:00:00Z'
  const people = ['Ana Long-Family-Name Rivera', 'Ben Brown'].map((name, place) => ({
    id: randomUUID(),
    name,
    silentAt: at,
    backAt: place === 0 ? null : '2026-03-04T20:30:00Z',
    own: place === 0 ? { id, number: 12 } : null,
  }))
  await page.route(`**/api/monitoring/alarms/${id}`, async (asked) => {
    const reply = await asked.fetch()
    const shown = await reply.json()
    shown.outage = { carrier: 'Carrier One', units: 6, silent: 1, people }
    shown.steps[0].textEs = 'Pregunte al operador de red si su red está caída.'
    await asked.fulfill({ response: reply, json: shown })
  })
  await signIn(page, 'sac-operator')
  await page.goto(`${origin}/alarms?alarm=${id}`)
  await expectSettled(page)
  const outage = page.getByRole('region', { name: 'People of the outage' })
  await expect(outage.getByRole('row')).toHaveCount(3)
  await expect(outage.getByRole('row').nth(1)).toContainText('not yet')
  await expect(page.getByText('6 units fell silent together; silent still: 1.')).toBeVisible()
  await expect(page.getByText('4 more are not named here.')).toBeVisible()
  await expectAccessible(page, 'an outage')
  await page.getByRole('button', { name: 'Español' }).click()
  await expect(page.locator('[lang="es"]').getByText('su red está caída').first()).toBeVisible()
  expectNoFaults(page)
})
