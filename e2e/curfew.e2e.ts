import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import type { Caller } from '../packages/server/demonstration/caller.ts'
import { wallNow } from '../packages/server/platform/clock.ts'
import { callerOf } from './case/driven.ts'
import { expectAccessible, expectNoFaults, expectSettled, signIn } from './desk.ts'

// Home detention in the second office, from a unit's message to the operator's desk: somebody leaves home in their
// hours, somebody leaves it with leave, and a zone is tried before it is changed.

const origin = process.env.INLIEU_E2E_URL ?? ''
/** Units report beside the office (`--device-port`). */
const doors = origin.replace(/:(\d+)$/, (_, port: string) => `:${Number(port) + 10}`)

interface Worn {
  unitId: string
  personId: string
  enrolmentId: string
  secret: string
  home: { id: string; lat: number; lon: number }
  /** When the test began to speak for the unit. */
  since: string
}

interface ListedUnit {
  id: string
  wearer: { personId: string; enrolmentId: string } | null
}

let place = 0

/** Somebody who wears a unit of the plain door, which from now on says what this test says. */
async function somebodyFollowed(deputy: Caller): Promise<Worn> {
  for (let tries = 0; tries < 240; tries++, await pause(500)) {
    const { units } = await deputy.get<{ units: ListedUnit[] }>('/api/equipment/units?state=fitted')
    const plain: ListedUnit[] = []
    for (const unit of units) {
      const { credentials } = await deputy.get<{ credentials: { door: string; endedAt: string | null }[] }>(
        `/api/equipment/units/${unit.id}`,
      )
      if (credentials.some(({ door, endedAt }) => door === 'json' && endedAt === null)) plain.push(unit)
      if (plain.length > place) break
    }
    const unit = plain[place]
    if (!unit?.wearer) continue
    place += 1
    const { setUp } = await deputy.post<{ setUp: { lines: { setting: string; value: string }[] } }>(
      `/api/equipment/units/${unit.id}/credentials`,
      { door: 'json' },
    )
    const { personId, enrolmentId } = unit.wearer
    const { zones } = await deputy.get<{ zones: Zone[] }>(`/api/home/enrolments/${enrolmentId}/zones`)
    const home = zones.find(({ rule }) => rule === 'inclusion')!
    const [lon, lat] = home.area.center
    return {
      unitId: unit.id,
      personId,
      enrolmentId,
      secret: setUp.lines.find(({ setting }) => setting === 'Authorization')!.value,
      home: { id: home.id, lat, lon },
      since: wallNow().toString(),
    }
  }
  throw new Error('Nobody wears a unit of the plain door.')
}

interface Zone {
  id: string
  rule: string
  area: { center: [number, number] }
}

/** At home at every hour, from now on. */
async function bindAllDay(deputy: Caller, { enrolmentId, home }: Worn): Promise<void> {
  const path = `/api/home/enrolments/${enrolmentId}/schedule`
  const { version } = await deputy.get<{ version: number }>(path)
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
  const weekly = [{ zone: home.id, days, from: '00:00', to: '24:00' }]
  await deputy.post(path, { version, weekly, why: 'At home at every hour (browser test).' })
}

/** One message of the unit, so far north of home. */
async function report({ secret, home }: Worn, metersNorth: number): Promise<void> {
  const record = {
    at: wallNow().toString(),
    lat: home.lat + metersNorth / 111_000,
    lon: home.lon,
    accuracy: 8,
  }
  const answer = await fetch(`${doors}/json`, {
    method: 'POST',
    headers: { authorization: secret, 'content-type': 'application/json' },
    body: JSON.stringify({ records: [record] }),
  })
  expect(answer.status, await answer.text()).toBe(200)
}

/** Walks out of the house: at home, then a kilometer away and staying there. */
async function walkOut(worn: Worn): Promise<void> {
  await report(worn, 0)
  for (let fixes = 0; fixes < 4; fixes++) {
    await pause(1_500)
    await report(worn, 1_000)
  }
}

interface Listed {
  id: string
  kind: string
  happenedAt: string
  person: { id: string } | null
}

/** Alarms of leaving home, of now: the simulated past has its own. */
const alarmsOf = async (by: Caller, { personId, since }: Worn): Promise<Listed[]> => {
  const { alarms } = await by.get<{ alarms: Listed[] }>('/api/monitoring/alarms')
  return alarms.filter(
    ({ kind, person, happenedAt }) => person?.id === personId && kind === 'zone-left' && happenedAt >= since,
  )
}

test('who leaves home in the hours comes to the operator, who works the protocol and closes it', async ({
  page,
}) => {
  test.slow()
  const deputy = await callerOf(origin, 'sac-deputy')
  const operator = await callerOf(origin, 'sac-operator')
  const worn = await somebodyFollowed(deputy)
  await bindAllDay(deputy, worn)
  await signIn(page, 'sac-operator')
  await page.goto(`${origin}/alarms`)
  await expectSettled(page)

  await walkOut(worn)
  const [alarm] = await alarmsOf(operator, worn)
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
  expect(times).toEqual(times.toSorted())
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
  const worn = await somebodyFollowed(deputy)
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
  expect(await alarmsOf(operator, worn)).toEqual([])

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
    await report(worn, 1_000)
  }
  expect(await alarmsOf(operator, worn)).toEqual([])
  expectNoFaults(page)
})
