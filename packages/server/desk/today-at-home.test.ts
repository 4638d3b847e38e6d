import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fitTestUnit, receiveTestUnit } from '../equipment/testing/units.ts'
import {
  approveNumbers,
  done,
  goodHome,
  homeBody,
  openDetention,
  serveAtHome,
} from '../home/testing/detention-case.ts'
import { zoneBody } from '../home/testing/home-case.ts'
import { take } from '../programs/testing/case.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'

let office: TestOffice
let deputy: TestAccount
let sergeant: TestAccount
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  sergeant = await office.account(['sergeant'])
  await approveNumbers(office, deputy, sergeant)
})
afterAll(() => office.stop())

/** Whether the list of home detention shows somebody as followed by nothing. */
async function isListedUnfollowed(enrolmentId: string): Promise<boolean> {
  const { people } = (await deputy.get('/api/home/detentions')).body
  return people.find((one: { enrolmentId: string }) => one.enrolmentId === enrolmentId).isUnfollowed
}

/** The kinds of duty that an account is told of about an enrolment, in the order of Today. */
async function kindsOf(account: TestAccount, enrolmentId: string): Promise<string[]> {
  const { duties } = (await account.get('/api/desk/today')).body
  return duties
    .filter(({ items }: { items: { enrolmentId: string }[] }) =>
      items.some((item) => item.enrolmentId === enrolmentId),
    )
    .map(({ kind }: { kind: string }) => kind)
}

describe('EMP-0.1 somebody who serves at home with no unit', () => {
  test.each([
    ['was taken off for repair', (unit: string) => `${unit}/remove`, { code: 'faulty', goesTo: 'to-repair' }],
    ['was recorded lost while worn', (unit: string) => `${unit}/steps`, { kind: 'lost' }],
  ])(
    'whose unit %s: a first duty of the deputy and the sergeant until one is worn',
    async (_name, at, body) => {
      const { one, unit } = await serveAtHome(deputy)
      expect(await kindsOf(deputy, one.enrolmentId)).toEqual([])
      await done(deputy.post(`/api/equipment/units/${at(unit)}`, body))
      for (const account of [deputy, sergeant]) {
        expect((await account.get('/api/desk/today')).body.duties[0].kind).toBe('unit-to-fit')
        expect(await kindsOf(account, one.enrolmentId)).toEqual(['unit-to-fit'])
      }
      expect((await deputy.get(one.path)).body).toMatchObject({
        next: { kind: 'fit-unit' },
        atHome: { isUnfollowed: true },
      })
      expect(await isListedUnfollowed(one.enrolmentId)).toBe(true)
      await fitTestUnit(deputy, await receiveTestUnit(deputy), one.enrolmentId)
      expect(await kindsOf(deputy, one.enrolmentId)).toEqual([])
      expect((await deputy.get(one.path)).body).toMatchObject({
        next: { kind: 'supervise' },
        atHome: { isUnfollowed: false },
      })
      expect(await isListedUnfollowed(one.enrolmentId)).toBe(false)
    },
  )

  test('is no duty of a clerk, who fits nobody', async () => {
    const { one, unit } = await serveAtHome(deputy)
    await done(deputy.post(`/api/equipment/units/${unit}/remove`, { code: 'faulty', goesTo: 'to-repair' }))
    expect(await kindsOf(await office.account(['clerk']), one.enrolmentId)).toEqual([])
  })
})

describe('SWR-3 somebody at home of whose sentence an order of the court leaves nothing', () => {
  /** The order credits so many of the 20 days, and the worksheet is computed again. */
  async function credited(days: number) {
    const { one, unit } = await serveAtHome(deputy)
    const at = `/api/court/commitments/${one.commitmentId}`
    const { version, fields } = (await deputy.get(at)).body
    await done(deputy.post(at, { ...fields, version, creditDays: days }))
    return { one, unit }
  }

  test.each([
    [18, []],
    [19, ['unit-to-take-off']],
    [20, ['unit-to-take-off']],
    [21, ['unit-to-take-off']],
  ])('%i of 20 days credited on the first: %j', async (days, kinds) => {
    const { one } = await credited(days)
    expect(await kindsOf(deputy, one.enrolmentId)).toEqual(kinds)
  })

  test('is let go: the unit is taken off, and then the completion is recorded', async () => {
    const { one, unit } = await credited(20)
    await done(
      deputy.post(`/api/equipment/units/${unit}/remove`, { code: 'program-ended', goesTo: 'in-stock' }),
    )
    expect(await kindsOf(deputy, one.enrolmentId)).toEqual(['completion-to-record'])
  })
})

describe('SWR-3 somebody accepted on whom no unit was ever put', () => {
  /** The sentence of 20 days began so many days ago, less days of credit. */
  async function accepted(daysAgo: number, creditDays = 0) {
    const startsOn = deputy.ctx.today.subtract({ days: daysAgo }).toString()
    const one = await openDetention(deputy, { paper: { sentencedOn: startsOn, startsOn, creditDays } })
    await done(deputy.post(`${one.path}/worksheet`))
    return one
  }
  const returned = (one: { path: string }) =>
    done(
      sergeant.post(`${one.path}/return-to-court`, {
        reason: 'court-asked',
        onDay: deputy.ctx.today.toString(),
        note: 'Never placed',
        goodTimeLost: [],
        goodTimeReason: '',
      }),
    )
  const kindsWithNext = async (one: { path: string; enrolmentId: string }) => [
    (await deputy.get(one.path)).body.next.kind,
    ...(await kindsOf(deputy, one.enrolmentId)),
  ]

  test.each([
    ['the last day is tomorrow', 18, 0, ['prepare-home', 'home-to-prepare']],
    ['the last day is today', 19, 0, ['return-unserved', 'case-to-return']],
    ['the last day was yesterday', 20, 0, ['return-unserved', 'case-to-return']],
    ['credit leaves two days of it', 0, 18, ['prepare-home', 'home-to-prepare']],
    ['credit leaves today', 0, 19, ['return-unserved', 'case-to-return']],
    ['credit leaves nothing of it', 0, 20, ['complete', 'completion-to-record']],
  ])('%s', async (_, daysAgo, creditDays, kinds) => {
    expect(await kindsWithNext(await accepted(daysAgo, creditDays))).toEqual(kinds)
  })

  test('is told so also while a place is waited for, and waits no longer once returned', async () => {
    const one = await accepted(20)
    await done(deputy.post(`${one.home}/slot/ask`, { note: '' }))
    expect(await kindsWithNext(one)).toEqual(['return-unserved', 'case-to-return'])
    await returned(one)
    expect(await kindsWithNext(one)).toEqual(['nothing'])
  })

  test('of which nothing is left is completed; of which days are left is returned, and not completed', async () => {
    const nothing = await accepted(0, 20)
    expect((await sergeant.post(`${nothing.path}/complete`, { note: '' })).status).toBe(200)
    expect(await kindsOf(deputy, nothing.enrolmentId)).toEqual([])
    const unserved = await accepted(20)
    const refused = await sergeant.post(`${unserved.path}/complete`, { note: '' })
    expect(refused.body.error.fields).toMatchObject([{ path: 'not-placed' }])
    await returned(unserved)
    expect(await kindsOf(deputy, unserved.enrolmentId)).toEqual([])
  })
})

test('EMP-1.2 a leave that nobody decided is no duty once the enrolment has ended, and one again with it', async () => {
  const { one, unit } = await serveAtHome(deputy)
  const at = deputy.ctx.today.add({ days: 3 })
  await done(
    deputy.post(`${one.home}/absence-kinds`, { version: 0, kinds: ['medical'], why: 'By the terms' }),
  )
  await done(
    deputy.post(`${one.home}/leave`, {
      kind: 'medical',
      whereto: 'Clinic',
      why: 'A check',
      from: `${at}T10:00`,
      to: `${at}T12:00`,
    }),
  )
  expect(await kindsOf(sergeant, one.enrolmentId)).toEqual(['leave-to-decide'])
  await take(sergeant, one.enrolmentId, 'returned-to-court')
  await done(
    deputy.post(`/api/equipment/units/${unit}/remove`, { code: 'program-ended', goesTo: 'in-stock' }),
  )
  expect(await kindsOf(sergeant, one.enrolmentId)).toEqual([])
  await take(sergeant, one.enrolmentId, 'reopened')
  expect(await kindsOf(sergeant, one.enrolmentId)).toContain('leave-to-decide')
})

test('EMP-0.10 a deputy’s own caseload comes first, and what is everyone’s stands beneath', async () => {
  const { one, unit } = await serveAtHome(deputy)
  const other = await office.account(['deputy'])
  const { one: theirs } = await serveAtHome(deputy)
  await done(deputy.post(`${theirs.home}/deputy`, { accountId: other.id }))
  await done(deputy.post(`${theirs.home}/evaluation/reopen`, { reason: 'A neighbor called' }))
  await done(deputy.post(`/api/equipment/units/${unit}/remove`, { code: 'faulty', goesTo: 'to-repair' }))
  const partsOf = async (account: TestAccount, enrolmentId: string) => {
    const { duties } = (await account.get('/api/desk/today')).body as {
      duties: { kind: string; own: boolean; items: { enrolmentId: string }[] }[]
    }
    const parts = duties.map(({ own }) => own)
    expect(parts).toEqual(parts.toSorted((one, other) => Number(other) - Number(one)))
    return duties
      .filter(({ items }) => items.some((item) => item.enrolmentId === enrolmentId))
      .map(({ kind, own }) => [kind, own])
  }
  expect(await partsOf(deputy, one.enrolmentId)).toEqual([['unit-to-fit', true]])
  expect(await partsOf(deputy, theirs.enrolmentId)).toEqual([['home-to-evaluate', false]])
  expect(await partsOf(other, theirs.enrolmentId)).toEqual([['home-to-evaluate', true]])
  expect(await partsOf(sergeant, one.enrolmentId)).toEqual([['unit-to-fit', false]])
})

test('the page of the person names the program and the deputy', async () => {
  const { one } = await serveAtHome(deputy)
  expect((await deputy.get(`/api/desk/people/${one.personId}`)).body.enrolments).toMatchObject([
    { program: 'Home Detention', served: 'at-home', deputy: 'Test deputy' },
  ])
})

test('who has applied is to be prepared while a question is open, and only then to be decided', async () => {
  const one = await openDetention(deputy, { accepted: false })
  await done(deputy.post(`${one.path}/worksheet`))
  await take(deputy, one.enrolmentId, 'appointed', 'applied')
  const answer = (version: number | null, answers: Record<string, unknown>) =>
    done(
      deputy.post(`/api/intake/enrolments/${one.enrolmentId}/screening/answers`, {
        step: 'admission',
        version,
        answers,
      }),
    )
  const { facts } = (await deputy.get(`/api/intake/enrolments/${one.enrolmentId}/screening`)).body
  const yesNo = facts.filter(
    ({ type, source }: { type: string; source: string | null }) => type === 'yes-no' && source === null,
  )
  expect(await kindsOf(deputy, one.enrolmentId)).toEqual(['screening-to-prepare'])
  const { version } = await answer(null, { [yesNo[0].name]: null, [yesNo[1].name]: true })
  expect(await kindsOf(deputy, one.enrolmentId)).toEqual(['screening-to-prepare'])
  await answer(version, { [yesNo[0].name]: true })
  expect(await kindsOf(deputy, one.enrolmentId)).toEqual(['screening-to-decide'])
})

test('EMP-8.2 a zone that a move has left behind is a duty until it is drawn again', async () => {
  const { one, zone } = await serveAtHome(deputy)
  const left = async () => (await deputy.get(`${one.home}/zones-left`)).body.zones
  const home = async () => (await deputy.get(`${one.home}/evaluation`)).body.home.id
  await done(deputy.post(`${one.home}/zones`, zoneBody({ name: 'Elsewhere' })))
  expect(await left()).toEqual([])
  await done(deputy.post(`${one.home}/places`, homeBody({ address: '9 Oak Ave' })))
  expect(await left()).toMatchObject([{ id: zone, name: 'Home', address: homeBody().address }])
  expect(await kindsOf(deputy, one.enrolmentId)).toContain('zone-to-draw-again')
  await done(deputy.post(`/api/home/zones/${zone}`, { ...zoneBody({ placeId: await home() }), version: 1 }))
  expect(await left()).toEqual([])
  expect(await kindsOf(deputy, one.enrolmentId)).not.toContain('zone-to-draw-again')
})

test('EMP-3.3 a home that is to be evaluated again is a duty until an officer has decided', async () => {
  const { one } = await serveAtHome(deputy)
  await done(deputy.post(`${one.home}/evaluation/reopen`, { reason: 'A neighbor called' }))
  expect(await kindsOf(deputy, one.enrolmentId)).toEqual(['home-to-evaluate'])
  const opened = (await deputy.get(`${one.home}/evaluation`)).body.evaluation
  const { version } = await done(
    deputy.post(`${one.home}/evaluation`, goodHome(opened.version, deputy.ctx.today.toString())),
  )
  await done(
    deputy.post(`${one.home}/evaluation/decide`, { version, outcome: 'accepted', reason: 'All as before' }),
  )
  expect(await kindsOf(deputy, one.enrolmentId)).toEqual([])
  await done(deputy.post(`${one.home}/places`, homeBody({ address: '9 Oak Ave' })))
  expect(await kindsOf(deputy, one.enrolmentId)).toEqual(['home-to-evaluate', 'zone-to-draw-again'])
})
