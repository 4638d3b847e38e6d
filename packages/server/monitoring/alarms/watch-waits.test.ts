import type { Happening } from '@inlieu/watch'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { committed, happening, minute, somebody } from '../testing/happenings.ts'
import { openAlarms } from './open-alarms.ts'

let office: TestOffice
let watch: pg.Client
let operator: TestAccount
let agency: string
let person: string
beforeAll(async () => {
  office = await testOffice()
  watch = new pg.Client({ connectionString: office.urls.ingest })
  await watch.connect()
  operator = await office.account(['operator'])
  agency = operator.agencyId
})
beforeEach(async () => {
  person = await somebody(office, agency)
})
afterAll(async () => {
  await watch.end()
  await office.stop()
})

const said = (happenings: Happening[], at: number) =>
  committed(watch, () => openAlarms(watch, agency, happenings, minute(at)))
const alarms = () =>
  ownerQuery(
    office.urls,
    agency,
    async (client) =>
      (
        await client.query(
          `select id, closed_code, after_alarm_id, happenings from monitoring.v_alarm where person_id = $1 order by number`,
          [person],
        )
      ).rows as { id: string; happenings: number }[],
  )

describe('the watch waits for nobody', () => {
  test('an alarm in the hands of somebody who acknowledges it takes what is new at once', async () => {
    const low = happening(person, 'battery-low', 0)
    await said([low], 1)
    const [alarm] = await alarms()
    const hands = new pg.Client({ connectionString: office.urls.app })
    await hands.connect()
    try {
      await hands.query('begin')
      await hands.query(`select set_config('inlieu.agency', $1, true)`, [agency])
      await hands.query('select from monitoring.alarm where id = $1 for no key update', [alarm!.id])
      await watch.query(`set lock_timeout = '200ms'`)
      await said([happening(person, 'battery-dead', 40, { incident: low.key })], 41)
      expect((await alarms())[0]!.happenings).toBe(2)
    } finally {
      await watch.query('set lock_timeout = 0')
      await hands.query('rollback')
      await hands.end()
    }
  })

  test('what comes while somebody closes it is seen: either by them, or as an alarm of its own', async () => {
    const low = happening(person, 'battery-low', 0)
    await said([low], 1)
    const [alarm] = await alarms()
    const hands = new pg.Client({ connectionString: office.urls.app })
    await hands.connect()
    try {
      await hands.query('begin')
      await hands.query(`select set_config('inlieu.agency', $1, true)`, [agency])
      await hands.query('select from monitoring.alarm where id = $1 for update', [alarm!.id])
      const opening = said([happening(person, 'battery-dead', 40, { incident: low.key })], 41)
      await hands.query(
        `update monitoring.alarm set closed_at = $2, closed_by = $3, closed_code = 'handled' where id = $1`,
        [alarm!.id, minute(41).toString(), operator.id],
      )
      await hands.query('commit')
      await opening
      expect(await alarms()).toMatchObject([
        { id: alarm!.id, closed_code: 'handled', happenings: 1 },
        { closed_code: null, after_alarm_id: alarm!.id, happenings: 1 },
      ])
    } finally {
      await hands.end()
    }
  })
})
