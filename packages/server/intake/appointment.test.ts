import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderPdf } from '../platform/typst.ts'
import { ownerQuery } from '../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { openAroundTheClock, openCase, slotAt, slotNow, usual } from './testing/case.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  await openAroundTheClock(await office.account(['sergeant']))
})
afterAll(() => office.stop())

/** Books a person; today unless a number of days ahead is given. */
async function booked(given: { days?: number; time?: string; name?: string } = {}) {
  const one = await openCase(office, clerk, given.name ? { name: given.name } : {})
  const startsAt = given.days === undefined ? slotNow(clerk) : slotAt(clerk, given.days, given.time)
  const { id } = (await clerk.post(`${one.path}/appointments`, { ...usual, startsAt })).body
  return { ...one, id, at: `/api/intake/appointments/${id}` }
}
const openOf = async (path: string) => (await clerk.get(`${path}/appointments`)).body.open

describe('moving and cancelling', () => {
  test('a moved appointment stays on record with its reason, and its place is free again', async () => {
    const one = await booked({ days: 1 })
    const later = slotAt(clerk, 2)
    const moved = await clerk.post(`${one.at}/move`, {
      version: 1,
      startsAt: later,
      reason: 'Works that day',
    })
    expect(moved.status).toBe(200)
    const page = (await clerk.get(`${one.path}/appointments`)).body
    expect(page.open).toMatchObject({ id: moved.body.id, startsAt: later })
    expect(page.past).toMatchObject([{ id: one.id, state: 'moved', endReason: 'Works that day' }])
    const before = (await clerk.get(`/api/intake/days/${clerk.ctx.today.add({ days: 1 })}`)).body
    expect(before.slots.every((slot: { taken: number }) => slot.taken === 0)).toBe(true)
  })

  test('WAP-P3.2 an interview that has begun is stopped by moving it, and the financial statement is due then', async () => {
    const one = await booked()
    await clerk.post(`${one.at}/arrive`, { version: 1 })
    await clerk.post(`${one.at}/call`, { version: 2 })
    const moved = await clerk.post(`${one.at}/move`, {
      version: 3,
      startsAt: slotAt(clerk, 3),
      reason: 'Fees not brought',
      bringsStatement: true,
    })
    expect(moved.status).toBe(200)
    const page = (await clerk.get(`${one.path}/appointments`)).body
    expect(page.past[0].state).toBe('stopped')
    expect(page.open.bringsStatement).toBe(true)
  })

  test('to the time it has now, or without a reason, it is refused', async () => {
    const one = await booked({ days: 4 })
    const same = { version: 1, startsAt: slotAt(clerk, 4), reason: 'x' }
    expect((await clerk.post(`${one.at}/move`, same)).body.error.fields[0].path).toBe('startsAt')
    expect((await clerk.post(`${one.at}/move`, { ...same, reason: ' ' })).status).toBe(400)
  })

  test('into a full slot it is refused, and the appointment stays as it was', async () => {
    const small = await office.account(['sergeant'], await office.agency('Small Office'))
    await openAroundTheClock(small, 1)
    const ids = []
    for (const time of ['13:00', '14:00']) {
      const one = await openCase(office, small)
      const startsAt = slotAt(small, 5, time)
      ids.push((await small.post(`${one.path}/appointments`, { ...usual, startsAt })).body.id)
    }
    const move = { version: 1, startsAt: slotAt(small, 5, '13:00'), reason: 'x' }
    const refused = await small.post(`/api/intake/appointments/${ids[1]}/move`, move)
    expect(refused.body.error.code).toBe('full')
    const day = (await small.get(`/api/intake/days/${small.ctx.today.add({ days: 5 })}`)).body
    expect(day.appointments).toMatchObject([{ id: ids[0] }, { id: ids[1], state: 'booked', version: 1 }])
  })

  test('a cancelled appointment frees the person for another', async () => {
    const one = await booked({ days: 6 })
    expect((await clerk.post(`${one.at}/cancel`, { version: 1, reason: 'Asked to' })).status).toBe(200)
    expect(await openOf(one.path)).toBeNull()
    const again = await clerk.post(`${one.path}/appointments`, { ...usual, startsAt: slotAt(clerk, 7) })
    expect(again.status).toBe(200)
    expect((await clerk.post(`${one.at}/cancel`, { version: 2, reason: 'again' })).body.error.code).toBe(
      'already-done',
    )
  })

  test('a change somebody made meanwhile is told with who made it and what stands now', async () => {
    const one = await booked()
    const other = await office.account(['deputy'])
    await other.post(`${one.at}/arrive`, { version: 1 })
    const reply = await clerk.post(`${one.at}/cancel`, { version: 1, reason: 'x' })
    expect(reply.status).toBe(409)
    expect(reply.body.error.conflict).toMatchObject({ changedBy: 'Test deputy', current: { version: 2 } })
  })
})

describe('the slip', () => {
  const slipOf = async (path: string) => (await clerk.get(`${path}/appointments`)).body.slip

  test('WAP-APPT.1 says when, what to bring, what it costs, in the language of the person', async () => {
    for (const language of ['en', 'es'] as const) {
      const one = await openCase(office, clerk, { language })
      const startsAt = slotAt(clerk, 8, '09:30')
      const body = { ...usual, limitingCondition: 'yes', bringsStatement: true, startsAt }
      const { id } = (await clerk.post(`${one.path}/appointments`, body)).body
      const { documentId } = (await clerk.post(`/api/intake/appointments/${id}/slip`)).body
      const { rows } = await ownerQuery(office.urls, clerk.agencyId, (client) =>
        client.query('select data from platform.document where id = $1', [documentId]),
      )
      expect(rows[0].data).toMatchObject({
        language,
        time: '09:30',
        limitingCondition: true,
        bringsStatement: true,
        chargedCents: 19000,
      })
      expect(renderPdf('intake/appointment-slip.typ', rows[0].data).includes('pdfuaid')).toBe(true)
    }
  })

  test('the slip of an earlier time is not shown for a later one, and is not made for one that has ended', async () => {
    const one = await booked({ days: 9 })
    expect((await clerk.post(`${one.at}/slip`)).status).toBe(200)
    expect(await slipOf(one.path)).toMatchObject({ paperId: null, failure: null })
    await clerk.post(`${one.at}/move`, { version: 1, startsAt: slotAt(clerk, 10), reason: 'x' })
    expect(await slipOf(one.path)).toBeNull()
    expect((await clerk.post(`${one.at}/slip`)).status).toBe(404)
  })

  test('an office that charges nothing says so, and one without days says that they are not known', () => {
    const data = {
      title: 'Your appointment',
      language: 'en',
      office: { name: 'O', county: 'C', address: '', phone: '' },
      program: 'P',
      name: 'N',
      number: '1',
      day: '2026-03-02',
      time: '13:05',
      limitingCondition: false,
      bringsStatement: false,
      adjustedDays: null,
      fees: [],
      paymentForms: [],
    }
    for (const chargedCents of [0, null])
      expect(renderPdf('intake/appointment-slip.typ', { ...data, chargedCents }).length).toBeGreaterThan(1000)
  })
})

describe('not coming', () => {
  test('before the time nobody can say that the person did not come; from it on they can', async () => {
    const later = await booked({ days: 1, time: '16:00' })
    expect((await clerk.post(`${later.at}/no-show`, { version: 1 })).status).toBe(422)
    const now = await booked()
    expect((await clerk.post(`${now.at}/no-show`, { version: 1 })).status).toBe(200)
    expect((await clerk.get(`${now.path}/appointments`)).body.past[0].state).toBe('no-show')
  })

  test('a person who has arrived came', async () => {
    const one = await booked()
    await clerk.post(`${one.at}/arrive`, { version: 1 })
    expect((await clerk.post(`${one.at}/no-show`, { version: 2 })).status).toBe(422)
  })
})

describe('the lounge', () => {
  test('WAP-BOOK.3 a person is checked in on the day of the appointment only, and once', async () => {
    const tomorrow = await booked({ days: 1 })
    expect((await clerk.post(`${tomorrow.at}/arrive`, { version: 1 })).status).toBe(422)
    const today = await booked()
    expect((await clerk.post(`${today.at}/arrive`, { version: 1 })).status).toBe(200)
    expect((await clerk.post(`${today.at}/arrive`, { version: 2 })).body.error.code).toBe('already-done')
  })

  test('WAP-BOOK.3 nobody is called to intake before they checked in', async () => {
    const one = await booked()
    expect((await clerk.post(`${one.at}/call`, { version: 1 })).status).toBe(422)
  })

  test('WAP-BOOK.1 the order is that of the appointments; out of turn with a reason', async () => {
    const own = await office.agency('Lounge Office')
    const aide = await office.account(['clerk'], own)
    await openAroundTheClock(await office.account(['sergeant'], own))
    const checkIn = async (name: string) => {
      const one = await openCase(office, aide, { name })
      const { id } = (await aide.post(`${one.path}/appointments`, { ...usual, startsAt: slotNow(aide) })).body
      await aide.post(`/api/intake/appointments/${id}/arrive`, { version: 1 })
      return `/api/intake/appointments/${id}`
    }
    const alvarez = await checkIn('Alvarez')
    const brown = await checkIn('Brown')
    const lounge = async () => (await aide.get('/api/intake/lounge')).body
    expect((await lounge()).waiting.map((one: { name: string }) => one.name)).toEqual([
      'Maria A.',
      'Maria B.',
    ])

    const refused = await aide.post(`${brown}/call`, { version: 2 })
    expect(refused.body.error.fields[0].path).toBe('outOfTurnReason')
    const reason = { version: 2, outOfTurnReason: 'The interpreter leaves at ten' }
    expect((await aide.post(`${brown}/call`, reason)).status).toBe(200)
    expect((await aide.post(`${alvarez}/call`, { version: 2 })).status).toBe(200)
    expect(await lounge()).toMatchObject({
      called: [{ name: 'Maria A.' }, { name: 'Maria B.' }],
      waiting: [],
    })
  })

  test('the screen carries no family name and no number', async () => {
    const one = await booked({ name: 'Secretfamily' })
    await clerk.post(`${one.at}/arrive`, { version: 1 })
    const { body } = await clerk.get('/api/intake/lounge')
    expect(JSON.stringify(body)).not.toMatch(/Secretfamily|WAP-/)
  })
})

describe('the day list', () => {
  test('as CSV, in the order of times, with the office’s own clock', async () => {
    const own = await office.agency('List Office')
    const aide = await office.account(['clerk'], own)
    await openAroundTheClock(await office.account(['sergeant'], own), 1)
    for (const [name, time] of [
      ['Later', '15:30'],
      ['=Sooner', '08:00'],
    ] as const) {
      const one = await openCase(office, aide, { name })
      await aide.post(`${one.path}/appointments`, { ...usual, startsAt: slotAt(aide, 1, time) })
    }
    const { body } = await aide.get(`/api/intake/days/${aide.ctx.today.add({ days: 1 })}?format=csv`)
    const lines = body.trim().split('\r\n')
    expect(lines[0]).toContain('Time,Family name,Given names,Date of birth')
    expect(lines[1]).toMatch(/^08:00,'=Sooner,Maria,1990-05-06,WAP-/)
    expect(lines[2]).toMatch(/^15:30,Later/)
  })

  test('a filter by state, and a limit', async () => {
    const own = await office.agency('Filter Office')
    const aide = await office.account(['clerk'], own)
    await openAroundTheClock(await office.account(['sergeant'], own), 5)
    const ids: string[] = []
    for (let place = 0; place < 3; place++) {
      const one = await openCase(office, aide)
      const startsAt = slotNow(aide)
      ids.push((await aide.post(`${one.path}/appointments`, { ...usual, startsAt })).body.id)
    }
    await aide.post(`/api/intake/appointments/${ids[1]}/arrive`, { version: 1 })
    const day = `/api/intake/days/${aide.ctx.today}`
    const states = async (query: string) =>
      (await aide.get(`${day}${query}`)).body.appointments.map((one: { state: string }) => one.state)
    expect(await states('?state=waiting')).toEqual(['waiting'])
    expect(await states('')).toHaveLength(3)
    expect(await states('?limit=2')).toHaveLength(2)
    expect((await aide.get(`${day}?limit=0`)).status).toBe(400)
    expect((await aide.get('/api/intake/days/2026-02-30')).status).toBe(400)
  })
})

describe('the hours of the office', () => {
  test('a clerk may not set them; a supervisor may, from today on', async () => {
    const hours = {
      fromDay: clerk.ctx.today.toString(),
      slotMinutes: 30,
      capacity: 2,
      hours: [{ weekday: 1, opens: '08:00', closes: '16:00' }],
      authority: 'Bureau order 12',
    }
    expect((await clerk.post('/api/intake/hours', hours)).status).toBe(403)
    const own = await office.account(['sergeant'], await office.agency('Hours Office'))
    expect((await own.get('/api/intake/hours')).body).toEqual({ inForce: null, plans: [], closedDays: [] })
    expect((await own.post('/api/intake/hours', hours)).status).toBe(200)
    const past = { ...hours, fromDay: own.ctx.today.subtract({ days: 1 }).toString() }
    expect((await own.post('/api/intake/hours', past)).body.error.fields[0].path).toBe('fromDay')
    expect((await own.get('/api/intake/hours')).body.inForce).toMatchObject({ capacity: 2, slotMinutes: 30 })
  })

  test('hours that contradict each other are named where they stand', async () => {
    const sergeant = await office.account(['sergeant'])
    const reply = await sergeant.post('/api/intake/hours', {
      fromDay: clerk.ctx.today.toString(),
      slotMinutes: 30,
      capacity: 2,
      hours: [
        { weekday: 1, opens: '08:00', closes: '12:00' },
        { weekday: 1, opens: '11:00', closes: '16:00' },
      ],
      authority: 'Bureau order 12',
    })
    expect(reply.body.error.fields).toEqual([{ path: 'hours.1.opens', message: expect.any(String) }])
  })

  test('a closed day keeps who was booked before in sight, out of hours, and can be opened again', async () => {
    const own = await office.agency('Closing Office')
    const sergeant = await office.account(['sergeant'], own)
    await openAroundTheClock(sergeant)
    const one = await openCase(office, sergeant)
    const day = sergeant.ctx.today.add({ days: 1 }).toString()
    await sergeant.post(`${one.path}/appointments`, { ...usual, startsAt: slotAt(sergeant, 1) })
    const { id } = (await sergeant.post('/api/intake/closed-days', { day, reason: 'Holiday' })).body
    const closed = (await sergeant.get(`/api/intake/days/${day}`)).body
    expect(closed).toMatchObject({ closedReason: 'Holiday', slots: [], appointments: [{ inHours: false }] })
    await sergeant.post(`/api/intake/closed-days/${id}/open`)
    const opened = (await sergeant.get(`/api/intake/days/${day}`)).body
    expect(opened).toMatchObject({ closedReason: null, appointments: [{ inHours: true }] })
    expect((await sergeant.post(`/api/intake/closed-days/${id}/open`)).status).toBe(404)
  })
})
