import { expect } from '@playwright/test'
import { expectAccessible, expectSettled, expectUnbroken } from './desk.ts'
import { test } from './pages/desks.ts'
import { press } from './typing.ts'

// No pack has an erratum yet, so the office's answer is given here; what it answers to real ones is
// packages/server/desk/errata.test.ts.
const someone = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const decided = (kind: string, more: object) => ({
  id: crypto.randomUUID(),
  kind,
  personId: someone,
  personName: 'Sample-Longlastname, Maria',
  enrolmentId: someone,
  number: 'WAP-2026-00001',
  on: '2026-03-02',
  certain: true,
  stands: true,
  before: null,
  after: null,
  ...more,
})
const answer = {
  errata: [
    {
      pack: 'contra-costa/work-alternative',
      program: 'Work Alternative Program',
      clause: 'WAP-ELIG.a',
      words: { en: 'At the limit was read as above it', es: 'En el límite se leyó como por encima' },
      kinds: ['assessment', 'sentence', 'checklist'],
      from: '1995-01-03',
      until: null,
      corrected: '2026-04-01',
      cases: [
        decided('assessment', { before: 'officer-decides', after: 'eligible' }),
        decided('assessment', { before: 'eligible', after: 'eligible' }),
        decided('assessment', { before: 'incomplete', after: null, certain: false }),
        decided('sentence', {}),
        decided('sentence', { stands: false }),
        decided('checklist', { enrolmentId: null, number: 'M-2026-1' }),
      ],
    },
  ],
}

test('errata: what was wrong, and each case with what the corrected rules say of it', async ({
  desk,
  origin,
}) => {
  const page = await desk('sergeant')
  await page.route('**/api/desk/errata*', (route) => route.fulfill({ json: answer }))
  await page.goto(`${origin}/errata`)
  await expectSettled(page)
  const main = page.getByRole('main')
  await expect(main.getByText('At the limit was read as above it')).toBeVisible()
  await expect(main.getByText('An officer decides became Eligible')).toBeVisible()
  await expect(main.getByText('Eligible, and still so')).toBeVisible()
  await expect(main.getByText('In doubt: its rules are of no release')).toBeVisible()
  await expect(main.getByText('To be computed again')).toHaveCount(2)
  await expect(main.getByText('6 in all')).toBeVisible()
  await expectAccessible(page, '/errata with cases', 'main')

  await main.getByLabel('What is to be done').selectOption('nothing')
  await expect(main.getByText('2 of 6')).toBeVisible()
  await press(page, 'Español')
  await expect(main.getByText('En el límite se leyó como por encima')).toBeVisible()
  await expect(main.getByText('Elegible, y sigue así')).toBeVisible()
  await expectAccessible(page, '/errata with cases, in Spanish', 'main')
  expectUnbroken(page)
})
