import type { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptedPerson, fitTestUnit, receiveTestUnit } from '../../equipment/testing/units.ts'
import { officeNow, wallNow } from '../../platform/clock.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { committed } from '../testing/happenings.ts'
import { type TestWatch as Opener, testWatch as testOpener } from '../testing/open-alarm.ts'
import {
  type Door,
  rowsOf,
  secretIn,
  secretOf,
  type TestWatch,
  testWatch,
  until,
  type Wearer,
  wearer,
} from '../testing/watched.ts'
import { commandStanding } from './commands.ts'
import { openUnitAlarm } from './open-unit-alarm.ts'

// From the operator who asks a unit for something to the unit that is told, or is not: with the real watch and its doors.

let office: TestOffice
let deputy: TestAccount
let operator: TestAccount
let watch: TestWatch
let opener: Opener
let agency: string
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  operator = await office.account(['operator'])
  agency = deputy.agencyId
  watch = await testWatch(office)
  opener = await testOpener(office)
}, 60_000)
afterAll(async () => {
  await opener.stop()
  await watch.close()
  await office.stop()
})

const at = (alarm: string) => `/api/monitoring/alarms/${alarm}`
const page = async (alarm: string) => (await operator.get(at(alarm))).body
const signalStep = async (alarm: string) =>
  (await page(alarm)).steps.find(({ code }: { code: string }) => code === 'signal')
const signal = (alarm: string, kind = 'vibrate') =>
  operator.post(`${at(alarm)}/steps`, { code: 'signal', deed: { as: 'signal', signal: kind } })

/** Somebody who wears a unit, with an alarm for which it was asked. */
async function asked(door: Door, ...kinds: string[]): Promise<Wearer & { alarm: string }> {
  const one = await wearer(deputy, door)
  const alarm = await opener.alarm(agency, one.personId, 'zone-left')
  for (const kind of kinds) expect((await signal(alarm, kind)).body).toEqual({ outcome: 'queued' })
  return { ...one, alarm }
}

let sent = 0
const position = () => ({ lat: 38.58, lon: -121.5, accuracy: 5 + ++sent / 1000 })
const seconds = () => Math.floor(wallNow().epochMilliseconds / 1000)
/** What the unit is told at its next message, at the door of words. */
const told = async (secret: string): Promise<string> => {
  const { lat, lon, accuracy } = position()
  const query = `/?id=${secret}&lat=${lat}&lon=${lon}&timestamp=${seconds()}&accuracy=${accuracy}`
  const { status, body } = await watch.send(query)
  expect(status).toBe(200)
  return body as string
}
/** Somebody else is asked and told: the watch has looked for what waits since the call. */
async function hasLooked(): Promise<void> {
  marker ??= await asked('osmand')
  await signal(marker.alarm)
  await until(async () => (await told(marker!.secret)) === 'vibrate')
}
let marker: Awaited<ReturnType<typeof asked>> | undefined
/** What a unit is told at its next message after the watch has looked. */
const toldNow = async (secret: string): Promise<string> => {
  await hasLooked()
  return told(secret)
}
const json = (body: unknown, headers: Record<string, string>): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
})
const forwarder = async (door: string): Promise<string> =>
  secretIn(
    (await deputy.post('/api/equipment/forwarders', { name: `Feed ${++sent}`, door })).body.setUp.lines,
  )
const serialOf = async (unitId: string) =>
  (
    await rowsOf<{ serial: string }>(office, agency, 'select serial from equipment.unit where id = $1', [
      unitId,
    ])
  )[0]!.serial

describe('monitoring rule 5, a signal is done when the unit was told', () => {
  test('it waits; then it was said, once, and the open pages hear of it', async () => {
    const { alarm, secret } = await asked('osmand', 'vibrate')
    expect(await signalStep(alarm)).toMatchObject({
      state: 'waiting',
      outcome: 'queued',
      needsReason: false,
      command: { state: 'waiting', because: null },
    })
    await until(async () => (await told(secret)) === 'vibrate')
    expect(await toldNow(secret)).toBe('')
    await until(async () => (await signalStep(alarm)).state === 'done')
    expect((await page(alarm)).record.at(-1).command).toMatchObject({ state: 'said', because: null })
    const news = await rowsOf(
      office,
      agency,
      `select kind from platform.news where subject ->> 'alarm' = $1`,
      [alarm],
    )
    expect(news).toEqual([{ kind: 'monitoring.alarm-changed' }])
  })

  test('who asked may close without a reason, and nothing claims that the unit was told', async () => {
    const { alarm } = await asked('osmand')
    const { steps } = await page(alarm)
    for (const { code } of steps)
      if (code !== 'signal')
        await operator.post(`${at(alarm)}/steps`, { code, deed: { as: 'skip', note: 'Not needed' } })
    const close = async () =>
      operator.post(`${at(alarm)}/close`, {
        code: 'false',
        note: '',
        whyNot: '',
        seen: (await page(alarm)).record.at(-1).number,
      })
    const refused = await close()
    expect([refused.status, refused.body.error.fields[0].path]).toEqual([422, 'whyNot'])
    expect((await signalStep(alarm)).needsReason).toBe(true)
    await signal(alarm)
    expect((await close()).status).toBe(200)
    expect(await signalStep(alarm)).toMatchObject({
      state: 'tried',
      needsReason: false,
      command: { state: 'not-said', because: 'alarm-closed' },
    })
  })
})

describe('monitoring rule 5, a signal is for who wears the unit when it is asked', () => {
  test('after a hand-over the next wearer is told nothing, and the alarm says that it was not said', async () => {
    const { alarm, unitId, secret } = await asked('osmand', 'vibrate')
    const next = await acceptedPerson(deputy)
    const over = await deputy.post(`/api/equipment/units/${unitId}/hand-over`, {
      enrolmentId: next.enrolmentId,
      level: 'active',
      note: '',
    })
    expect(over.status).toBe(200)
    expect(await toldNow(secret)).toBe('')
    expect(await signalStep(alarm)).toMatchObject({
      state: 'tried',
      command: { state: 'not-said', because: 'taken-off' },
    })
  })

  test('after the alarm is closed it is said no more, nor when the alarm is opened again', async () => {
    const { alarm, secret } = await asked('osmand', 'vibrate')
    const seen = (await page(alarm)).record.at(-1).number
    await operator.post(`${at(alarm)}/close`, { code: 'false', note: '', whyNot: 'Nobody there', seen })
    expect(await toldNow(secret)).toBe('')
    await operator.post(`${at(alarm)}/reopen`, { reason: 'Again' })
    expect(await toldNow(secret)).toBe('')
    expect((await signalStep(alarm)).command).toMatchObject({ state: 'not-said', because: 'alarm-closed' })
  })

  test('of a unit that nobody wore: not to who wears it since, and it cannot be asked any more', async () => {
    const unitId = await receiveTestUnit(deputy)
    const secret = await secretOf(deputy, unitId, 'osmand')
    const [news] = await committed(opener.client, () =>
      openUnitAlarm(
        opener.client,
        agency,
        { unitId, kind: 'zone-left', at: officeNow(), why: 'It went away.' },
        officeNow(),
      ),
    )
    const { alarm } = news!.subject
    expect((await signal(alarm)).status).toBe(200)
    await fitTestUnit(deputy, unitId, (await acceptedPerson(deputy)).enrolmentId)
    expect(await toldNow(secret)).toBe('')
    expect((await signalStep(alarm)).command).toMatchObject({ state: 'not-said', because: 'put-on' })
    expect((await signal(alarm)).body.error.message).toContain('Somebody wears this unit by now')
    expect((await page(alarm)).unit).toBeNull()
  })

  test('what nobody could say for two hours is said no more', async () => {
    const { alarm, secret } = await asked('osmand')
    await signal(alarm)
    await rowsOf(
      office,
      agency,
      `update monitoring.command set asked_at = asked_at - interval '2 hours', keep_until = keep_until - interval '2 hours'
       where alarm_id = $1`,
      [alarm],
    )
    expect(await toldNow(secret)).toBe('')
    expect(await signalStep(alarm)).toMatchObject({
      state: 'tried',
      command: { state: 'not-said', because: 'too-late' },
    })
    // It can be asked again.
    await signal(alarm)
    await until(async () => (await told(secret)) === 'vibrate')
  })

  test('it is kept for two hours: below, at, above', async () => {
    const { alarm } = await asked('osmand', 'vibrate')
    const [row] = await rowsOf(
      office,
      agency,
      'select asked_at, keep_until, sent_at, ended_at, ended_because from monitoring.command where alarm_id = $1',
      [alarm],
    )
    const after = (seconds: number) =>
      commandStanding(row as never, (row!.asked_at as Temporal.Instant).add({ seconds: 7200 + seconds }))
        .state
    expect([after(-1), after(0), after(1)]).toEqual(['waiting', 'not-said', 'not-said'])
  })
})

describe('monitoring rule 5, a door is given only what it can say', () => {
  test('Traccar says nothing: it goes on waiting for a door that can', async () => {
    const { alarm, unitId, secret } = await asked('osmand', 'vibrate')
    const authorization = `Bearer ${await forwarder('traccar')}`
    const uniqueId = await serialOf(unitId)
    await hasLooked()
    const { lat, lon, accuracy } = position()
    const body = {
      device: { uniqueId },
      position: { fixTime: wallNow().toString(), valid: true, latitude: lat, longitude: lon, accuracy },
    }
    expect((await watch.send('/traccar', json(body, { authorization }))).body).toEqual({ accepted: 1 })
    await hasLooked()
    expect((await signalStep(alarm)).state).toBe('waiting')
    await until(async () => (await told(secret)) === 'vibrate')
  })

  test('OwnTracks is asked where it is; to vibrate goes on waiting', async () => {
    const { alarm, secret, unitId } = await asked('owntracks', 'locate')
    await secretOf(deputy, unitId, 'osmand')
    expect((await signal(alarm, 'vibrate')).body).toEqual({ outcome: 'queued' })
    const authorization = `Basic ${Buffer.from(`unit:${secret}`).toString('base64')}`
    const answers: unknown[] = []
    await until(async () => {
      const { lat, lon, accuracy } = position()
      const body = { _type: 'location', tst: seconds(), lat, lon, acc: accuracy }
      answers.push(...((await watch.send('/owntracks', json(body, { authorization }))).body as unknown[]))
      return answers.length > 0
    })
    expect(answers).toEqual([{ _type: 'cmd', action: 'reportLocation' }])
    const states = async () =>
      (await page(alarm)).record.flatMap(
        (one: { command: { state: string } | null }) => one.command?.state ?? [],
      )
    await until(async () => (await states()).includes('said'))
    expect(await states()).toEqual(['said', 'waiting'])
  })

  test('a unit that reports through Traccar alone is offered nothing, and the page says to call', async () => {
    await forwarder('traccar')
    const unitId = await receiveTestUnit(deputy)
    const person = await acceptedPerson(deputy)
    await fitTestUnit(deputy, unitId, person.enrolmentId)
    const alarm = await opener.alarm(agency, person.personId, 'zone-left')
    const offered = async () => (await page(alarm)).unit
    expect(await offered()).toMatchObject({ id: unitId, signals: [], silent: 'way-in' })
    const refused = await signal(alarm)
    expect([refused.status, refused.body.error.fields[0].path]).toEqual([422, 'signal'])
    expect(refused.body.error.fields[0].message).toContain('Call instead')
    await secretOf(deputy, unitId, 'owntracks')
    expect(await offered()).toMatchObject({ signals: ['locate'], silent: null })
    expect((await signal(alarm)).status).toBe(422)
    await secretOf(deputy, unitId, 'osmand')
    expect(await offered()).toMatchObject({ silent: null })
    expect((await signal(alarm)).body).toEqual({ outcome: 'queued' })
  })

  test('a sender of many is told which unit is asked for what; a unit of its own is told the words', async () => {
    const [one, other, own] = [
      await asked('osmand', 'vibrate'),
      await asked('osmand', 'locate'),
      await asked('json', 'light'),
    ]
    const feed = await forwarder('json')
    const units = [await serialOf(one.unitId), await serialOf(other.unitId)]
    const commands: unknown[] = []
    await until(async () => {
      const records = units.map((unit) => ({ unit, at: seconds(), ...position() }))
      commands.push(...((await watch.records(feed, records)).body as { commands: unknown[] }).commands)
      return commands.length === 2
    })
    expect(commands).toEqual(
      expect.arrayContaining([
        { unit: units[0], kind: 'vibrate' },
        { unit: units[1], kind: 'locate' },
      ]),
    )
    await until(async () => {
      const { body } = await watch.records(own.secret, [{ at: seconds(), ...position() }])
      const { commands: words } = body as { commands: unknown[] }
      expect([[], ['light']]).toContainEqual(words)
      return words.length === 1
    })
  })
})
