import { assess, pack } from '@inlieu/law'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderPdf } from '../platform/typst.ts'
import { ownerQuery } from '../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { answered } from './testing/application.ts'
import { openCase, type TestCase } from './testing/case.ts'
import { clear, decide, shownFacts } from './testing/screening.ts'

let office: TestOffice
let clerk: TestAccount
let deputy: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  deputy = await office.account(['deputy'])
})
afterAll(() => office.stop())

const page = async (path: string, query = '') => (await clerk.get(`${path}/screening${query}`)).body
const answer = (path: string, answers: object, version: number | null = null, step = 'admission') =>
  clerk.post(`${path}/screening/answers`, { step, version, answers })

/** A case that has applied; everything but what is given is answered and speaks for the person. */
async function applied(answers: object = {}, given: Parameters<typeof openCase>[2] = {}): Promise<TestCase> {
  const one = await openCase(office, clerk, given)
  await clerk.post(`${one.path}/application`, { version: null, ...answered })
  await clerk.post(`${one.path}/application/sign`, { version: 1, signedOn: clerk.ctx.today.toString() })
  await answer(one.path, { ...clear, ...answers })
  return one
}

/** What is stored, read as the owner: the pages never show it whole. */
async function stored(enrolmentId: string) {
  return ownerQuery(office.urls, clerk.agencyId, async (client) => {
    const { rows } = await client.query(
      'select * from intake.screening_decision where enrolment_id = $1 order by decided_at desc limit 1',
      [enrolmentId],
    )
    return rows[0]
  })
}

/** The data of a notice as it was asked for, and the paper made from it. */
async function notice(documentId: string) {
  const data = await ownerQuery(office.urls, clerk.agencyId, async (client) => {
    const { rows } = await client.query('select data from platform.document where id = $1', [documentId])
    return rows[0].data
  })
  return { data, pdf: renderPdf('intake/denial-notice.typ', data) }
}

describe('the questions of a screening', () => {
  test('WAP-ELIG.1 what the record answers is not asked; the rest is, as plain questions', async () => {
    const one = await openCase(office, clerk, { days: 20, violationIndicated: null })
    const shown = await page(one.path)
    const of = (name: string) => shown.facts.find((fact: { name: string }) => fact.name === name)
    expect(of('daysLeftToServe')).toMatchObject({ value: 20, source: 'worksheet', clauses: ['WAP-ELIG.a'] })
    expect(of('violationOnCommitment')).toMatchObject({ value: null, source: null })
    expect(of('applicationIncomplete')).toMatchObject({ value: null, source: null })
    expect(of('historyOfAddiction').question).toEqual({
      en: 'Is there a history of addiction?',
      es: expect.stringMatching(/^¿/),
    })
    const asked = shown.findings.filter((finding: { group: string }) => finding.group === 'ask')
    expect(asked.map((finding: { clause: string }) => finding.clause)).not.toContain('WAP-ELIG.a')
    expect(shown.outcome).toBe('officer-decides')
  })

  test('answers are kept; left out stays as it was, null is not known', async () => {
    const one = await openCase(office, clerk)
    expect(
      (await answer(one.path, { historyOfAddiction: true, historyOfDrugSales: false })).body.version,
    ).toBe(1)
    await answer(one.path, { historyOfDrugSales: null, violentConvictions: 1 }, 1)
    expect(await shownFacts(clerk, one.path)).toMatchObject({
      historyOfAddiction: true,
      historyOfDrugSales: null,
      violentConvictions: 1,
    })
  })

  test.each([
    ['about money', { feesPaid: true }, 422],
    ['a word', { historyOfAddiction: 'yes' }, 422],
    ['with a strange name', { 'drop table': true }, 400],
    ['against the record', { daysLeftToServe: 3 }, 422],
  ])('an answer %s is refused', async (_, answers, status) => {
    const one = await openCase(office, clerk)
    expect((await answer(one.path, answers)).status).toBe(status)
  })

  test('two clerks at once: the later one is told who answered', async () => {
    const one = await openCase(office, clerk)
    await deputy.post(`${one.path}/screening/answers`, {
      step: 'admission',
      version: null,
      answers: { violentConvictions: 2 },
    })
    const late = await answer(one.path, { violentConvictions: 0 })
    expect(late.status).toBe(409)
    expect(late.body.error.conflict).toMatchObject({
      changedBy: 'Test deputy',
      current: { violentConvictions: 2, version: 1 },
    })
  })
})

describe('the decision', () => {
  test('WAP-ELIG.1 nothing found: a deputy admits, and the enrolment is accepted', async () => {
    const one = await applied()
    expect((await page(one.path)).outcome).toBe('eligible')
    expect((await decide(deputy, one.path, {})).status).toBe(200)
    const shown = await page(one.path)
    expect(shown).toMatchObject({
      state: 'accepted',
      decision: { decision: 'admit', by: 'Test deputy', departs: false, notice: null },
    })
  })

  test('a clerk may not decide, neither by the route nor by the authority of the rank', async () => {
    const one = await applied()
    expect((await decide(clerk, one.path, {})).status).toBe(403)
    expect((await page(one.path)).mayDecide.admit).toMatchObject({ allowed: false, clause: 'WAP-ELIG.1' })
  })

  test('it is stored whole: facts, findings, wording, pack, parameters and day, so that it can be run again', async () => {
    const one = await applied({ historyOfAddiction: true })
    await decide(deputy, one.path, { reason: 'In treatment for two years' })
    const row = await stored(one.enrolmentId)
    const { assessment } = row
    expect(assessment.findings.length).toBe(10)
    expect(row.sources).toMatchObject({ daysLeftToServe: 'worksheet', historyOfAddiction: 'asked' })
    const wap = pack('contra-costa/work-alternative')
    expect(row.pack_hash).toBe(wap.hash)
    expect(assess(wap, assessment.parameters, assessment.facts, assessment.on, 'admission')).toEqual(
      assessment,
    )
  })

  test('WAP-P3.3 nothing about money is among the facts', async () => {
    const one = await applied()
    await decide(deputy, one.path, {})
    const { assessment, release_fees } = await stored(one.enrolmentId)
    expect(Object.keys(assessment.facts).join(' ')).not.toMatch(/fee|pay|cent|money|balance/i)
    expect(release_fees).toBeNull()
  })

  test.each([
    ['met', { historyOfAddiction: true }],
    ['unknown', { historyOfAddiction: null }],
  ])('a factor that is %s needs the officer’s reason', async (_, answers) => {
    const one = await applied(answers)
    const refused = await decide(deputy, one.path, {})
    expect(refused.body.error.fields[0].path).toBe('reason')
    expect((await decide(deputy, one.path, { reason: 'Talked it over' })).status).toBe(200)
  })

  test('the record changed between the page and the decision: it is not taken on facts nobody saw', async () => {
    const one = await applied()
    const facts = { ...(await shownFacts(deputy, one.path)), daysLeftToServe: 12 }
    const reply = await decide(deputy, one.path, { facts })
    expect(reply.status).toBe(409)
    expect(reply.body.error.conflict.current.facts.daysLeftToServe).toBe(20)
    expect((await page(one.path)).decision).toBeNull()
  })

  test('two officers at once: one decision', async () => {
    const one = await applied()
    const sergeant = await office.account(['sergeant'])
    const replies = await Promise.all([
      decide(deputy, one.path, {}),
      decide(sergeant, one.path, { decision: 'deny', reason: 'x' }),
    ])
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
  })

  test('once accepted it is not decided again without screening again', async () => {
    const one = await applied()
    await decide(deputy, one.path, {})
    expect((await decide(deputy, one.path, {})).body.error.code).toBe('already-done')
    const again = await page(one.path, '?again=yes')
    expect(again).toMatchObject({ number: 2, version: null })
    const value = (name: string) => again.facts.find((fact: { name: string }) => fact.name === name).value
    expect([value('historyOfAddiction'), value('intoxicatedAtInterview')]).toEqual([false, null])
    await answer(one.path, { ...clear, intoxicatedAtInterview: true })
    const denied = await decide(deputy, one.path, {
      decision: 'deny',
      reason: 'Intoxicated when he came to be booked',
      grounds: ['WAP-ELIG.g'],
    })
    expect(denied.status).toBe(200)
    expect((await page(one.path)).state).toBe('denied')
  })

  test('another agency finds nothing and decides nothing', async () => {
    const one = await applied()
    const stranger = await office.account(['sergeant'], await office.agency())
    expect((await stranger.get(`${one.path}/screening`)).status).toBe(404)
    const body = { step: 'admission', version: 1, facts: {}, decision: 'admit', reason: '' }
    expect((await stranger.post(`${one.path}/screening/decision`, body)).status).toBe(404)
    const answers = { step: 'admission', version: 1, answers: {} }
    expect((await stranger.post(`${one.path}/screening/answers`, answers)).status).toBe(404)
  })
})

describe('the notice of denial', () => {
  const deny = (one: TestCase, more: object = {}) =>
    decide(deputy, one.path, {
      decision: 'deny',
      reason: 'Sold drugs last year',
      grounds: ['WAP-ELIG.d'],
      ...more,
    })

  test('says what was decided, each ground with its clause in plain words, who decided, and asks the office where no days are set', async () => {
    const one = await applied({ historyOfDrugSales: true, institutionalMisconduct: true })
    const { body } = await deny(one)
    const { data, pdf } = await notice(body.noticeDocumentId)
    expect(data).toMatchObject({
      grounds: [
        {
          clause: 'WAP-ELIG.d',
          text: 'History of drug sales or addiction',
          found: ['Is there a history of drug sales? Yes'],
        },
      ],
      reason: 'Sold drugs last year',
      officer: 'Test deputy',
      rank: 'Deputy',
      departs: false,
      challengeDays: null,
      challengeUntil: null,
      language: 'en',
    })
    expect(pdf.includes('pdfuaid')).toBe(true)
    expect((await page(one.path)).state).toBe('denied')
  })

  test('in Spanish for who reads Spanish', async () => {
    const one = await applied({ historyOfDrugSales: true }, { language: 'es' })
    const { data, pdf } = await notice((await deny(one)).body.noticeDocumentId)
    expect(data.language).toBe('es')
    expect(data.title).toBe('Aviso de denegación: Programa de Trabajo Alternativo')
    expect(data.grounds[0].found[0]).toMatch(/^¿.+\? Sí$/)
    expect(pdf.length).toBeGreaterThan(1000)
  })

  test('with the days that the office has set', async () => {
    const own = await office.agency('Office with days')
    const officer = await office.account(['deputy'], own)
    const manager = await office.account(['bureau-manager'], own)
    await ownerQuery(office.urls, own, (client) =>
      client.query(
        `insert into programs.parameter (agency_id, id, pack, name, value, from_day, authority, resolution, entered_at, entered_by, approved_at, approved_by)
         values ($1, gen_random_uuid(), 'contra-costa/work-alternative', 'challengeDays', '10', '2020-01-01', 'Bureau', '1', clock_timestamp(), $2, clock_timestamp(), $3)`,
        [own, officer.id, manager.id],
      ),
    )
    const one = await openCase(office, officer)
    await officer.post(`${one.path}/screening/answers`, {
      step: 'admission',
      version: null,
      answers: { ...clear, historyOfDrugSales: true },
    })
    const { body } = await decide(officer, one.path, {
      decision: 'deny',
      reason: 'x',
      grounds: ['WAP-ELIG.d'],
    })
    const data = await ownerQuery(office.urls, own, async (client) => {
      const { rows } = await client.query('select data from platform.document where id = $1', [
        body.noticeDocumentId,
      ])
      return rows[0].data
    })
    expect(data).toMatchObject({
      challengeDays: 10,
      challengeUntil: officer.ctx.today.add({ days: 10 }).toString(),
    })
    expect(renderPdf('intake/denial-notice.typ', data).includes('pdfuaid')).toBe(true)
  })

  test('a denial that departs from the policy says so', async () => {
    const one = await applied()
    const { body } = await deny(one, { grounds: [], reason: 'Will not be able to come' })
    const { data, pdf } = await notice(body.noticeDocumentId)
    expect(data).toMatchObject({ departs: true, grounds: [] })
    expect(pdf.length).toBeGreaterThan(1000)
    expect((await page(one.path)).decision).toMatchObject({ decision: 'deny', departs: true })
  })
})

describe('early release from custody', () => {
  const inCustody = {
    ...clear,
    daysLeftToServe: 20,
    violationOnCommitment: false,
    applicationIncomplete: false,
    goodHealth: true,
    daysAWeekWilling: 3,
    chargesUsuallyAccepted: true,
    transferredToMdf: true,
    warrantChecksCompleted: true,
    warrantFound: false,
  }
  const release = (one: TestCase, more: object) => decide(deputy, one.path, more, 'early-release')
  async function asked(answers: object = {}) {
    const one = await openCase(office, clerk, { violationIndicated: null })
    const reply = await answer(one.path, { ...inCustody, ...answers }, null, 'early-release')
    expect(reply.status).toBe(200)
    return one
  }

  test('WAP-P8.1 the misprint of the text is told where the rule is', async () => {
    const shown = await page((await asked()).path, '?step=early-release')
    const days = shown.findings.find((finding: { clause: string }) => finding.clause === 'WAP-P8.1')
    expect(days.note.en).toContain('which nobody could meet')
    expect(shown.fees).toMatchObject({ clause: 'WAP-P8.3', necessaryCents: 19000, verdict: 'unknown' })
  })

  test('WAP-P8.7 released with the fees on the books: status X, and no step of the enrolment', async () => {
    const one = await asked()
    expect((await release(one, {})).body.error.fields[0].path).toBe('onBooksCents')
    expect((await release(one, { onBooksCents: 19000 })).status).toBe(200)
    const shown = await page(one.path, '?step=early-release')
    expect(shown).toMatchObject({ statusX: true, state: 'opened', fees: { verdict: 'met' } })
    expect((await page(one.path)).statusX).toBe(true)
  })

  test('WAP-P8.4 what is required cannot be left out by the officer', async () => {
    const one = await asked({ warrantChecksCompleted: false })
    const refused = await release(one, { onBooksCents: 19000, reason: 'I vouch for him' })
    expect(refused.body.error.fields[0].path).toBe('decision')
    const kept = await release(one, { decision: 'deny', reason: 'Checks not done', grounds: ['WAP-P8.4'] })
    expect(kept.status).toBe(200)
    const { data, pdf } = await notice(kept.body.noticeDocumentId)
    expect(data).toMatchObject({
      step: 'early-release',
      grounds: [{ found: ['Are the warrant checks completed? No'] }],
    })
    expect(pdf.length).toBeGreaterThan(1000)
    expect((await page(one.path, '?step=early-release')).statusX).toBe(false)
  })
})
