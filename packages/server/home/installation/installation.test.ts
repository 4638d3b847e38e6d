import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiveTestUnit } from '../../equipment/testing/units.ts'
import { ownerQuery } from '../../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import {
  acceptHome,
  approveNumbers,
  type DetentionCase,
  done,
  homeBody,
  openDetention,
  serveAtHome,
  signContract,
} from '../testing/detention-case.ts'
import { releaseOn } from '../testing/home-case.ts'

let office: TestOffice
let deputy: TestAccount
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  await approveNumbers(office, deputy, await office.account(['sergeant']))
})
afterAll(() => office.stop())

const fit = async (
  { enrolmentId }: DetentionCase,
  unitId?: string,
  different: Record<string, unknown> = {},
) =>
  deputy.post(`/api/equipment/units/${unitId ?? (await receiveTestUnit(deputy))}/fit`, {
    enrolmentId,
    level: 'active',
    ...different,
  })
const steps: Record<string, (one: DetentionCase) => Promise<unknown>> = {
  place: ({ home }) => done(deputy.post(`${home}/slot/give`, {})),
  home: (one) => acceptHome(deputy, one),
  deputy: ({ home }) => done(deputy.post(`${home}/deputy`, { accountId: deputy.id })),
  contract: (one) => signContract(deputy, one),
  absences: ({ home }) =>
    done(deputy.post(`${home}/absence-kinds`, { version: 0, kinds: ['work'], why: 'By the terms' })),
}
const prepare = async (one: DetentionCase, without?: string) => {
  for (const [name, step] of Object.entries(steps)) if (name !== without) await step(one)
}

describe('EMP-4.3 before a unit is put on', () => {
  test('with nothing done, everything that is missing is named, and nothing has happened', async () => {
    const one = await openDetention(deputy)
    const unit = await receiveTestUnit(deputy)
    const { status, body } = await fit(one, unit)
    expect(status).toBe(422)
    expect(body.error.fields[0].path).toBe('enrolmentId')
    for (const missing of ['EMP-0.8', 'EMP-3.3', 'EMP-0.10', 'EMP-4.3'])
      expect(body.error.message).toContain(missing)
    expect((await deputy.get(`/api/equipment/units/${unit}`)).body).toMatchObject({
      state: 'in-stock',
      fittings: [],
    })
    expect((await deputy.get(one.path)).body.state).toBe('accepted')
  })

  test.each([
    ['place', 'EMP-0.8'],
    ['home', 'EMP-3.3'],
    ['deputy', 'EMP-0.10'],
    ['contract', 'EMP-4.3'],
  ])('without the %s it is refused with %s alone', async (without, clause) => {
    const one = await openDetention(deputy)
    await prepare(one, without)
    const { status, body } = await fit(one)
    expect(status).toBe(422)
    expect(body.error.message.match(/\((EMP|SCC)-[\d.]+\)/g)).toEqual([`(${clause})`])
  })

  test('EMP-1.5 the expanded program asks for the kinds of absence too', async () => {
    const one = await openDetention(deputy, { pack: 'sacramento/home-detention-expanded' })
    await prepare(one, 'absences')
    expect((await fit(one)).body.error.message).toContain('EMP-1.5')
    await steps.absences!(one)
    expect((await fit(one)).status).toBe(200)
  })

  test('EMP-7.3 nobody is fitted while no named officer has approved the numbers', async () => {
    const elsewhere = await office.account(['deputy'], await office.agency())
    const one = await openDetention(elsewhere)
    const { readiness } = (await elsewhere.get(`${one.home}/detention`)).body
    const numbers = readiness.find(({ clause }: { clause: string }) => clause === 'EMP-7.3')
    expect(numbers.met).toBe(false)
  })

  test('with all of it the person is fitted and detention at home begins; what was found is kept whole', async () => {
    const one = await openDetention(deputy)
    await prepare(one)
    const { readiness } = (await deputy.get(`${one.home}/detention`)).body
    expect(readiness.every(({ met }: { met: boolean }) => met)).toBe(true)
    expect((await fit(one)).status).toBe(200)
    expect((await deputy.get(one.path)).body).toMatchObject({ state: 'active' })
    expect((await deputy.get(`${one.home}/detention`)).body).toMatchObject({
      readiness: [],
      placedOn: deputy.ctx.today.toString(),
      units: [{ level: 'active' }],
    })
    const { rows } = await ownerQuery(office.urls, deputy.agencyId, (client) =>
      client.query(
        'select pack, pack_hash, assessment, items from home.installation where enrolment_id = $1',
        [one.enrolmentId],
      ),
    )
    expect(rows[0]).toMatchObject({
      pack: 'sacramento/home-detention',
      pack_hash: expect.stringMatching(/^[0-9a-f]{12}/),
      assessment: { step: 'installation', facts: { monitoringParametersApproved: true } },
    })
  })

  test.each([
    [-1, 422],
    [0, 200],
    [1, 200],
  ])(
    'SWR-3 the sentence ends %i days from today: a unit that is put on today is answered %i',
    async (days, status) => {
      const one = await openDetention(deputy)
      await prepare(one)
      await releaseOn(office, deputy, one, deputy.ctx.today.add({ days }))
      const answer = await fit(one)
      expect(answer.status).toBe(status)
      if (status === 422) expect(answer.body.error.fields).toMatchObject([{ path: 'enrolmentId' }])
    },
  )

  test('SWR-3 nothing of the sentence is left to serve: no unit is put on, nor another one', async () => {
    const credited = async (one: DetentionCase) => {
      const at = `/api/court/commitments/${one.commitmentId}`
      const { version, fields } = (await deputy.get(at)).body
      await done(deputy.post(at, { ...fields, version, creditDays: 20 }))
    }
    const one = await openDetention(deputy)
    await done(deputy.post(`${one.path}/worksheet`))
    await prepare(one)
    await credited(one)
    expect((await fit(one)).body.error.message).toContain('Nothing of the sentence is left')
    const { one: served, unit } = await serveAtHome(deputy)
    await done(deputy.post(`/api/equipment/units/${unit}/remove`, { code: 'faulty', goesTo: 'to-repair' }))
    await credited(served)
    expect((await fit(served)).body.error.message).toContain('Nothing of the sentence is left')
  })

  test.each([
    ['the person was accepted', { accepted: 3, signed: 0 }],
    ['the contract was signed', { accepted: 0, signed: 3 }],
  ])('a unit is not put on before %s: refused at the time', async (_name, ago) => {
    const one = await openDetention(deputy)
    await prepare(one)
    const dayAgo = (days: number) => deputy.ctx.today.subtract({ days }).toString()
    const at = (days: number) => ({ at: deputy.ctx.now.subtract({ hours: 24 * days }).toString() })
    await ownerQuery(office.urls, deputy.agencyId, async (client) => {
      const days = (accepted: number, signed: number) => [one.enrolmentId, dayAgo(accepted), dayAgo(signed)]
      const [enrolment, accepted, signed] = days(ago.accepted || 9, ago.signed || 9)
      await client.query('update programs.step set on_day = $2 where enrolment_id = $1', [
        enrolment,
        accepted,
      ])
      await client.query('update home.contract set signed_on = $2 where enrolment_id = $1', [
        enrolment,
        signed,
      ])
    })
    const unit = await receiveTestUnit(deputy)
    const early = await fit(one, unit, at(4))
    expect(early.status).toBe(422)
    expect(early.body.error.fields[0].path).toBe('at')
    await done(fit(one, unit, at(3)))
    expect((await deputy.get(`${one.home}/detention`)).body.placedOn).toBe(dayAgo(3))
    await done(deputy.post(`/api/equipment/units/${unit}/remove`, { code: 'faulty', goesTo: 'to-repair' }))
    expect((await fit(one, undefined, at(4))).body.error.fields[0].path).toBe('at')
    await done(fit(one, undefined, at(2)))
  })

  test('a unit is exchanged while the home is evaluated again: nobody is left without one', async () => {
    const one = await openDetention(deputy)
    await prepare(one)
    const unit = await receiveTestUnit(deputy)
    await fit(one, unit)
    await done(deputy.post(`${one.home}/places`, homeBody({ address: '9 Oak Ave' })))
    await done(deputy.post(`/api/equipment/units/${unit}/remove`, { code: 'faulty', goesTo: 'to-repair' }))
    expect((await fit(one)).status).toBe(200)
  })

  test('handing a unit over to somebody who is not ready is refused, and the first keeps wearing it', async () => {
    const [one, two] = [await openDetention(deputy), await openDetention(deputy)]
    await prepare(one)
    const unit = await receiveTestUnit(deputy)
    await fit(one, unit)
    const refused = await deputy.post(`/api/equipment/units/${unit}/hand-over`, {
      enrolmentId: two.enrolmentId,
      level: 'active',
    })
    expect(refused.status).toBe(422)
    expect((await deputy.get(`/api/equipment/units/${unit}`)).body.fittings).toMatchObject([
      { enrolmentId: one.enrolmentId, removedAt: null },
    ])
  })
})

test('the person’s timeline tells of it', async () => {
  const one = await openDetention(deputy)
  await prepare(one)
  await fit(one)
  const { entries } = (await deputy.get(`/api/desk/people/${one.personId}/timeline`)).body
  const kinds = entries.map(({ kind }: { kind: string }) => kind)
  for (const kind of [
    'home.place-given',
    'home.evaluation-accepted',
    'home.contract-signed',
    'equipment.fitted',
    'programs.placed',
  ])
    expect(kinds).toContain(kind)
})
