import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEnrolment } from '../programs/index.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { completePaper, scannedPaper } from './testing/paper.ts'

let office: TestOffice
let clerk: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
})
afterAll(() => office.stop())

let count = 0
const reason = 'The paper is of another man of that name.'
async function received(change: Record<string, unknown> = {}, personId?: string) {
  const whose = personId ? { personId } : { newPerson: { familyName: `Moved${++count}`, givenNames: 'Some' } }
  return (await clerk.post('/api/court/commitments', { ...completePaper(change), ...whose })).body
}
const page = async (id: string) => (await clerk.get(`/api/court/commitments/${id}`)).body
const move = (id: string, body: Record<string, unknown>, who = clerk) =>
  who.post(`/api/court/commitments/${id}/move`, { version: 1, reason, ...body })
async function somebody() {
  const opened = await clerk.post('/api/people', { familyName: `Right${++count}`, givenNames: 'Other' })
  return opened.body.personId as string
}
const timelineOf = async (person: string) =>
  (await clerk.get(`/api/desk/people/${person}/timeline`)).body.entries as {
    kind: string
    about: Record<string, unknown>
  }[]
const found = async (docket: string) =>
  (await clerk.get(`/api/people?q=${docket}`)).body.people.map(
    (person: { personId: string }) => person.personId,
  )

describe('a commitment typed in on the wrong person', () => {
  test('is moved to the right one: its page, its search keys, both timelines, who and why', async () => {
    const { commitmentId, personId } = await received({ docket: '66-000001-1' })
    const right = await somebody()
    expect(await found('66-000001')).toEqual([personId])
    expect((await move(commitmentId, { personId: right })).body).toEqual({
      kind: 'moved',
      personId: right,
      version: 2,
    })
    expect(await page(commitmentId)).toMatchObject({ version: 2, person: { id: right } })
    expect(await found('66-000001')).toEqual([right])
    const told = { commitment: commitmentId, docket: '66-000001-1', from: personId, to: right, reason }
    expect(await timelineOf(personId)).toContainEqual(
      expect.objectContaining({
        kind: 'court.commitment-moved-away',
        about: told,
        actorName: 'Test clerk',
      }),
    )
    expect(await timelineOf(right)).toContainEqual(
      expect.objectContaining({ kind: 'court.commitment-moved-here', about: told }),
    )
    expect((await clerk.get(`/api/court/people/${personId}`)).body.commitments).toEqual([])
  })

  test('is moved to somebody opened in the same act, who is asked about first where they may be on record', async () => {
    const { commitmentId } = await received()
    const newPerson = { familyName: 'Oyelaran', givenNames: 'Ade' }
    const opened = await clerk.post('/api/people', newPerson)
    const asked = await move(commitmentId, { newPerson })
    expect(asked.body).toMatchObject({
      kind: 'likely-duplicates',
      candidates: [{ personId: opened.body.personId }],
    })
    expect((await page(commitmentId)).version).toBe(1)
    const moved = await move(commitmentId, { newPerson, personEvenSo: true })
    expect(moved.body.kind).toBe('moved')
    expect(moved.body.personId).not.toBe(opened.body.personId)
  })

  test('takes its scan along, which the person before then has no more', async () => {
    const paperId = await scannedPaper(clerk)
    const { commitmentId, personId } = await received({ paperId })
    const right = await somebody()
    await move(commitmentId, { personId: right })
    const papersOf = async (person: string) =>
      (await clerk.get(`/api/desk/people/${person}`)).body.papers.map((paper: { id: string }) => paper.id)
    expect(await papersOf(right)).toEqual([paperId])
    expect(await papersOf(personId)).toEqual([])
    expect((await page(commitmentId)).scans).toMatchObject([{ paperId }])
  })

  test('leaves the letter that went out on its page', async () => {
    const { commitmentId } = await received({ items: { 'court-mark': 'absent' } })
    const asked = await clerk.post(`/api/court/commitments/${commitmentId}/ask`, { version: 1 })
    const { version } = await page(commitmentId)
    await move(commitmentId, { personId: await somebody(), version })
    expect((await page(commitmentId)).letters).toMatchObject([{ documentId: asked.body.documentId }])
  })

  test('that is on record for the right person too is asked about, and moved even so', async () => {
    const right = await received({ docket: '66-000002-2' })
    const wrong = await received({ docket: '66-000002-2' })
    const asked = await move(wrong.commitmentId, { personId: right.personId })
    expect(asked.body).toEqual({
      kind: 'on-record',
      commitmentId: right.commitmentId,
      personId: right.personId,
    })
    expect((await move(wrong.commitmentId, { personId: right.personId, evenSo: true })).body.kind).toBe(
      'moved',
    )
  })
})

describe('refused', () => {
  test('where an enrolment stands on it, with its number and what to do', async () => {
    const { commitmentId, personId } = await received()
    const right = await somebody()
    await clerk.act(openEnrolment, {
      personId,
      pack: 'contra-costa/work-alternative',
      commitmentIds: [commitmentId],
    })
    const { status, body } = await move(commitmentId, { personId: right })
    expect(status).toBe(422)
    expect(body.error.message).toMatch(/^WAP-\d{4}-\d{5} stands on this commitment\. Withdraw that enrolment/)
    expect((await page(commitmentId)).person.id).toBe(personId)
  })

  test('while it names another of the person, or another names it', async () => {
    const first = await received()
    const second = await received(
      { docket: '66-3', relation: 'consecutive', consecutiveTo: [first.commitmentId] },
      first.personId,
    )
    const right = await somebody()
    expect((await move(second.commitmentId, { personId: right })).body.error.message).toContain(
      'modifies or follows',
    )
    expect((await move(first.commitmentId, { personId: right })).body.error.message).toContain('Docket 66-3')
  })

  test('for the person it is of already, without a reason, for nobody, for two, and for nobody on record', async () => {
    const { commitmentId, personId } = await received()
    const right = await somebody()
    expect((await move(commitmentId, { personId })).body.error.fields).toMatchObject([{ path: 'personId' }])
    expect((await move(commitmentId, { personId: right, reason: ' ' })).body.error.fields).toMatchObject([
      { path: 'reason' },
    ])
    expect((await move(commitmentId, {})).status).toBe(400)
    const two = { personId: right, newPerson: { familyName: 'Two', givenNames: '' } }
    expect((await move(commitmentId, two)).status).toBe(400)
    expect((await move(commitmentId, { personId: randomUUID() })).status).toBe(404)
  })

  test('of an older version, once it went back, by who only reads, and from another office', async () => {
    const { commitmentId } = await received()
    const right = await somebody()
    const stranger = await office.account(['clerk'], await office.agency())
    const auditor = await office.account(['auditor'])
    expect((await move(commitmentId, { personId: right }, stranger)).status).toBe(404)
    expect((await move(commitmentId, { personId: right }, auditor)).status).toBe(403)
    await clerk.post(`/api/court/commitments/${commitmentId}`, {
      ...completePaper({ items: { 'court-mark': 'absent' } }),
      version: 1,
    })
    const late = await move(commitmentId, { personId: right })
    expect(late).toMatchObject({ status: 409, body: { error: { conflict: { current: { version: 2 } } } } })
    await clerk.post(`/api/court/commitments/${commitmentId}/return`, { version: 2, note: 'No seal.' })
    expect((await move(commitmentId, { personId: right, version: 3 })).status).toBe(409)
  })
})
