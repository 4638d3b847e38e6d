import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import {
  acceptHome,
  type DetentionCase,
  done,
  goodHome,
  homeBody,
  openDetention,
} from '../testing/detention-case.ts'

let office: TestOffice
let deputy: TestAccount
let today: string
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  today = deputy.ctx.today.toString()
})
afterAll(() => office.stop())

const page = async ({ home }: DetentionCase) => (await deputy.get(`${home}/evaluation`)).body
const decide = (one: DetentionCase, version: number, outcome = 'accepted') =>
  deputy.post(`${one.home}/evaluation/decide`, { version, outcome, reason: 'As found' })
const addAdult = async (one: DetentionCase, name = 'Maria Ruiz') =>
  (await done(deputy.post(`${one.home}/adults`, { name, relation: 'sister', livingSince: null })))
    .id as string
const sign = (adultId: string, version: number, different: Record<string, unknown> = {}) =>
  deputy.post(`/api/home/adults/${adultId}/consent`, {
    version,
    consentOn: today,
    rulesOn: today,
    paperId: null,
    ...different,
  })

describe('EMP-3.3 the evaluation of a home', () => {
  test('opens with the address; what is not asked is unknown; it is accepted with every criterion met', async () => {
    const one = await openDetention(deputy)
    expect((await page(one)).evaluation).toBeNull()
    await done(deputy.post(`${one.home}/places`, homeBody()))
    const opened = await page(one)
    expect(opened.evaluation).toMatchObject({ number: 1, openedBecause: 'first', state: 'open' })
    expect(opened.criteria.every((criterion: { met: unknown }) => criterion.met === null)).toBe(true)
    const { version } = await done(deputy.post(`${one.home}/evaluation`, goodHome(1, today)))
    expect((await page(one)).criteria.every((criterion: { met: unknown }) => criterion.met === true)).toBe(
      true,
    )
    await done(decide(one, version))
    expect((await page(one)).evaluation).toMatchObject({ state: 'accepted', reason: 'As found' })
  })

  test('is not accepted with anything unmet or unknown, and says which; refused it is with a reason', async () => {
    const one = await openDetention(deputy)
    await done(deputy.post(`${one.home}/places`, homeBody()))
    expect((await decide(one, 1)).body.error.message).toContain('nobody decides on a home unseen')
    const answers = { ...goodHome(1, today).answers, electricity: false, accessible: null }
    const { version } = await done(deputy.post(`${one.home}/evaluation`, goodHome(1, today, { answers })))
    const refusal = (await decide(one, version)).body.error
    expect(refusal.message).toContain('Not met: whether there is electricity (EMP-3.3(b))')
    expect(refusal.message).toContain('Still to ask: whether it is accessible to staff')
    await done(decide(one, version, 'refused'))
    expect((await page(one)).evaluation.state).toBe('refused')
  })

  test('names the version that was shown', async () => {
    const one = await openDetention(deputy)
    await done(deputy.post(`${one.home}/places`, homeBody()))
    await done(deputy.post(`${one.home}/evaluation`, goodHome(1, today)))
    const older = await deputy.post(`${one.home}/evaluation`, goodHome(1, today))
    expect(older.status).toBe(409)
    expect(older.body.error.conflict.current).toMatchObject({ electricity: true, version: 2 })
    expect((await decide(one, 1)).status).toBe(409)
  })

  test('is of no day that has not come', async () => {
    const one = await openDetention(deputy)
    await done(deputy.post(`${one.home}/places`, homeBody()))
    const tomorrow = deputy.ctx.today.add({ days: 1 }).toString()
    const { body } = await deputy.post(`${one.home}/evaluation`, goodHome(1, tomorrow))
    expect(body.error.fields[0].path).toBe('visitedOn')
  })
})

describe('EMP-3.3(d) each adult of the household', () => {
  test('signs the consent to search and agrees to the rules', async () => {
    const one = await openDetention(deputy)
    await done(deputy.post(`${one.home}/places`, homeBody()))
    const adult = await addAdult(one)
    const { version } = await done(
      deputy.post(`${one.home}/evaluation`, goodHome(1, today, { adultsCounted: 1 })),
    )
    const consents = async () =>
      (await page(one)).criteria.find(({ code }: { code: string }) => code === 'consents').met
    expect(await consents()).toBe(false)
    expect((await decide(one, version)).body.error.message).toContain('consent to search')
    await done(sign(adult, 1))
    expect(await consents()).toBe(true)
    await done(decide(one, version))
  })

  test('a consent is signed on a day that has come, with a scan of this person’s', async () => {
    const one = await openDetention(deputy)
    const adult = await addAdult(one)
    const tomorrow = deputy.ctx.today.add({ days: 1 }).toString()
    expect((await sign(adult, 1, { consentOn: tomorrow })).body.error.fields[0].path).toBe('consentOn')
    const nobody = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
    expect((await sign(adult, 1, { paperId: nobody })).body.error.fields[0].path).toBe('paperId')
    expect((await sign(adult, 1, { consentOn: null, rulesOn: null })).status).toBe(422)
    expect((await sign(adult, 1)).status).toBe(200)
    expect((await sign(adult, 1)).status).toBe(409)
  })
})

describe('EMP-3.3 (own) what opens an accepted evaluation again', () => {
  test('a new adult: what was found of the home is kept, the consents are asked', async () => {
    const one = await openDetention(deputy)
    await acceptHome(deputy, one)
    await addAdult(one, 'Luis Ruiz')
    expect((await page(one)).evaluation).toMatchObject({
      number: 2,
      openedBecause: 'new-adult',
      note: 'Luis Ruiz',
      state: 'open',
      adultsCounted: 1,
      answers: { electricity: true },
    })
    expect((await page(one)).earlier).toMatchObject([{ number: 1, outcome: 'accepted' }])
    await addAdult(one, 'Ana Ruiz')
    expect((await page(one)).evaluation.number).toBe(2)
  })

  test('a withdrawn consent, until it is signed again', async () => {
    const one = await openDetention(deputy)
    const adult = await addAdult(one)
    await done(sign(adult, 1))
    await done(deputy.post(`${one.home}/places`, homeBody()))
    const { version } = await done(
      deputy.post(`${one.home}/evaluation`, goodHome(1, today, { adultsCounted: 1 })),
    )
    await done(decide(one, version))
    const withdraw = (version: number) =>
      deputy.post(`/api/home/adults/${adult}/withdraw`, { version, on: today, note: 'By phone' })
    await done(withdraw(2))
    const opened = (await page(one)).evaluation
    expect(opened).toMatchObject({ number: 2, openedBecause: 'consent-withdrawn' })
    expect((await decide(one, opened.version)).status).toBe(422)
    expect((await withdraw(3)).status).toBe(422)
    await done(sign(adult, 3))
    const saved = await done(
      deputy.post(`${one.home}/evaluation`, goodHome(opened.version, today, { adultsCounted: 1 })),
    )
    await done(decide(one, saved.version))
  })

  test('a withdrawn consent does not come back by the day it was signed before; the withdrawal stays on record', async () => {
    const one = await openDetention(deputy)
    const adult = await addAdult(one)
    const before = (days: number) => deputy.ctx.today.subtract({ days }).toString()
    const state = async () => (await page(one)).adults[0]
    await done(sign(adult, 1, { consentOn: before(10), rulesOn: before(10) }))
    await done(
      deputy.post(`/api/home/adults/${adult}/withdraw`, { version: 2, on: before(5), note: 'By phone' }),
    )
    for (const day of [before(10), before(6)])
      expect((await sign(adult, 3, { consentOn: day })).body.error.fields[0].path).toBe('consentOn')
    await done(sign(adult, 3, { consentOn: null, rulesOn: before(4) }))
    expect(await state()).toMatchObject({ consentOn: before(10), withdrawnOn: before(5), rulesOn: before(4) })
    await done(sign(adult, 4, { consentOn: before(5) }))
    expect(await state()).toMatchObject({
      consentOn: before(5),
      withdrawnOn: null,
      earlier: [{ consentOn: before(10), withdrawnOn: before(5), note: 'By phone' }],
    })
  })

  test('a consent on record is not emptied, it is withdrawn; rules agreed to no more open the evaluation', async () => {
    const one = await openDetention(deputy)
    const adult = await addAdult(one)
    await done(sign(adult, 1))
    await done(deputy.post(`${one.home}/places`, homeBody()))
    const { version } = await done(
      deputy.post(`${one.home}/evaluation`, goodHome(1, today, { adultsCounted: 1 })),
    )
    await done(decide(one, version))
    const emptied = await sign(adult, 2, { consentOn: null })
    expect(emptied.body.error.fields[0].path).toBe('consentOn')
    expect(emptied.body.error.message).toContain('withdrawn instead')
    expect((await page(one)).evaluation).toMatchObject({ number: 1, state: 'accepted' })
    await done(sign(adult, 2, { rulesOn: null }))
    expect((await page(one)).evaluation).toMatchObject({ number: 2, state: 'open' })
  })

  test('a new address: everything is asked anew, and the earlier home is no approved place any more', async () => {
    const one = await openDetention(deputy)
    await acceptHome(deputy, one)
    await done(deputy.post(`${one.home}/places`, homeBody({ name: 'New home', address: '1 Elm St, Galt' })))
    const opened = await page(one)
    expect(opened.home.address).toBe('1 Elm St, Galt')
    expect(opened.evaluation).toMatchObject({
      number: 2,
      openedBecause: 'new-address',
      adultsCounted: null,
      visitedOn: null,
    })
    expect(opened.criteria.every((criterion: { met: unknown }) => criterion.met === null)).toBe(true)
    const places = (await deputy.get(`${one.home}/terms`)).body.places
    expect(
      places.map((place: { name: string; endedAt: string | null }) => [place.name, place.endedAt === null]),
    ).toEqual([
      ['New home', true],
      ['Home', false],
    ])
  })

  describe('an address or position that is corrected', () => {
    // A thousandth of a degree of latitude is 111 meters.
    const at = (thousandths: number) => ({ lat: homeBody().lat + thousandths / 1000 })
    const correct = async (one: DetentionCase, different: Record<string, unknown>) => {
      const { id, version } = (await deputy.get(`${one.home}/terms`)).body.places[0]
      return deputy.post(`/api/home/places/${id}`, { version, ...homeBody(), ...different })
    }
    const accepted = async () => {
      const one = await openDetention(deputy)
      await acceptHome(deputy, one)
      return one
    }
    const same = { home: 'same', why: 'Misread on the form' }

    test('is told apart: nobody is moved unasked', async () => {
      const one = await accepted()
      for (const different of [{ address: '700 H Street' }, at(1), { lat: null, lon: null }])
        expect((await correct(one, different)).body.error.fields[0].path).toBe('home')
      expect((await correct(one, { address: '700 H Street', home: 'same' })).body.error.fields[0].path).toBe(
        'why',
      )
      await done(correct(one, { name: 'The blue house', note: 'Gate at the back' }))
      expect((await page(one)).evaluation).toMatchObject({ number: 1, state: 'accepted' })
    })

    test.each([
      ['the same', 0],
      ['199 meters off', 1.79],
    ])('of the same home, the position %s, keeps the home accepted', async (_name, thousandths) => {
      const one = await accepted()
      await done(correct(one, { address: '700 H Street', ...at(thousandths), ...same }))
      expect(await page(one)).toMatchObject({
        home: { address: '700 H Street' },
        evaluation: { number: 1, state: 'accepted' },
      })
    })

    test('of the same home is refused more than 200 meters off, or without a position', async () => {
      const one = await accepted()
      for (const different of [at(1.81), { lat: 36.7378, lon: -119.7871 }, { lat: null, lon: null }])
        expect((await correct(one, { ...different, ...same })).body.error.fields[0].path).toBe('lat')
    })

    test('many times never adds up to a move: measured from where the home was evaluated', async () => {
      const one = await accepted()
      const address = (await page(one)).home.address
      await done(correct(one, { ...at(1.79), ...same }))
      const { fields } = (await correct(one, { ...at(3.5), ...same })).body.error
      expect(fields).toEqual([{ path: 'lat', message: expect.stringContaining('389 meters') }])
      expect(await page(one)).toMatchObject({
        home: { address },
        evaluation: { number: 1, state: 'accepted' },
      })
      await done(correct(one, { ...at(-1.79), ...same }))
    })

    test('after it was evaluated again is measured from there', async () => {
      const one = await accepted()
      await done(correct(one, { ...at(1.79), ...same }))
      await done(deputy.post(`${one.home}/evaluation/reopen`, { reason: 'Seen again' }))
      const { version } = (await page(one)).evaluation
      const saved = await done(
        deputy.post(`${one.home}/evaluation`, goodHome(version, deputy.ctx.today.toString())),
      )
      await done(
        deputy.post(`${one.home}/evaluation/decide`, { ...saved, outcome: 'accepted', reason: 'As before' }),
      )
      await done(correct(one, { ...at(3.5), ...same }))
      expect((await correct(one, { ...at(3.7), ...same })).body.error.fields[0].path).toBe('lat')
    })

    test('that was first put on the map after it was evaluated is measured from there', async () => {
      const one = await openDetention(deputy)
      await done(deputy.post(`${one.home}/places`, homeBody({ lat: null, lon: null })))
      await done(correct(one, { ...at(0), ...same }))
      await done(correct(one, { ...at(1.79), ...same }))
      const { message } = (await correct(one, { ...at(3.5), ...same })).body.error.fields[0]
      expect(message).toContain('389 meters from where the home was evaluated or first put on the map')
    })

    test('of another home makes it the new one, which is evaluated', async () => {
      const one = await accepted()
      const moved = { address: '1 Elm St, Fresno', lat: 36.7378, lon: -119.7871, home: 'another' }
      await done(correct(one, moved))
      expect(await page(one)).toMatchObject({
        home: { address: '1 Elm St, Fresno' },
        evaluation: {
          number: 2,
          openedBecause: 'new-address',
          state: 'open',
          answers: { electricity: null },
        },
      })
      expect((await deputy.get(`${one.home}/terms`)).body.places).toHaveLength(2)
    })
  })

  test('an officer’s reason', async () => {
    const one = await openDetention(deputy)
    const reopen = () => deputy.post(`${one.home}/evaluation/reopen`, { reason: 'A call from a neighbor' })
    expect((await reopen()).status).toBe(422)
    await acceptHome(deputy, one)
    await done(reopen())
    expect((await page(one)).evaluation).toMatchObject({
      openedBecause: 'other',
      note: 'A call from a neighbor',
    })
    expect((await reopen()).status).toBe(409)
  })
})

test('a clerk reads and changes nothing; another office finds nothing', async () => {
  const one = await openDetention(deputy)
  const clerk = await office.account(['clerk'])
  expect((await clerk.get(`${one.home}/evaluation`)).status).toBe(200)
  expect((await clerk.post(`${one.home}/places`, homeBody())).status).toBe(403)
  const stranger = await office.account(['deputy'], await office.agency())
  const adult = await addAdult(one)
  const across = [
    await stranger.get(`${one.home}/evaluation`),
    await stranger.post(`${one.home}/places`, homeBody()),
    await stranger.post(`${one.home}/adults`, { name: 'X', relation: '', livingSince: null }),
    await stranger.post(`/api/home/adults/${adult}/left`, { version: 1, on: today }),
  ]
  expect(across.map(({ status }) => status)).toEqual([404, 404, 404, 404])
})
