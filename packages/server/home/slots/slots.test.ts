import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fitTestUnit, receiveTestUnit } from '../../equipment/testing/units.ts'
import { take } from '../../programs/testing/case.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import {
  acceptHome,
  approveNumbers,
  type DetentionCase,
  done,
  openDetention,
  serveAtHome,
  signContract,
} from '../testing/detention-case.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.stop())

const pack = 'sacramento/home-detention'

/** An office of its own whose program has so many places: the board has set the number. */
async function officeWith(places: number): Promise<TestAccount> {
  const agency = await office.agency(`Office of ${places}`)
  const deputy = await office.account(['deputy'], agency)
  const manager = await office.account(['bureau-manager'], agency)
  await ownerQuery(office.urls, agency, (client) =>
    client.query(
      `insert into programs.parameter (agency_id, id, pack, name, value, from_day, authority, resolution, entered_at,
         entered_by, approved_at, approved_by)
       values ($1, gen_random_uuid(), $2, 'supervisedMost', $3, '2011-08-04', 'Board', 'R-1', '2026-01-01', $4, '2026-01-01', $5)`,
      [agency, pack, JSON.stringify(places), deputy.id, manager.id],
    ),
  )
  return deputy
}

const give = (deputy: TestAccount, { home }: DetentionCase, outOfTurn = '') =>
  deputy.post(`${home}/slot/give`, { outOfTurn })
const places = async (deputy: TestAccount) =>
  (await deputy.get('/api/home/detentions')).body.places.find((one: { pack: string }) => one.pack === pack)

describe('EMP-0.8 the places of a program', () => {
  test('are 300 until the board sets another number; each program counts its own (EMP-2.4)', async () => {
    const deputy = await office.account(['deputy'])
    await done(give(deputy, await openDetention(deputy)))
    const all = (await deputy.get('/api/home/detentions')).body.places
    expect(all).toMatchObject([
      { pack, clause: 'EMP-0.8', capacity: 300, enrolled: 1, free: 299, waiting: 0 },
      { pack: `${pack}-expanded`, clause: 'EMP-2.4', capacity: 300, enrolled: 0, free: 300 },
    ])
  })

  test('the last one is given; the next person is refused and can wait', async () => {
    const deputy = await officeWith(2)
    const [one, two, three] = [
      await openDetention(deputy),
      await openDetention(deputy),
      await openDetention(deputy),
    ]
    await done(give(deputy, one))
    expect((await places(deputy)).free).toBe(1)
    await done(give(deputy, two))
    expect((await places(deputy)).free).toBe(0)
    const refused = await give(deputy, three)
    expect(refused.status).toBe(409)
    expect(refused.body.error).toMatchObject({ code: 'full', message: expect.stringContaining('EMP-0.8') })
    await done(deputy.post(`${three.home}/slot/ask`, {}))
    expect(await places(deputy)).toMatchObject({ enrolled: 2, free: 0, waiting: 1 })
  })

  test('of four who give the last one at once one succeeds', async () => {
    const deputy = await officeWith(1)
    const people = [
      await openDetention(deputy),
      await openDetention(deputy),
      await openDetention(deputy),
      await openDetention(deputy),
    ]
    const answers = await Promise.all(people.map((one) => give(deputy, one)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect((await places(deputy)).enrolled).toBe(1)
  })

  test('who has waited longest comes first; another only with a reason, which is kept', async () => {
    const deputy = await officeWith(2)
    const [first, second] = [await openDetention(deputy), await openDetention(deputy)]
    await done(deputy.post(`${first.home}/slot/ask`, { note: 'Asked by phone' }))
    await done(deputy.post(`${second.home}/slot/ask`, {}))
    const waiting = (await deputy.get('/api/home/detentions?slot=waiting')).body.people
    expect(waiting.map((one: { enrolmentId: string }) => one.enrolmentId)).toEqual([
      first.enrolmentId,
      second.enrolmentId,
    ])
    expect((await give(deputy, second)).body.error.fields[0].path).toBe('outOfTurn')
    await done(give(deputy, second, 'Medical need'))
    expect((await deputy.get(`${second.home}/detention`)).body.slot).toMatchObject({
      state: 'held',
      outOfTurn: 'Medical need',
    })
    await done(give(deputy, first))
  })

  test('an ending frees the place for the next', async () => {
    const deputy = await officeWith(1)
    const [one, two] = [await openDetention(deputy), await openDetention(deputy)]
    await done(give(deputy, one))
    expect((await give(deputy, two)).status).toBe(409)
    await take(deputy, one.enrolmentId, 'withdrawn')
    expect(await places(deputy)).toMatchObject({ enrolled: 0, free: 1 })
    await done(give(deputy, two))
  })

  test('a place is given back while no unit is worn, never while one is', async () => {
    const deputy = await officeWith(1)
    const officer = await office.account(['sergeant'], deputy.agencyId)
    await approveNumbers(office, deputy, officer)
    const one = await openDetention(deputy)
    await done(give(deputy, one))
    await done(deputy.post(`${one.home}/slot/free`, { reason: 'Asked to wait' }))
    expect((await places(deputy)).free).toBe(1)
    await done(give(deputy, one))
    await acceptHome(deputy, one)
    await signContract(deputy, one)
    await done(deputy.post(`${one.home}/deputy`, { accountId: deputy.id }))
    await fitTestUnit(deputy, await receiveTestUnit(deputy), one.enrolmentId)
    expect((await deputy.post(`${one.home}/slot/free`, { reason: 'x' })).body.error.message).toContain(
      'wears a unit',
    )
    // Counted once: the place and the unit are the same person's.
    expect((await places(deputy)).enrolled).toBe(1)
  })

  test('stays with who serves at home, also while no unit is worn, so that nobody is one too many', async () => {
    const deputy = await officeWith(1)
    await approveNumbers(office, deputy, await office.account(['sergeant'], deputy.agencyId))
    const { one, unit } = await serveAtHome(deputy)
    await done(deputy.post(`/api/equipment/units/${unit}/remove`, { code: 'faulty', goesTo: 'to-repair' }))
    const freed = await deputy.post(`${one.home}/slot/free`, { reason: 'Asked to' })
    expect(freed.status).toBe(422)
    expect(freed.body.error.message).toContain('serves at home')
    expect((await give(deputy, await openDetention(deputy))).status).toBe(409)
    await fitTestUnit(deputy, await receiveTestUnit(deputy), one.enrolmentId)
    expect(await places(deputy)).toMatchObject({ enrolled: 1, free: 0 })
  })

  test('who serves without a place, as after a reopening, is given one before a unit is put on again', async () => {
    const deputy = await officeWith(1)
    await approveNumbers(office, deputy, await office.account(['sergeant'], deputy.agencyId))
    const { one, unit } = await serveAtHome(deputy)
    await done(deputy.post(`/api/equipment/units/${unit}/remove`, { code: 'faulty', goesTo: 'to-repair' }))
    await ownerQuery(office.urls, deputy.agencyId, (client) =>
      client.query(
        `update home.slot set freed_at = given_at, freed_because = 'Ended' where enrolment_id = $1`,
        [one.enrolmentId],
      ),
    )
    const another = await openDetention(deputy)
    await done(give(deputy, another))
    const fit = async () =>
      deputy.post(`/api/equipment/units/${await receiveTestUnit(deputy)}/fit`, {
        enrolmentId: one.enrolmentId,
        level: 'active',
      })
    expect((await fit()).body.error.message).toContain('EMP-0.8')
    await done(deputy.post(`${another.home}/slot/free`, { reason: 'Asked to wait' }))
    await done(give(deputy, one))
    await done(fit())
  })

  test('is for who is accepted, once', async () => {
    const deputy = await officeWith(5)
    const early = await openDetention(deputy, { accepted: false })
    expect((await give(deputy, early)).status).toBe(422)
    const one = await openDetention(deputy)
    await done(give(deputy, one))
    expect((await give(deputy, one)).status).toBe(409)
    expect((await deputy.post(`${one.home}/slot/ask`, {})).status).toBe(409)
  })
})

test('the list leaves as CSV; another office sees none of it', async () => {
  const deputy = await officeWith(3)
  await done(give(deputy, await openDetention(deputy)))
  const { body } = await deputy.get('/api/home/detentions?format=csv')
  expect(body).toContain('Home Detention,accepted,')
  const stranger = await office.account(['deputy'], await office.agency())
  expect((await stranger.get('/api/home/detentions')).body.people).toEqual([])
  const one = await openDetention(deputy)
  expect((await give(stranger, one)).status).toBe(404)
  expect((await stranger.get(`${one.home}/detention`)).status).toBe(404)
})
