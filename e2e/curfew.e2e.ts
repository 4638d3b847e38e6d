import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import type { Caller } from '../packages/server/demonstration/caller.ts'
import { wallNow } from '../packages/server/platform/clock.ts'
import { callerOf } from './case/driven.ts'
import { alarmsOf, report, somebodyFollowed, type Worn } from './case/followed.ts'
import { expectAccessible, expectNoFaults, expectSettled, signIn } from './desk.ts'

// Home detention in the second office, from a unit's message to the operator's desk: somebody leaves home in their
// hours, somebody leaves it with leave, and a zone is tried before it is changed.

const origin = process.env.INLIEU_E2E_URL ?? ''

/** At home at every hour, from now on. */
async function bindAllDay(deputy: Caller, { enrolmentId, home }: Worn): Promise<void> {
  const path = `/api/home/enrolments/${enrolmentId}/schedule`
  const { version } = await deputy.get<{ version: number }>(path)
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
  const weekly = [{ zone: home.id, days, from: '00:00', to: '24:00' }]
  await deputy.post(path, { version, weekly, why: 'At home at every hour (browser test).' })
}

/** Walks out of the house: at home, as the watch knows, then a kilometer away and staying there. */
async function walkOut(worn: Worn): Promise<void> {
  await report(origin, worn, 0)
  for (let fixes = 0; fixes < 4; fixes++) {
    await pause(1_500)
    await report(origin, worn, 1_000)
  }
}

/** Alarms of leaving home, of now. */
const leftHome = (by: Caller, worn: Worn) => alarmsOf(by, worn, 'zone-left')

test('who leaves home in the hours comes to the operator, who works the protocol and closes it', async ({
  page,
}) => {
  test.slow()
  const deputy = await callerOf(origin, 'sac-deputy')
  const operator = await callerOf(origin, 'sac-operator')
  const worn = await somebodyFollowed(origin)
  await bindAllDay(deputy, worn)
  await signIn(page, 'sac-operator')
  await page.goto(`${origin}/alarms`)
  await expectSettled(page)

  await walkOut(worn)
  const [alarm] = await leftHome(operator, worn)
  expect(alarm, 'the alarm is open as soon as the message that confirms it is acknowledged').toBeDefined()
  const row = page.getByRole('region', { name: 'Open alarms' }).locator(`a[href*="${alarm!.id}"]`)
  await expect(row).toHaveCount(1)

  await page.goto(`${origin}/alarms?alarm=${alarm!.id}`)
  await page.getByRole('button', { name: /^Acknowledge/ }).click()
  await expect(page.getByText('Operator Noor Signal has this alarm.').first()).toBeVisible()
  await expectAccessible(page, 'an alarm of somebody who left home')
  const path = `/api/monitoring/alarms/${alarm!.id}`
  const { steps } = await operator.get<{ steps: { code: string; channel: string }[] }>(path)
  for (const { code, channel } of steps) {
    const deed = channel.startsWith('call')
      ? { as: 'call', phone: '(916) 555-0100', outcome: 'reached', note: 'Spoken to.' }
      : { as: 'skip', note: 'Not needed: spoken to.' }
    await operator.post(`${path}/steps`, { code, deed })
  }
  const worked = await operator.get<{ record: { number: number }[] }>(path)
  await operator.post(`${path}/close`, {
    code: 'violation',
    note: 'Handed to the deputy.',
    seen: worked.record.at(-1)!.number,
  })
  await expect(row).toHaveCount(0)

  const { duties, record } = await operator.get<{
    duties: { kind: string; doneAt: string | null }[]
    record: { kind: string; at: string }[]
  }>(path)
  expect(duties.map(({ kind, doneAt }) => [kind, doneAt !== null])).toEqual([
    ['acknowledge', true],
    ['notify', true],
    ['resolve', true],
  ])
  const times = record.map(({ at }) => at)
  // By the moment, not the letters: an instant leaves out the zeros at its end.
  const moments = times.map((time) => Date.parse(time))
  expect(moments).toEqual(moments.toSorted((one, other) => one - other))
  expect(record.map(({ kind }) => kind).at(-1)).toBe('closed')
  expectNoFaults(page)
})

test('a leave that is granted: no alarm; a zone tried on the last days, then changed, in force at once', async ({
  page,
}) => {
  test.slow()
  const deputy = await callerOf(origin, 'sac-deputy')
  const sergeant = await callerOf(origin, 'sac-sergeant')
  const operator = await callerOf(origin, 'sac-operator')
  const worn = await somebodyFollowed(origin)
  await bindAllDay(deputy, worn)
  const local = (minutes: number) =>
    wallNow()
      .add({ minutes })
      .toZonedDateTimeISO('America/Los_Angeles')
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
  const leave = await deputy.post<{ id: string }>(`/api/home/enrolments/${worn.enrolmentId}/leave`, {
    kind: 'work',
    whereto: 'Example Bakery',
    why: 'An extra shift.',
    from: local(-1),
    to: local(120),
  })
  await sergeant.post(`/api/home/leave/${leave.id}/decision`, {
    outcome: 'granted',
    code: 'confirmed',
    note: '',
    version: 1,
  })
  await walkOut(worn)
  expect(await leftHome(operator, worn)).toEqual([])

  await signIn(page, 'sac-deputy')
  await page.goto(`${origin}/enrolments/${worn.enrolmentId}/zones/${worn.home.id}`)
  await expectSettled(page)
  await page.getByLabel('Radius').fill('2500')
  await page.getByRole('textbox', { name: 'Why' }).fill('The yard is large (browser test).')
  await page.getByRole('button', { name: 'Try it' }).click()
  await expect(page.getByText('With this change')).toBeVisible()
  await expectAccessible(page, 'a zone that was tried')
  await page.getByRole('button', { name: /^Save/ }).click()
  await expect(page).toHaveURL(new RegExp(`/enrolments/${worn.enrolmentId}/zones$`))

  // The leave ends, and the person is still a kilometer away: inside of the larger zone.
  await deputy.post(`/api/home/leave/${leave.id}/end`, { code: 'changed', note: '', version: 2 })
  for (let fixes = 0; fixes < 4; fixes++) {
    await pause(1_000)
    await report(origin, worn, 1_000)
  }
  expect(await leftHome(operator, worn)).toEqual([])
  expectNoFaults(page)
})
