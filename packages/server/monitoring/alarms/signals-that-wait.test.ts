import { afterAll, beforeAll, expect, test } from 'vitest'
import { wallNow } from '../../platform/clock.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { type TestWatch as Opener, testWatch as testOpener } from '../testing/open-alarm.ts'
import { rowsOf, type TestWatch, testWatch, until, wearer } from '../testing/watched.ts'

// More than the watch holds at once waits for units that do not speak; others are asked and told all the same.

let office: TestOffice
let deputy: TestAccount
let operator: TestAccount
let watch: TestWatch
let opener: Opener
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  operator = await office.account(['operator'])
  await askSilent(1_001)
  watch = await testWatch(office)
  opener = await testOpener(office)
}, 60_000)
afterAll(async () => {
  await opener.stop()
  await watch.close()
  await office.stop()
})

/** So many units that nobody has heard of were asked for something, a minute ago and more. */
const askSilent = (units: number) =>
  rowsOf(
    office,
    deputy.agencyId,
    `with model as (
       insert into equipment.model (agency_id, id, maker, name, kind, positions, levels, signals, added_at)
       values ($1, gen_random_uuid(), 'Acme', 'Silent', 'gps', true, '{active}', '{vibrate}', '2026-01-05T18:00:00Z')
       returning id),
     unit as (
       insert into equipment.unit (agency_id, id, model_id, serial, acquired_on)
       select $1, gen_random_uuid(), model.id, 'S-' || n, '2026-01-05' from model, generate_series(1, $2) n returning id)
     insert into monitoring.command (agency_id, id, unit_id, kind, asked_at, keep_until)
     select $1, gen_random_uuid(), unit.id, 'vibrate', $3::timestamptz - interval '1 minute',
       $3::timestamptz + interval '2 hours'
     from unit`,
    [deputy.agencyId, units, wallNow().toString()],
  )

let sent = 0
/** What the unit is told at its next message. */
async function told(secret: string): Promise<unknown> {
  const at = Math.floor(wallNow().epochMilliseconds / 1000)
  const { body } = await watch.send(
    `/?id=${secret}&lat=38.58&lon=-121.5&timestamp=${at}&accuracy=${5 + ++sent / 1000}`,
  )
  return body
}

test('monitoring rule 5: who speaks is told, however many wait for units that are silent', async () => {
  const one = await wearer(deputy, 'osmand')
  const alarm = await opener.alarm(deputy.agencyId, one.personId, 'zone-left')
  const body = { code: 'signal', deed: { as: 'signal', signal: 'vibrate' } }
  expect((await operator.post(`/api/monitoring/alarms/${alarm}/steps`, body)).body).toEqual({
    outcome: 'queued',
  })
  await until(async () => (await told(one.secret)) === 'vibrate')
})
