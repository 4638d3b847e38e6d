import { readFile } from 'node:fs/promises'
import { type Happening, initialState, step } from '@inlieu/watch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { openAlarms } from '../alarms/open-alarms.ts'
import { committed, happening, minute, somebody } from '../testing/happenings.ts'
import { asWatch } from '../testing/positions.ts'
import { rowsOf } from '../testing/watched.ts'
import { withMatters } from './matters.ts'
import { newcomer } from './people.ts'
import { upsertHappenings } from './rows.ts'

// A battery that was low, then critical, then charged: nothing of it is the matter any more (EMP-8.7).

let office: TestOffice
let account: TestAccount
beforeAll(async () => {
  office = await testOffice()
  account = await office.account(['operator'])
})
afterAll(() => office.stop())

const charge = (minutes: number, battery: number, charging = false) => {
  const at = minute(minutes).epochMilliseconds
  return {
    ...{ kind: 'fix' as const, key: `f${minutes}`, at, received: at, lat: 38.58, lon: -121.49, accuracy: 8 },
    ...{ battery, charging },
  }
}
const day = [charge(0, 0.2), charge(10, 0.08), charge(20, 0.09, true)]

test('what is the matter goes with the charging, the low and the critical one', async () => {
  const person = await somebody(office, account.agencyId)
  const mattersBy = async (inputs: typeof day, at: number) => {
    const { happenings } = step(initialState(person), inputs)
    await say(happenings, at)
    const followed = newcomer(account.agencyId, person)
    const said = [{ personId: person, followed, happenings }]
    const [now] = await asWatch(office, (client) => withMatters(client, said))
    return [...now!.followed.matters.values()]
  }
  expect(await mattersBy(day.slice(0, 2), 11)).toEqual(['battery-low', 'battery-critical'])
  expect(await mattersBy(day, 21)).toEqual([])
})

test('the record of the alarm tells of the charging once, and every part of it has its end', async () => {
  const person = await somebody(office, account.agencyId)
  const { happenings } = step(initialState(person), day)
  await say(happenings, 21)
  expect(await endsOf(person)).toEqual([
    ['battery-low', minute(20).toString()],
    ['battery-critical', minute(20).toString()],
  ])
  const steps = await rowsOf<{ kind: string }>(
    office,
    account.agencyId,
    `select s.kind from monitoring.alarm_step s join monitoring.alarm a on a.agency_id = s.agency_id and a.id = s.alarm_id
     where a.person_id = $1 and s.kind = 'ended'`,
    [person],
  )
  expect(steps).toHaveLength(1)
})

describe('what a former release left standing', () => {
  const mend = async () => {
    const sql = await readFile(new URL('../../migrations/0032-battery-over.sql', import.meta.url), 'utf8')
    await ownerQuery(office.urls, account.agencyId, (client) => client.query(sql))
  }
  const leftStanding = async () => {
    const person = await somebody(office, account.agencyId)
    const low = happening(person, 'battery-low', 0)
    const critical = happening(person, 'battery-critical', 10, { incident: low.key })
    const over = happening(person, 'restored', 20, { incident: low.key, ends: critical.key })
    const again = happening(person, 'battery-low', 30, { incident: low.key })
    return { person, low, critical, over, again }
  }

  test('is over with the critical one, on the record and on its alarm; what came after it stands', async () => {
    const { person, low, critical, over, again } = await leftStanding()
    await say([low, critical, over, again], 31)
    await mend()
    await mend()
    expect(await endsOf(person)).toEqual([
      ['battery-low', minute(20).toString()],
      ['battery-critical', minute(20).toString()],
      ['battery-low', null],
    ])
    const ends = await rowsOf<{ key: string; ends: string }>(
      office,
      account.agencyId,
      `select key, ends from monitoring.happening where person_id = $1 and ends = $2`,
      [person, low.key],
    )
    expect(ends).toEqual([
      { key: `${person}|restored|battery-low|${minute(20).epochMilliseconds}`, ends: low.key },
    ])
  })

  test('the map shows it no longer, and still shows what stands', async () => {
    const over = await leftStanding()
    const stands = await leftStanding()
    await say([over.low, over.critical, over.over], 21)
    await say([stands.low, stands.critical], 21)
    for (const { person } of [over, stands]) await standing(person, ['battery-low'])
    await mend()
    expect(await mattersOf(over.person)).toEqual([])
    expect(await mattersOf(stands.person)).toEqual(['battery-low'])
  })
})

const say = (happenings: Happening[], at: number) =>
  asWatch(office, (client) =>
    committed(client, async () => {
      await client.query(`select set_config('inlieu.agency', $1, true)`, [account.agencyId])
      await upsertHappenings(client, account.agencyId, happenings, 1)
      await openAlarms(client, account.agencyId, happenings, minute(at))
    }),
  )

const endsOf = async (person: string) =>
  (
    await rowsOf<{ kind: string; ended: string | null }>(
      office,
      account.agencyId,
      `select h.kind, to_char(h.ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as ended
       from monitoring.alarm_happening h join monitoring.alarm a on a.agency_id = h.agency_id and a.id = h.alarm_id
       where a.person_id = $1 and h.severity <> 'note' order by h.at`,
      [person],
    )
  ).map(({ kind, ended }) => [kind, ended])

const standing = (person: string, matters: string[]) =>
  asWatch(office, (client) =>
    client.query(
      `insert into monitoring.standing (agency_id, unit_id, person_id, contact_at, matters)
       values ($1, gen_random_uuid(), $2, $3, $4)`,
      [account.agencyId, person, minute(0).toString(), matters],
    ),
  )

const mattersOf = async (person: string) =>
  (
    await rowsOf<{ matters: string[] }>(
      office,
      account.agencyId,
      'select matters from monitoring.standing where person_id = $1',
      [person],
    )
  )[0]!.matters
