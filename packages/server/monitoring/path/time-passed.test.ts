import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownerQuery } from '../../testing/database.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { openAlarms } from '../alarms/open-alarms.ts'
import { dutyList } from '../testing/duty-list.ts'
import { committed, happening, minute, somebody } from '../testing/happenings.ts'
import { testWatch as roleOfTheWatch, type TestWatch as WatchRole } from '../testing/open-alarm.ts'
import { rowsOf, type TestWatch, testWatch } from '../testing/watched.ts'
import { VirtualClock } from '../virtual-clock.ts'

// Duties that run out under the real watch, while one of them cannot be passed on.

let office: TestOffice
let role: WatchRole
let watch: TestWatch
let sick: string
let sound: string
beforeAll(async () => {
  office = await testOffice()
  role = await roleOfTheWatch(office)
})
afterAll(async () => {
  await role.stop()
  await office.stop()
})

/** An alarm of an office of its own, with somebody on call. */
async function alarmIn(agency: string): Promise<string> {
  await dutyList(office, agency, minute(-60)).onCall(1, 'Ana')
  const person = await somebody(office, agency)
  const opened = () => openAlarms(role.client, agency, [happening(person, 'strap', 0)], minute(0))
  const [news] = await committed(role.client, opened)
  return news!.subject.alarm
}
const passTo = (minutes: number) =>
  watch.send('/virtual-clock', {
    method: 'POST',
    headers: { 'x-virtual-now': minute(minutes).toString() },
  })
const asked = async (agency: string) =>
  (
    await rowsOf<{ code: string }>(
      office,
      agency,
      `select code from monitoring.alarm_step where kind = 'escalated' order by number`,
    )
  ).map(({ code }) => code)
const life = async () =>
  (await rowsOf(office, sound, 'select put_off, evaluated_at from monitoring.heartbeat'))[0]!

describe('a duty that cannot be passed on', () => {
  let broken: string
  beforeEach(async () => {
    sick = await office.agency()
    sound = await office.agency()
    broken = await alarmIn(sick)
    await alarmIn(sound)
    // A protocol that the watch can make nothing of: the list of whom to ask is gone.
    await setEscalation(null)
    watch = await testWatch(office, { virtual: new VirtualClock(minute(0)) })
    return () => watch.close()
  })
  const setEscalation = (list: string[] | null) =>
    ownerQuery(office.urls, sick, (client) =>
      client.query(
        `update monitoring.alarm_protocol set content = jsonb_set(content, '{escalate}', $2) where alarm_id = $1`,
        [broken, JSON.stringify(list)],
      ),
    )

  test('holds no other duty back, is counted in the sign of life, and is tried again a minute later', async () => {
    await passTo(2)
    expect(await asked(sound)).toEqual(['acknowledge'])
    expect(await asked(sick)).toEqual([])
    expect(await life()).toMatchObject({ put_off: 1, evaluated_at: minute(2) })
    const putOff = () => rowsOf(office, sick, 'select what, faults, until_at, fault from monitoring.put_off')
    expect(await putOff()).toMatchObject([{ what: 'duty', faults: 1, until_at: minute(3) }])
    // Within the minute it is left alone; at its end it fails again.
    await passTo(2.9)
    expect(await putOff()).toMatchObject([{ faults: 1 }])
    await passTo(3)
    expect(await putOff()).toMatchObject([{ faults: 2, until_at: minute(4) }])
    expect(await life()).toMatchObject({ put_off: 1 })
    // Repaired, it is passed on when it is due again, and the sign of life is green.
    await setEscalation(['on-call', 'supervisor'])
    await passTo(4)
    expect(await asked(sick)).toEqual(['acknowledge', 'notify'])
    expect(await life()).toMatchObject({ put_off: 0 })
    const operator = await office.account(['operator'], sound)
    expect((await operator.get('/api/monitoring/alarms')).body.pulse).toMatchObject({ putOff: 0 })
  })
})
