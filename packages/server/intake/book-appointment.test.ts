import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { openAroundTheClock, openCase, slotAt, slotNow, usual } from './testing/case.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  await openAroundTheClock(await office.account(['sergeant']), 2)
})
afterAll(() => office.stop())

let slots = 0
/** Books into a slot that no other test wants, unless the body names one. */
const book = (path: string, body: object, account = clerk) =>
  account.post(`${path}/appointments`, { ...usual, startsAt: slotAt(account, 10 + slots++), ...body })

describe('booking an appointment', () => {
  test('WAP-APPT.1 an appointment is booked, and what the person was told is kept with who said it', async () => {
    const one = await openCase(office, clerk)
    const startsAt = slotAt(clerk, 3, '10:30')
    const reply = await book(one.path, { startsAt })
    expect(reply.status).toBe(200)
    const page = (await clerk.get(`${one.path}/appointments`)).body
    expect(page).toMatchObject({ state: 'appointed', adjustedDays: 20, canBook: true })
    expect(page.open).toMatchObject({
      id: reply.body.id,
      startsAt,
      state: 'booked',
      purpose: 'booking-interview',
    })
    expect(page.told.map((told: { item: string; by: string }) => [told.item, told.by])).toEqual([
      ['diagnosis', 'Test clerk'],
      ['fees', 'Test clerk'],
      ['payment-forms', 'Test clerk'],
    ])
  })

  test('WAP-SENT.1 the page shows the fees for the adjusted sentence, as the office charges them', async () => {
    const one = await openCase(office, clerk, { days: 20 })
    const { fees, paymentForms } = (await clerk.get(`${one.path}/appointments`)).body
    expect(fees).toMatchObject({ printedCents: 19000, chargedCents: 19000, basis: 'as-the-source-reads' })
    expect(paymentForms.map((form: { en: string }) => form.en)).toEqual([
      'Cash',
      'Money order',
      'Cashier’s check',
    ])
  })

  test('WAP-SENT.1 without an adjusted sentence it is refused, and taken with the reason why it has to wait', async () => {
    const one = await openCase(office, clerk, { worksheet: false })
    const refused = await book(one.path, {})
    expect(refused.status).toBe(422)
    expect(refused.body.error.fields[0].path).toBe('noWorksheetReason')
    const taken = await book(one.path, { noWorksheetReason: 'The court was asked for the start date' })
    expect(taken.status).toBe(200)
  })

  test('WAP-APPT.1 with a limiting condition the diagnosis must be told', async () => {
    const one = await openCase(office, clerk)
    const refused = await book(one.path, { limitingCondition: 'yes', told: ['fees'] })
    expect(refused.status).toBe(422)
    expect(refused.body.error.fields[0].path).toBe('told')
    expect((await book(one.path, { limitingCondition: 'yes', told: ['diagnosis'] })).status).toBe(200)
  })

  test('what is told later is added once', async () => {
    const one = await openCase(office, clerk)
    await book(one.path, { told: ['fees'] })
    await clerk.post(`${one.path}/told`, { items: ['fees', 'diagnosis'] })
    await clerk.post(`${one.path}/told`, { items: ['diagnosis'] })
    const { told } = (await clerk.get(`${one.path}/appointments`)).body
    expect(told.map((entry: { item: string }) => entry.item)).toEqual(['fees', 'diagnosis'])
  })

  test('a person has one appointment at a time', async () => {
    const one = await openCase(office, clerk)
    expect((await book(one.path, {})).status).toBe(200)
    const second = await book(one.path, { startsAt: slotAt(clerk, 5) })
    expect(second.status).toBe(409)
    expect(second.body.error.code).toBe('already-done')
  })

  test('a time that is no slot, a time that is over, and a day on which the office is closed are refused', async () => {
    const one = await openCase(office, clerk)
    const sergeant = await office.account(['sergeant'])
    const closed = sergeant.ctx.today.add({ days: 9 }).toString()
    await sergeant.post('/api/intake/closed-days', { day: closed, reason: 'Training day' })
    for (const startsAt of [slotAt(clerk, 1, '09:10'), slotAt(clerk, -1), slotAt(clerk, 9)]) {
      const reply = await book(one.path, { startsAt })
      expect(reply.status).toBe(422)
      expect(reply.body.error.fields[0].path).toBe('startsAt')
    }
  })

  test('the slot that runs now is still open to a person who walks in', async () => {
    const one = await openCase(office, clerk)
    expect((await book(one.path, { startsAt: slotNow(clerk) })).status).toBe(200)
  })

  test('two clerks at once on the last place: one gets it, the other is told that the time is full', async () => {
    const startsAt = slotAt(clerk, 2, '14:00')
    const cases = await Promise.all(Array.from({ length: 6 }, () => openCase(office, clerk)))
    const other = await office.account(['clerk'])
    const replies = await Promise.all(
      cases.map(({ path }, index) => book(path, { startsAt }, index % 2 ? other : clerk)),
    )
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 200, 409, 409, 409, 409])
    expect(replies.find((reply) => reply.status === 409)?.body.error.code).toBe('full')
    const day = (await clerk.get(`/api/intake/days/${clerk.ctx.today.add({ days: 2 })}`)).body
    expect(day.slots.find((slot: { startsAt: string }) => slot.startsAt === startsAt)).toMatchObject({
      capacity: 2,
      taken: 2,
    })
  })

  test('the same person twice at once gets one appointment', async () => {
    const one = await openCase(office, clerk)
    const replies = await Promise.all([
      book(one.path, { startsAt: slotAt(clerk, 4, '08:00') }),
      book(one.path, { startsAt: slotAt(clerk, 4, '11:00') }),
    ])
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
  })

  test('the same save sent twice books once', async () => {
    const one = await openCase(office, clerk)
    const key = { 'idempotency-key': randomUUID() }
    const body = { ...usual, startsAt: slotAt(clerk, 6, '15:00') }
    const first = await clerk.post(`${one.path}/appointments`, body, key)
    expect((await clerk.post(`${one.path}/appointments`, body, key)).body).toEqual(first.body)
  })

  test('another agency finds neither the enrolment nor the appointment', async () => {
    const one = await openCase(office, clerk)
    const { id } = (await book(one.path, { startsAt: slotAt(clerk, 7) })).body
    const stranger = await office.account(['sergeant'], await office.agency())
    await openAroundTheClock(stranger)
    expect((await stranger.get(`${one.path}/appointments`)).status).toBe(404)
    expect((await book(one.path, {}, stranger)).status).toBe(404)
    for (const verb of ['cancel', 'move', 'arrive', 'call', 'no-show']) {
      const body = { version: 1, reason: 'x', startsAt: slotAt(stranger, 1) }
      const fit = { cancel: { version: 1, reason: 'x' }, move: body }[verb] ?? { version: 1 }
      expect((await stranger.post(`/api/intake/appointments/${id}/${verb}`, fit)).status, verb).toBe(404)
    }
    expect(
      (await stranger.get(`/api/intake/days/${clerk.ctx.today.add({ days: 7 })}`)).body.appointments,
    ).toEqual([])
  })

  test('an auditor may not book', async () => {
    const one = await openCase(office, clerk)
    expect((await book(one.path, {}, await office.account(['auditor']))).status).toBe(403)
  })
})
