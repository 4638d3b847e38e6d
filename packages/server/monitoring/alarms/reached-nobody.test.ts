import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { actAsOffice } from '../../access/index.ts'
import { officeNow } from '../../platform/clock.ts'
import { openDatabase } from '../../platform/database.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { recordDelivery } from '../messages/record-delivery.ts'
import { messageTask, mostTries } from '../messages/send-message.ts'
import { type DutyList, dutyList } from '../testing/duty-list.ts'
import { somebody } from '../testing/happenings.ts'
import { type TestWatch, testWatch } from '../testing/open-alarm.ts'

// A message is asked for at the desk, the worker tries to send it, and it reaches nobody.

let office: TestOffice
let watch: TestWatch
let worker: ReturnType<typeof openDatabase>
let folders: { data: string; keys: string }
beforeAll(async () => {
  office = await testOffice()
  watch = await testWatch(office)
  worker = openDatabase(office.urls.worker, 2)
  const root = await mkdtemp(join(tmpdir(), 'inlieu-unreached-'))
  folders = { data: join(root, 'data'), keys: root }
})
afterAll(async () => {
  await worker.close()
  await watch.stop()
  await office.stop()
  await rm(folders.keys, { recursive: true })
})

let agency: string
let admin: TestAccount
let ana: TestAccount
let list: DutyList
let alarm: string
beforeEach(async () => {
  agency = await office.agency()
  admin = await office.account(['administrator'], agency)
  ana = await office.account(['operator'], agency)
  list = dutyList(office, agency, officeNow().subtract({ hours: 1 }))
  await list.onCall(1, 'Officer Diaz')
  // Nobody listens at this port: each try fails.
  await admin.post('/api/monitoring/channels/email', {
    kind: 'smtp',
    host: '127.0.0.1',
    port: 1,
    security: 'none',
    sender: 'center@county.example',
    user: '',
    passwordFile: null,
    authorityFile: null,
  })
  alarm = await watch.alarm(agency, await somebody(office, agency), 'breath-missed')
})

const at = (path = '') => `/api/monitoring/alarms/${alarm}${path}`
const rows = <R>(sql: string, values: unknown[] = []): Promise<R[]> =>
  ownerQuery(office.urls, agency, async (client) => (await client.query(sql, values)).rows as R[])
const page = async () => (await ana.get(at())).body
const deed = (done: object) => ana.post(at('/steps'), { code: 'email-officer', deed: done })
const write = () => deed({ as: 'message', to: 'officer@sheriff.example', text: 'A test was missed.' })
const notify = async () =>
  (await page()).duties.filter((one: { kind: string }) => one.kind === 'notify').at(-1)
const step = async () => (await page()).steps.find((one: { code: string }) => one.code === 'email-officer')
const entries = async (kind: string) =>
  (await page()).record.filter((one: { kind: string }) => one.kind === kind)
const messageId = async () =>
  (
    await rows<{ id: string }>(
      `select id from monitoring.message where agency_id = $1 and asked_by is not null`,
      [agency],
    )
  )[0]!.id

/** The worker takes the message up until it gives up. */
async function tries(): Promise<void> {
  const message = await messageId()
  for (let count = 0; count < mostTries; count++)
    await messageTask(worker.db, folders)({ message, agency }).catch(() => undefined)
}
/** The times of the alarm began an hour earlier: what is owed is overdue. */
const anHourEarlier = () =>
  rows(
    `update monitoring.duty set due_at = due_at - interval '1 hour', escalate_at = escalate_at - interval '1 hour'
     where alarm_id = $1 returning id`,
    [alarm],
  )

describe('monitoring rule 5, a message that reached nobody', () => {
  test('asked for it counts as told; given up, the agency is to be told again and the step to be done', async () => {
    await write()
    expect(await notify()).toMatchObject({ doneBy: 'Test operator' })
    expect(await step()).toMatchObject({ state: 'done', outcome: 'asked' })
    await tries()
    expect(await notify()).toMatchObject({ doneAt: null, doneBy: null, dropped: false })
    expect(await step()).toMatchObject({ state: 'tried', outcome: 'refused' })
    const [entry] = await entries('unreached')
    expect(entry).toMatchObject({ code: 'email-officer', by: null, about: { state: 'refused', owed: true } })
    expect(entry.note).toContain(`Given up after ${mostTries} tries`)
  })

  test('the channel was ended meanwhile: the same', async () => {
    await write()
    await admin.post('/api/monitoring/channels/email/end')
    await tries()
    expect(await notify()).toMatchObject({ doneAt: null })
    expect(await step()).toMatchObject({ state: 'tried', outcome: 'no-channel' })
    expect(await entries('unreached')).toHaveLength(1)
  })

  test('its time is over: who is on call is asked at once; not over, when it is', async () => {
    await write()
    await tries()
    const asked = async () =>
      (await entries('escalated')).filter((one: { code: string }) => one.code === 'notify')
    await watch.passes(officeNow())
    expect(await asked()).toEqual([])
    await anHourEarlier()
    await watch.passes(officeNow())
    expect(await asked()).toMatchObject([{ note: 'Officer Diaz' }])
  })

  test('written when the time had run out, and reached nobody: the next on the list is asked, nobody twice', async () => {
    await list.supervisor('Sgt Lee')
    await anHourEarlier()
    await watch.passes(officeNow())
    await write()
    await tries()
    await watch.passes(officeNow())
    const asked = (await entries('escalated')).filter((one: { code: string }) => one.code === 'notify')
    expect(asked.map((one: { note: string }) => one.note)).toEqual(['Officer Diaz', 'Sgt Lee'])
    // What was missed stays missed, and is noted once.
    expect((await notify()).missedAt).not.toBeNull()
    expect((await entries('missed')).filter((one: { code: string }) => one.code === 'notify')).toHaveLength(1)
  })

  test('closing asks for the reason of the step that is undone', async () => {
    await write()
    await deedOf('call-participant', { as: 'call', outcome: 'reached' })
    await tries()
    const close = async (whyNot: string) =>
      ana.post(at('/close'), { code: 'false', whyNot, seen: (await page()).record.at(-1).number })
    const refused = await close('')
    expect([refused.status, refused.body.error?.fields?.[0].path]).toEqual([422, 'whyNot'])
    expect(refused.body.error.message).toContain('Write to the supervising officer')
    expect((await close('The officer stood beside me.')).status).toBe(200)
  })

  test('a call reached somebody meanwhile: nothing is owed again, and the record says what became of it', async () => {
    await write()
    await deed({ as: 'call', outcome: 'reached' })
    await tries()
    expect(await notify()).toMatchObject({ doneBy: 'Test operator' })
    expect(await step()).toMatchObject({ state: 'done', outcome: 'reached' })
    expect(await entries('unreached')).toMatchObject([{ about: { state: 'refused', owed: false } }])
  })

  test('two messages: while one may reach somebody nothing is owed; when both did not, it is', async () => {
    await write()
    await write()
    const both = await rows<{ id: string }>(
      'select id from monitoring.message where agency_id = $1 and asked_by is not null',
      [agency],
    )
    const ends = (message: string) =>
      actAsOffice(worker.db, agency, recordDelivery, { messageId: message, kind: 'refused', detail: 'No.' })
    await ends(both[0]!.id)
    expect((await notify()).doneAt).not.toBeNull()
    await ends(both[1]!.id)
    expect((await notify()).doneAt).toBeNull()
  })

  test('said to be delivered after all: the agency is told, and the step done', async () => {
    await write()
    await tries()
    await actAsOffice(worker.db, agency, recordDelivery, {
      messageId: await messageId(),
      kind: 'delivered',
      detail: '',
    })
    expect(await notify()).toMatchObject({ doneBy: 'Test operator' })
    expect(await step()).toMatchObject({ state: 'done' })
  })

  test('the alarm was closed meanwhile: it stays closed, and opened again it owes the telling', async () => {
    await write()
    await ana.post(at('/close'), {
      code: 'false',
      whyNot: 'Nothing to do',
      seen: (await page()).record.at(-1).number,
    })
    await tries()
    expect((await page()).alarm).toMatchObject({ closedCode: 'false', nextDuty: null })
    expect(await entries('unreached')).toMatchObject([{ about: { owed: false } }])
    await ana.post(at('/reopen'), { reason: 'Nobody was told' })
    expect(await notify()).toMatchObject({ doneAt: null })
  })
})

const deedOf = (code: string, done: object) => ana.post(at('/steps'), { code, deed: done })
