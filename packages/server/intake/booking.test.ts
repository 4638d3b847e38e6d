import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verb, type Work } from '../platform/act.ts'
import { keepPaper } from '../platform/papers.ts'
import { ownerQuery } from '../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { answered } from './testing/application.ts'
import { openAroundTheClock, openCase, slotNow, type TestCase, usual } from './testing/case.ts'
import { clear, decide } from './testing/screening.ts'

let office: TestOffice
let clerk: TestAccount
let deputy: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  deputy = await office.account(['deputy'])
  await openAroundTheClock(await office.account(['sergeant']))
})
afterAll(() => office.stop())

const today = () => clerk.ctx.today.toString()
const page = async (path: string) => (await clerk.get(`${path}/booking`)).body
const record = { employment: 'Bay Bakery', healthNeeds: 'None', specialNeeds: '', signedOn: null }

/** An accepted case, with the appointment at which the person is seen. */
async function accepted(): Promise<TestCase> {
  const one = await openCase(office, clerk)
  const { id } = (await clerk.post(`${one.path}/appointments`, { ...usual, startsAt: slotNow(clerk) })).body
  await clerk.post(`/api/intake/appointments/${id}/arrive`, { version: 1 })
  await clerk.post(`/api/intake/appointments/${id}/call`, { version: 2, outOfTurnReason: 'test' })
  await clerk.post(`${one.path}/application`, { version: null, ...answered })
  await clerk.post(`${one.path}/application/sign`, { version: 1, signedOn: today() })
  await clerk.post(`${one.path}/screening/answers`, { step: 'admission', version: null, answers: clear })
  expect((await decide(deputy, one.path, {})).status).toBe(200)
  return one
}

const save = async (path: string, more: object = {}) => {
  const { record: now, personId } = await page(path)
  const person = (await clerk.get(`/api/people/${personId}`)).body
  return clerk.post(`${path}/booking`, {
    version: now?.version ?? null,
    personVersion: person.version,
    ...record,
    ...more,
  })
}
const tick = (path: string, item: string, more: object = {}) =>
  clerk.post(`${path}/checklist`, { item, day: today(), ...more })
const print = (path: string, kind: string) => clerk.post(`${path}/prints`, { kind, day: today() })

/** Everything of the checklist that has to be done before the person is booked. */
async function doAll(one: TestCase): Promise<void> {
  for (const kind of ['history-none', 'prints-on-file', 'thumb-prints', 'print-set'])
    await print(one.path, kind)
  for (const kind of ['duplicate-given', 'noted-on-original']) await print(one.path, kind)
  for (const item of ['commitment-verified', 'application-checked', 'identity-verified', 'medical-records'])
    expect((await tick(one.path, item)).status, item).toBe(200)
  for (const item of ['orientation', 'rules-signed', 'rules-copy'])
    expect((await tick(one.path, item)).status, item).toBe(200)
  const reminders = (await page(one.path)).checklist.find(
    (item: { name: string }) => item.name === 'rules-reminder',
  )
  for (const { part } of reminders.parts)
    expect((await tick(one.path, 'rules-reminder', { part })).status).toBe(200)
  await givePhoto(one)
  await agreeOnDate(one)
}

// The smallest picture there is.
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function givePhoto(one: TestCase): Promise<void> {
  const { id } = await clerk.act(keepPhoto, { bytes: dot })
  const { version } = (await clerk.get(`/api/people/${one.personId}`)).body
  const reply = await clerk.post(`/api/people/${one.personId}/photo`, { paperId: id, version })
  expect(reply.status).toBe(200)
}

const keepPhoto = verb('intake.test-photo', (work: Work<'intake'>, { bytes }: { bytes: Buffer }) =>
  keepPaper(work, { kind: 'photo', title: 'Photo', bytes }),
)

// WAP-P3.2: the fees were not brought, and a date is agreed.
async function agreeOnDate(one: TestCase): Promise<void> {
  const assessed = await clerk.post('/api/money/assess-fees', { enrolmentId: one.enrolmentId })
  expect(assessed.status).toBe(200)
  const payBy = clerk.ctx.today.add({ days: 14 }).toString()
  const agreed = await clerk.post('/api/money/agree-date', { enrolmentId: one.enrolmentId, payBy })
  expect(agreed.status).toBe(200)
}

const open = async (path: string) =>
  (await page(path)).checklist
    .filter((item: { missing: boolean }) => item.missing)
    .map((item: { name: string }) => item.name)

describe('the booking record', () => {
  test('WAP-BOOK.4 what is the person’s own goes to the person, in one act', async () => {
    const one = await accepted()
    const reply = await save(one.path, {
      birthPlace: 'Fresno',
      sex: 'female',
      address: { line1: '1 Main St', city: 'Martinez', state: 'CA', zip: '94553' },
      emergencyContacts: [{ name: 'Ana Lopez', relation: 'Sister', phone: '925 555 0101' }],
      signedOn: today(),
    })
    expect(reply.status).toBe(200)
    const person = (await clerk.get(`/api/people/${one.personId}`)).body
    expect(person).toMatchObject({
      version: reply.body.personVersion,
      birthPlace: 'Fresno',
      sex: 'female',
      address: { city: 'Martinez' },
      emergencyContacts: [{ name: 'Ana Lopez' }],
    })
    expect((await page(one.path)).record).toMatchObject({
      employment: 'Bay Bakery',
      signedOn: today(),
      version: 1,
    })
  })

  test('WAP-BOOK.4 what is not on record is named', async () => {
    const one = await accepted()
    const gaps = (await page(one.path)).gaps.map((gap: { name: string }) => gap.name)
    expect(gaps).toEqual([
      'address',
      'courtOrderCopy',
      'charges',
      'sex',
      'placeOfBirth',
      'raceOrEthnicOrigin',
      'employment',
      'emergencyContact',
      'driversLicense',
      'socialSecurityNumber',
      'signature',
    ])
    await save(one.path, { sex: 'female', birthPlace: 'Fresno', race: 'White', signedOn: today() })
    const later = (await page(one.path)).gaps.map((gap: { name: string }) => gap.name)
    expect(later).toEqual([
      'address',
      'courtOrderCopy',
      'charges',
      'emergencyContact',
      'driversLicense',
      'socialSecurityNumber',
    ])
  })

  test('somebody changed the record, or the person, meanwhile: nothing is written', async () => {
    const one = await accepted()
    await save(one.path)
    const stale = await clerk.post(`${one.path}/booking`, { version: null, personVersion: 1, ...record })
    expect(stale.status).toBe(409)
    expect(stale.body.error.conflict.current).toMatchObject({ employment: 'Bay Bakery', version: 1 })
    const { version } = (await clerk.get(`/api/people/${one.personId}`)).body
    await clerk.post(`/api/people/${one.personId}`, { version, race: 'Other' })
    const late = await clerk.post(`${one.path}/booking`, {
      version: 1,
      personVersion: version,
      ...record,
      employment: 'Elsewhere',
      race: 'White',
    })
    expect(late.status).toBe(409)
    expect(late.body.error.conflict.current).toMatchObject({
      race: 'Other',
      version: 1,
      personVersion: version + 1,
    })
    expect((await page(one.path)).record.employment).toBe('Bay Bakery')
  })

  test('signed on a day to come it is refused', async () => {
    const one = await accepted()
    const tomorrow = clerk.ctx.today.add({ days: 1 }).toString()
    expect((await save(one.path, { signedOn: tomorrow })).body.error.fields[0].path).toBe('signedOn')
  })
})

describe('the intake checklist', () => {
  test('WAP-BOOK.5 an item is ticked by whom and when, once, and taken back with a reason', async () => {
    const one = await accepted()
    const { id } = (await tick(one.path, 'orientation', { note: 'In Spanish' })).body
    const item = async () =>
      (await page(one.path)).checklist.find((entry: { name: string }) => entry.name === 'orientation')
    expect(await item()).toMatchObject({
      state: 'done',
      tick: { id, by: 'Test clerk', on: today(), note: 'In Spanish' },
    })
    expect((await tick(one.path, 'orientation')).body.error.code).toBe('already-done')
    expect((await clerk.post(`/api/intake/ticks/${id}/withdraw`, { reason: 'Wrong file' })).status).toBe(200)
    expect(await item()).toMatchObject({ state: 'open', tick: null })
    expect((await clerk.post(`/api/intake/ticks/${id}/withdraw`, { reason: 'again' })).status).toBe(404)
  })

  test('WAP-BOOK.5 (a) to (g): the reminder is done when each was said', async () => {
    const one = await accepted()
    const reminder = async () =>
      (await page(one.path)).checklist.find((entry: { name: string }) => entry.name === 'rules-reminder')
    const parts = (await reminder()).parts.map((part: { part: string }) => part.part)
    expect(parts).toHaveLength(7)
    for (const part of parts.slice(0, 6)) await tick(one.path, 'rules-reminder', { part })
    expect((await reminder()).state).toBe('open')
    await tick(one.path, 'rules-reminder', { part: parts[6] })
    expect((await reminder()).state).toBe('done')
    expect((await tick(one.path, 'rules-reminder', { part: '' })).status).toBe(422)
  })

  test.each([
    ['what follows from the record', 'booking-photo'],
    ['what follows from the money', 'fees-and-receipt'],
    ['what is no item', 'sandals'],
  ])('%s is not ticked by hand', async (_, item) => {
    const one = await accepted()
    expect((await tick(one.path, item)).body.error.fields[0].path).toBe('item')
  })

  test('what is not there cannot be ticked as checked', async () => {
    const one = await openCase(office, clerk)
    expect((await tick(one.path, 'application-checked')).body.error.message).toContain('not signed')
    await ownerQuery(office.urls, clerk.agencyId, (client) =>
      client.query(`update court.commitment set outcome = 'incomplete' where id = $1`, [one.commitmentId]),
    )
    expect((await tick(one.path, 'commitment-verified')).body.error.message).toContain('not accepted')
  })

  test('a day to come is refused', async () => {
    const one = await accepted()
    const day = clerk.ctx.today.add({ days: 1 }).toString()
    expect((await tick(one.path, 'orientation', { day })).body.error.fields[0].path).toBe('day')
  })
})

describe('completing the booking', () => {
  const complete = async (path: string, more: object = {}) =>
    clerk.post(`${path}/booking/complete`, { version: (await page(path)).record?.version ?? 1, ...more })

  test('WAP-BOOK.5 refused with everything that is missing, named one by one', async () => {
    const one = await accepted()
    await save(one.path)
    const reply = await complete(one.path)
    expect(reply.status).toBe(422)
    const paths = reply.body.error.fields.map((field: { path: string }) => field.path)
    expect(paths).toContain('checklist.alpha-history-checked')
    expect(paths).toContain('checklist.fees-and-receipt')
    expect(paths).toContain('signedOn')
    expect(paths).toContain('gapsReason')
    expect(paths).not.toContain('checklist.contract')
    expect((await page(one.path)).state).toBe('accepted')
  })

  test('everything done, gaps explained: the person is booked and the appointment was kept', async () => {
    const one = await accepted()
    await doAll(one)
    await save(one.path, { signedOn: today() })
    expect(await open(one.path)).toEqual([])
    const without = await complete(one.path)
    expect(without.body.error.fields.map((field: { path: string }) => field.path)).toEqual(['gapsReason'])
    expect((await complete(one.path, { gapsReason: 'Has neither license nor address' })).status).toBe(200)
    const shown = await page(one.path)
    expect(shown).toMatchObject({ state: 'booked', canComplete: false })
    expect(shown.record.gapsReason).toBe('Has neither license nor address')
    const appointments = (await clerk.get(`${one.path}/appointments`)).body
    expect(appointments).toMatchObject({ open: null, past: [{ state: 'kept' }] })
    expect((await complete(one.path)).body.error.code).toBe('already-done')
  })

  test('who was not accepted is not booked', async () => {
    const one = await openCase(office, clerk)
    await clerk.post(`${one.path}/application`, { version: null, ...answered })
    await clerk.post(`${one.path}/application/sign`, { version: 1, signedOn: today() })
    await doAll(one)
    await save(one.path, { signedOn: today() })
    expect((await complete(one.path, { gapsReason: 'x' })).status).toBe(422)
    expect((await page(one.path)).record.bookedAt).toBeNull()
  })

  test('another agency finds nothing and books nobody', async () => {
    const one = await accepted()
    const stranger = await office.account(['sergeant'], await office.agency())
    expect((await stranger.get(`${one.path}/booking`)).status).toBe(404)
    for (const [path, body] of [
      ['booking', { version: null, personVersion: 1, ...record }],
      ['booking/complete', { version: 1 }],
      ['checklist', { item: 'orientation', day: today() }],
    ] as const)
      expect((await stranger.post(`${one.path}/${path}`, body)).status, path).toBe(404)
  })
})

describe('the timeline of intake', () => {
  test('tells what happened, in its order, with who did it', async () => {
    const one = await accepted()
    await print(one.path, 'history-none')
    const { rows } = await ownerQuery(office.urls, clerk.agencyId, (client) =>
      client.query(
        'select kind, actor, person_id from intake.v_timeline where enrolment_id = $1 order by at, kind',
        [one.enrolmentId],
      ),
    )
    expect(rows.map((row) => row.kind)).toEqual([
      'intake.appointment-booked',
      'intake.arrived',
      'intake.application-signed',
      'intake.screening-decided',
      'intake.print-recorded',
    ])
    expect(rows.every((row) => row.person_id === one.personId)).toBe(true)
    expect(rows[3].actor).toBe(deputy.id)
  })
})
