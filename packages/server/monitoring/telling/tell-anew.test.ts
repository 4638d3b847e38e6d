import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawTestZone, openHomeCase, toldOf, wearUnit } from '../../home/testing/home-case.ts'
import { openDatabase } from '../../platform/database.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { tellAnew } from './tell-anew.ts'

let office: TestOffice
let deputy: TestAccount
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
})
afterAll(() => office.stop())

async function start(): Promise<void> {
  const worker = openDatabase(office.urls.worker, 2)
  await tellAnew(worker.db).finally(() => worker.close())
}

/** Somebody whose home binds always but for a day that differs, as it was told by a release that read it otherwise. */
async function toldEarlier(isWorn: boolean) {
  const one = await openHomeCase(office, deputy)
  if (isWorn) await wearUnit(office, deputy, one)
  const zoneId = await drawTestZone(deputy, one)
  const day = {
    zoneId,
    onDay: deputy.ctx.today.add({ days: 3 }).toString(),
    from: null,
    to: null,
    why: 'Court',
  }
  expect((await deputy.post(`${one.home}/dated-hours`, day)).status).toBe(200)
  await ownerQuery(office.urls, deputy.agencyId, (client) =>
    client.query(
      `update monitoring.told set content = jsonb_set(content, '{change,schedule,weekly}', '[]')
       where person_id = $1 and content #> '{change,schedule}' <> 'null'`,
      [one.personId],
    ),
  )
  return { one, weekly: async () => (await told()).at(-1).content.change.schedule.weekly, told }
  function told() {
    return toldOf(office, deputy, one.personId)
  }
}

test('EMP-1.2 whoever has a day that differs is told anew when the worker starts, once', async () => {
  const { told, weekly } = await toldEarlier(true)
  const rows = (await told()).length
  expect(await weekly()).toEqual([])
  await start()
  expect(await told()).toHaveLength(rows + 1)
  expect(await weekly()).toMatchObject([{ from: '00:00', to: '24:00' }])
  await start()
  expect(await told()).toHaveLength(rows + 1)
})

test('who wears nothing is followed by nothing, and told nothing', async () => {
  const { told } = await toldEarlier(false)
  const rows = (await told()).length
  await start()
  expect(await told()).toHaveLength(rows)
})
