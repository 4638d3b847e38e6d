import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { somebody } from '../testing/happenings.ts'
import { type TestWatch, testWatch } from '../testing/open-alarm.ts'

// EMP-8.4: an alarm is in the hands of somebody who is there.

let office: TestOffice
let watch: TestWatch
let agency: string
let ana: TestAccount
let ben: TestAccount
let alarm: string
let other: string
let post: string
beforeAll(async () => {
  office = await testOffice()
  watch = await testWatch(office)
})
beforeEach(async () => {
  agency = await office.agency()
  ana = await office.account(['operator'], agency)
  ben = await office.account(['operator'], agency)
  const open = async () => watch.alarm(agency, await somebody(office, agency))
  ;[alarm, other] = [await open(), await open()]
  await ana.post(`/api/monitoring/alarms/${alarm}/acknowledge`)
  await ben.post(`/api/monitoring/alarms/${other}/acknowledge`)
  post = (await ana.post('/api/monitoring/take-over', { post: 'operator', relieves: null, note: '' })).body.id
})
afterAll(async () => {
  await watch.stop()
  await office.stop()
})

const page = async (id: string) => (await ben.get(`/api/monitoring/alarms/${id}`)).body
const held = async () =>
  (await ben.get('/api/monitoring/shifts')).body.open.alarms.map(
    (one: { id: string; holderId: string | null }) => [one.id, one.holderId],
  )

test('who takes the post over takes the alarms of whom they relieve; each record says from whom', async () => {
  expect(await held()).toEqual(
    expect.arrayContaining([
      [alarm, ana.id],
      [other, ben.id],
    ]),
  )
  const cy = await office.account(['operator'], agency)
  const taken = await cy.post('/api/monitoring/take-over', {
    post: 'operator',
    relieves: post,
    note: 'A strap.',
  })
  expect(taken.status).toBe(200)
  expect(await held()).toEqual(
    expect.arrayContaining([
      [alarm, cy.id],
      [other, ben.id],
    ]),
  )
  expect((await page(alarm)).record.at(-1)).toMatchObject({
    kind: 'acknowledged',
    note: 'Taken over with the post.',
    about: { from: ana.id },
  })
  // The note keeps who had what when it was written.
  const [note] = (await ben.get('/api/monitoring/shifts')).body.notes
  expect(note.open.alarms.find((one: { id: string }) => one.id === alarm).holderId).toBe(ana.id)
})

test('who leaves with nobody in their place leaves alarms that are nobody’s, and are to be acknowledged anew', async () => {
  expect((await ana.post('/api/monitoring/hand-over', { note: 'Bye.', leaves: true })).status).toBe(200)
  const { alarm: shown, duties, record } = await page(alarm)
  expect(shown).toMatchObject({ acknowledgedBy: null, nextDuty: 'acknowledge' })
  expect(record.at(-1)).toMatchObject({ kind: 'note', code: 'post-left', about: { from: ana.id } })
  expect(duties.filter((one: { kind: string }) => one.kind === 'acknowledge')).toMatchObject([
    { doneAt: expect.any(String) },
    { doneAt: null, missedAt: null },
  ])
  expect((await page(other)).alarm.acknowledgedBy).not.toBeNull()
  expect((await ben.post(`/api/monitoring/alarms/${alarm}/acknowledge`)).status).toBe(200)
})

test('a note for who comes leaves the alarms where they are', async () => {
  expect((await ana.post('/api/monitoring/hand-over', { note: 'Soon.', leaves: false })).status).toBe(200)
  expect((await page(alarm)).alarm.acknowledgedBy).not.toBeNull()
})
