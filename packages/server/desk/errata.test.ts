import { type DecidedKind, type Erratum, type Pack, pack } from '@inlieu/law'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answered } from '../intake/testing/application.ts'
import { clear, decide } from '../intake/testing/screening.ts'
import { furtherWorksheet, type MoneyCase, openAssessed } from '../money/testing/open-case.ts'
import { read } from '../platform/read.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { type ErratumShown, errataAsCsv, errataOf } from './errata.ts'

let office: TestOffice
let clerk: TestAccount
let elsewhere: TestAccount
let screened: MoneyCase
let other: MoneyCase
let today: Temporal.PlainDate
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  elsewhere = await office.account(['clerk'], await office.agency())
  today = clerk.ctx.today
  screened = await openAssessed(clerk, { days: 45, name: 'Screened' })
  other = await openAssessed(clerk, { name: 'Other' })
  await openAssessed(elsewhere, { name: 'Elsewhere' })
  await screen(screened)
})
afterAll(() => office.stop())

/** Applied, answered, decided by an officer. */
async function screen({ enrolmentId }: MoneyCase): Promise<void> {
  const path = `/api/intake/enrolments/${enrolmentId}`
  await clerk.post(`${path}/application`, { version: null, ...answered })
  await clerk.post(`${path}/application/sign`, { version: 1, signedOn: today.toString() })
  const answers = { ...clear, violationOnCommitment: false }
  await clerk.post(`${path}/screening/answers`, { step: 'admission', version: null, answers })
  const { status } = await decide(await office.account(['deputy']), path, {})
  expect(status).toBe(200)
}

const wap = pack('contra-costa/work-alternative')
const wrongly: Erratum = {
  clause: 'WAP-ELIG.a',
  textCode: 'wap.rule.daysLeft',
  words: 'wap.rule.daysLeft',
  kinds: ['assessment'],
  hashes: [wap.hash],
  from: '1995-01-03',
  until: null,
  corrected: '2099-01-01',
}

/** The rules as a later release has them, with an erratum that says what the ones of today had wrong. */
const laterRelease = (of: Partial<Erratum> = {}): Pack => ({
  ...wap,
  hash: 'of a later release',
  errata: [{ ...wrongly, ...of }],
})

const listed = (of: Partial<Erratum> = {}, account = clerk) =>
  read<'desk', ErratumShown[]>(office.database.db, account.ctx, (tx) => errataOf(tx, laterRelease(of)))

describe('an erratum of a later release, in the office', () => {
  test('lists the assessment decided under it: who, when, as decided, and by the corrected rules', async () => {
    const [erratum] = await listed()
    expect(erratum).toMatchObject({
      program: 'Work Alternative Program',
      clause: 'WAP-ELIG.a',
      corrected: Temporal.PlainDate.from('2099-01-01'),
    })
    expect(erratum!.cases).toMatchObject([
      {
        kind: 'assessment',
        personId: screened.personId,
        personName: 'Screened, Maria',
        enrolmentId: screened.enrolmentId,
        on: today,
        certain: true,
        stands: true,
        before: 'eligible',
        after: 'eligible',
      },
    ])
  })

  test.each<[DecidedKind, string | null]>([
    ['sentence', 'sentence.total.adjusted'],
    ['fees', 'fees.administrative'],
    ['checklist', null],
  ])('%s: both people, each by the paper it is kept on', async (kind, textCode) => {
    const [erratum] = await listed({ kinds: [kind], textCode })
    expect(erratum!.cases.map((one) => one.personName).sort()).toEqual(['Other, Maria', 'Screened, Maria'])
    expect(erratum!.cases.every((one) => one.kind === kind && one.before === null)).toBe(true)
    const of = erratum!.cases.find((one) => one.personId === other.personId)!
    expect(of.enrolmentId).toBe(kind === 'checklist' ? null : other.enrolmentId)
  })

  test('not what says nothing of it, nor what is of another hash, day or office', async () => {
    const count = async (of: Partial<Erratum>, account = clerk) =>
      (await listed({ kinds: ['sentence'], textCode: null, ...of }, account))[0]!.cases.length
    expect(await count({})).toBe(2)
    expect(await count({ textCode: 'sentence.total.calendar-never-said' })).toBe(0)
    expect(await count({ hashes: ['f'.repeat(64)], corrected: '1995-01-04' })).toBe(0)
    expect(await count({ from: today.add({ days: 1 }).toString() })).toBe(0)
    expect(await count({ from: today.toString() })).toBe(2)
    expect(await count({ until: today.toString() })).toBe(0)
    expect(await count({ until: today.add({ days: 1 }).toString() })).toBe(2)
    expect(await count({}, elsewhere)).toBe(1)
  })

  test('a hash that no release has, before the correction: in doubt', async () => {
    const [erratum] = await listed({ hashes: ['f'.repeat(64)] })
    expect(erratum!.cases).toMatchObject([{ personName: 'Screened, Maria', certain: false }])
  })

  test('what was replaced since is told apart, and stays on the list', async () => {
    const opened = await openAssessed(clerk, { name: 'Twice' })
    await furtherWorksheet(clerk, opened, { days: 30 })
    for (const kinds of [['sentence'], ['fees']] as const) {
      const [erratum] = await listed({ kinds, textCode: null })
      const twice = erratum!.cases.filter((one) => one.personId === opened.personId)
      expect(twice.map((one) => one.stands).sort()).toEqual([false, true])
    }
  })

  test('as CSV, a row a case', async () => {
    const text = errataAsCsv(
      await listed({ kinds: ['assessment', 'fees'], textCode: null }),
      'America/Los_Angeles',
    )
    const [head, ...rows] = text.trim().split('\r\n')
    expect(head).toContain('Program,Clause,What was wrong,Corrected,Person,Number,Decided,For,As decided')
    expect(rows.length).toBeGreaterThanOrEqual(3)
    expect(rows[0]).toContain('"Screened, Maria"')
    expect(rows[0]).toContain('eligible,eligible,yes,yes')
  })
})

describe('GET /api/desk/errata', () => {
  test('none is on record: an empty list, and a table with its head', async () => {
    expect((await clerk.get('/api/desk/errata')).body).toEqual({ errata: [] })
    const table = await clerk.get('/api/desk/errata?format=csv')
    expect(table.status).toBe(200)
    expect(table.body.trim().split('\r\n')).toHaveLength(1)
    expect((await clerk.get('/api/desk/errata?format=xml')).status).toBe(400)
  })

  test('who may read who changed what may read it; a treasurer may not', async () => {
    const as = async (role: 'auditor' | 'sergeant' | 'treasurer') =>
      (await (await office.account([role])).get('/api/desk/errata')).status
    expect([await as('auditor'), await as('sergeant'), await as('treasurer')]).toEqual([200, 200, 403])
  })
})
