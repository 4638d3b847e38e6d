import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { officeNow } from '../../platform/clock.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { committed, happening, somebody } from '../testing/happenings.ts'
import { type TestWatch, testUnit, testWatch } from '../testing/open-alarm.ts'
import { openUnitAlarm } from './open-unit-alarm.ts'

let office: TestOffice
let watch: TestWatch
let ana: TestAccount
let supervisor: TestAccount
let agency: string
let person: string
beforeAll(async () => {
  office = await testOffice()
  watch = await testWatch(office)
  ana = await office.account(['operator'])
  supervisor = await office.account(['operator-supervisor'])
  agency = ana.agencyId
})
beforeEach(async () => {
  person = await somebody(office, agency)
})
afterAll(async () => {
  await watch.stop()
  await office.stop()
})

const at = (alarm: string) => `/api/monitoring/alarms/${alarm}`
const page = async (alarm: string) => (await ana.get(at(alarm))).body
const step = (alarm: string, code: string, deed: object, who = ana) =>
  who.post(`${at(alarm)}/steps`, { code, deed })
const close = async (alarm: string, different: object = {}) => {
  const seen = (await page(alarm)).record.at(-1).number
  return ana.post(`${at(alarm)}/close`, {
    code: 'false',
    note: '',
    whyNot: 'Nothing to do',
    seen,
    ...different,
  })
}

describe('false again at this address', () => {
  const sent = (alarm: string, where: string, who = ana) =>
    step(alarm, 'dispatch', { as: 'dispatch', where }, who)
  const falseBefore = async (where: string, code: string) => {
    const alarm = await watch.alarm(agency, await somebody(office, agency))
    expect((await sent(alarm, where)).status).toBe(200)
    await close(alarm, { code })
    return alarm
  }

  test('a supervisor approves before somebody is sent again, and nobody approves for themselves', async () => {
    const earlier = await falseBefore('12 Elm St, Apt 4', 'false')
    const alarm = await watch.alarm(agency, person)
    const refused = await sent(alarm, '12  elm st. apt 4')
    expect(refused.status).toBe(403)
    expect(refused.body.error.message).toContain('12 Elm St, Apt 4')
    expect(
      (await supervisor.post(`${at(alarm)}/decide-dispatch`, { approve: true, reason: 'x' })).status,
    ).toBe(409)
    const ask = () =>
      supervisor.post(`${at(alarm)}/ask-dispatch`, { where: '12 Elm St, Apt 4', note: 'Again' })
    expect((await ask()).status).toBe(200)
    expect((await page(alarm)).asking).toMatchObject({
      where: '12 Elm St, Apt 4',
      why: 'Again',
      earlier: { id: earlier },
    })
    expect(
      (await supervisor.post(`${at(alarm)}/decide-dispatch`, { approve: true, reason: 'x' })).status,
    ).toBe(403)
    expect((await ana.post(`${at(alarm)}/decide-dispatch`, { approve: true, reason: 'x' })).status).toBe(403)
    const other = await office.account(['operator-supervisor'])
    expect((await other.post(`${at(alarm)}/decide-dispatch`, { approve: true, reason: 'Go' })).status).toBe(
      200,
    )
    // The approval is for this address, and for one sending.
    await falseBefore('14 Elm St', 'false')
    const elsewhere = await sent(alarm, '14 Elm St')
    expect([elsewhere.status, elsewhere.body.error.message]).toEqual([
      403,
      expect.stringContaining('12 Elm St, Apt 4, and not here'),
    ])
    expect((await sent(alarm, '12 Elm St, Apt 4')).body).toEqual({ outcome: 'sent-out' })
    expect((await page(alarm)).asking.state).toBe('not-asked')
    expect((await sent(alarm, '12 Elm St, Apt 4')).status).toBe(403)
    expect((await ask()).status).toBe(200)
  })

  test('refused: nobody is sent, and it can be asked again', async () => {
    await falseBefore('9 Ash Ct', 'unit-fault')
    const alarm = await watch.alarm(agency, person)
    await ana.post(`${at(alarm)}/ask-dispatch`, { where: '9 Ash Ct', note: 'Again' })
    expect((await ana.post(`${at(alarm)}/ask-dispatch`, { where: '9 Ash Ct', note: 'Again' })).status).toBe(
      409,
    )
    await supervisor.post(`${at(alarm)}/decide-dispatch`, { approve: false, reason: 'Call first' })
    expect((await sent(alarm, '9 Ash Ct')).status).toBe(403)
    expect((await page(alarm)).asking).toMatchObject({ state: 'refused' })
    expect(
      (await ana.post(`${at(alarm)}/ask-dispatch`, { where: '9 Ash Ct', note: 'No answer' })).status,
    ).toBe(200)
  })

  test('where it was true, or is another address, nobody is asked', async () => {
    await falseBefore('7 Fir Ave', 'violation')
    const alarm = await watch.alarm(agency, person)
    expect((await sent(alarm, '7 Fir Ave')).status).toBe(200)
    expect((await sent(alarm, '8 Fir Ave')).status).toBe(200)
  })

  test('the place counts as well as the address as it was typed: 150 meters', async () => {
    const fix = (lat: number) => ({
      evidence: {
        ...happening(person, 'strap', 0).evidence,
        fixes: [{ key: 'k', at: 0, lat, lon: -121.49, accuracy: 8 }],
      },
    })
    // A meter is 0.000009 degrees of latitude.
    const earlier = await watch.alarm(agency, await somebody(office, agency), 'strap', fix(39))
    await sent(earlier, 'The yellow house by the school')
    await close(earlier)
    for (const [meters, status] of [
      [149, 403],
      [151, 200],
    ] as const) {
      const near = await watch.alarm(
        agency,
        await somebody(office, agency),
        'strap',
        fix(39 + meters / 111_195),
      )
      expect((await sent(near, `House ${meters}`)).status, `${meters} m`).toBe(status)
    }
  })
})

describe('an officer is sent from any open alarm that has a person or a place', () => {
  const send = (alarm: string, where: string, who = ana) =>
    who.post(`${at(alarm)}/send-officer`, { where, note: 'Nobody answers' })

  test('without a step for it: on record like the step, the agency is told, nothing else is done by it', async () => {
    const alarm = await watch.alarm(agency, person, 'zone-left')
    const before = await page(alarm)
    expect([before.canSend, before.steps.map(({ channel }: { channel: string }) => channel)]).toEqual([
      true,
      expect.not.arrayContaining(['dispatch']),
    ])
    expect((await send(alarm, '3 Oak Rd')).status).toBe(200)
    const { record, duties, steps, alarm: shown } = await page(alarm)
    expect(record.at(-1)).toMatchObject({
      kind: 'step',
      code: '',
      by: 'Test operator',
      note: 'Nobody answers',
      about: { as: 'dispatch', channel: 'dispatch', dispatch: '3 Oak Rd', outcome: 'sent-out' },
    })
    expect(shown.acknowledgedBy).toBe('Test operator')
    const notify = duties.find(({ kind }: { kind: string }) => kind === 'notify')
    expect(notify.doneAt).not.toBeNull()
    expect(new Set(steps.map(({ state }: { state: string }) => state))).toEqual(new Set(['to-do']))
  })

  test('where the protocol has the step, it is that step', async () => {
    const alarm = await watch.alarm(agency, person, 'strap')
    expect((await send(alarm, '4 Oak Rd')).status).toBe(200)
    expect((await page(alarm)).steps.find(({ code }: { code: string }) => code === 'dispatch')).toMatchObject(
      {
        state: 'done',
        outcome: 'sent-out',
      },
    )
  })

  test('false again at this address: a supervisor approves first, once', async () => {
    const earlier = await watch.alarm(agency, await somebody(office, agency), 'zone-left')
    expect((await send(earlier, '5 Oak Rd')).status).toBe(200)
    await close(earlier)
    const alarm = await watch.alarm(agency, person, 'zone-left')
    const refused = await send(alarm, '5 oak rd.')
    expect([refused.status, refused.body.error.message]).toEqual([403, expect.stringContaining('5 Oak Rd')])
    expect((await page(alarm)).record.at(-1).kind).toBe('opened')
    await ana.post(`${at(alarm)}/ask-dispatch`, { where: '5 Oak Rd', note: 'Again' })
    await supervisor.post(`${at(alarm)}/decide-dispatch`, { approve: true, reason: 'Go' })
    expect((await send(alarm, '5 Oak Rd')).status).toBe(200)
    expect((await send(alarm, '5 Oak Rd')).status).toBe(403)
  })

  test('not for an alarm about nobody and no place, nor for one that is closed', async () => {
    const unit = await unitAlarm()
    expect((await page(unit)).canSend).toBe(false)
    const nowhere = await send(unit, '6 Oak Rd')
    expect([nowhere.status, nowhere.body.error.message]).toEqual([422, expect.stringContaining('no place')])
    const alarm = await watch.alarm(agency, person, 'zone-left')
    await close(alarm)
    expect((await send(alarm, '6 Oak Rd')).status).toBe(409)
  })

  const unitAlarm = async (): Promise<string> => {
    const unitId = await testUnit(office, agency)
    const [news] = await committed(watch.client, () =>
      openUnitAlarm(
        watch.client,
        agency,
        { unitId, kind: 'strap', at: officeNow(), why: 'Cut.' },
        officeNow(),
      ),
    )
    return news!.subject.alarm
  }
})
