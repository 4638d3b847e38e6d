import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownerQuery } from '../../testing/database.ts'
import { type TestOffice, testOffice } from '../../testing/office.ts'
import { timePassed } from '../path/time-passed.ts'
import { type DutyList, dutyList } from '../testing/duty-list.ts'
import { committed, happening, minute, somebody } from '../testing/happenings.ts'
import { openAlarms } from './open-alarms.ts'

// Whom the watch asks when a time runs out, while the list changes. A strap: two minutes to acknowledge.

let office: TestOffice
let watch: pg.Client
beforeAll(async () => {
  office = await testOffice()
  watch = new pg.Client({ connectionString: office.urls.ingest })
  await watch.connect()
})
afterAll(async () => {
  await watch.end()
  await office.stop()
})

let agency: string
let list: DutyList
let alarm: string
beforeEach(async () => {
  agency = await office.agency()
  list = dutyList(office, agency, minute(-60))
  const person = await somebody(office, agency)
  const [news] = await committed(watch, () =>
    openAlarms(watch, agency, [happening(person, 'strap', 0)], minute(0)),
  )
  alarm = news!.subject.alarm
})

const pass = (at: number) => committed(watch, () => timePassed(watch, null, minute(at)))
/** Each second of these minutes would be long: each tenth. */
const passTo = async (from: number, to: number) => {
  for (let at = from; at <= to; at += 1 / 6) await pass(at)
}
const lines = async (code = 'acknowledge') =>
  ownerQuery(office.urls, agency, async (client) => {
    const { rows } = await client.query<{ kind: string; note: string; about: { state?: string } }>(
      `select kind, note, about from monitoring.alarm_step
       where alarm_id = $1 and code = $2 and kind in ('missed', 'escalated') order by number`,
      [alarm, code],
    )
    return rows.map(({ kind, note, about }) => (kind === 'missed' ? kind : note || about.state))
  })

describe('monitoring rule 5, nobody is there', () => {
  test('that is said once; who comes on call ten minutes later is asked', async () => {
    await passTo(2, 12)
    expect(await lines()).toEqual(['missed', 'nobody'])
    await list.onCall(1, 'Ana')
    await passTo(12, 30)
    expect(await lines()).toEqual(['missed', 'nobody', 'Ana'])
  })

  test('no supervisor is there or planned: those of the center are asked, one after the other, as for gaps', async () => {
    for (const name of ['Cy', 'Dee']) {
      const { id } = await office.account(['operator-supervisor'], agency)
      await list.staff(name, { account: id })
    }
    await list.staff('Eve', { account: (await office.account(['operator'], agency)).id })
    await list.onCall(1, 'Ana')
    await passTo(2, 12)
    expect(await lines()).toEqual(['missed', 'Ana', 'Cy', 'Dee'])
  })

  test('a supervisor whose account has ended has left, and is not asked', async () => {
    for (const [name, endsAt] of [
      ['Cy', minute(1)],
      ['Dee', minute(600)],
    ] as const) {
      const { id } = await office.account(['operator-supervisor'], agency)
      await list.staff(name, { account: id })
      await ownerQuery(office.urls, agency, (client) =>
        client.query('update access.account set ends_at = $2 where id = $1', [id, endsAt.toString()]),
      )
    }
    await passTo(2, 12)
    expect(await lines()).toEqual(['missed', 'Dee'])
  })

  test('a supervisor is there: those who are not are left in peace', async () => {
    const { id } = await office.account(['operator-supervisor'], agency)
    await list.staff('Dee', { account: id })
    await list.supervisor('Cy')
    await passTo(2, 12)
    expect(await lines()).toEqual(['missed', 'Cy'])
  })

  test('who comes when all others have been asked is asked too, while it is owed', async () => {
    await list.onCall(1, 'Ana')
    await passTo(2, 20)
    await list.onCall(2, 'Ben')
    await passTo(20, 30)
    expect(await lines()).toEqual(['missed', 'Ana', 'Ben'])
  })

  test('done, or of a protocol that asks the supervisor alone: nobody more is asked', async () => {
    await ownerQuery(office.urls, agency, (client) =>
      client.query(
        `update monitoring.alarm_protocol set content = jsonb_set(content, '{escalate}', '["supervisor"]')
         where alarm_id = $1`,
        [alarm],
      ),
    )
    await passTo(2, 4)
    await list.onCall(1, 'Ana')
    await passTo(4, 20)
    expect(await lines()).toEqual(['missed', 'nobody'])
  })
})

describe('monitoring rule 5, the list changes between two rounds', () => {
  test('the first goes off duty: the next is not passed over', async () => {
    await list.onCall(1, 'Ana')
    await pass(2)
    await list.endOnCall(minute(3))
    await list.onCall(1, 'Ben')
    await list.supervisor('Cy')
    await passTo(3, 20)
    expect(await lines()).toEqual(['missed', 'Ana', 'Ben', 'Cy'])
  })

  test('somebody comes before who was asked: nobody is asked twice', async () => {
    await list.onCall(2, 'Ben')
    await pass(2)
    await list.onCall(1, 'Ana')
    await list.supervisor('Cy')
    await passTo(3, 20)
    expect(await lines()).toEqual(['missed', 'Ben', 'Ana', 'Cy'])
  })
})
