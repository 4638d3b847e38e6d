import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { verb, type Work } from './act.ts'
import { askDocument } from './documents.ts'
import { keepPaper } from './papers.ts'

let office: TestOffice
let clerk: TestAccount
let treasurer: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  treasurer = await office.account(['treasurer'])
})
afterAll(() => office.stop())

const bytes = Buffer.from('%PDF-1.7 a paper of this office %%EOF'.padEnd(60))
const make = verb('platform.make', async (work: Work<'platform'>, kind: string) => {
  const { id } = await keepPaper(work, { kind, title: kind, bytes })
  const order = {
    kind,
    title: kind,
    personId: null,
    about: {},
    data: {},
    language: 'en' as const,
    footer: '',
  }
  return { paperId: id, ...(await askDocument(work, order)) }
})
const answers = async (account: TestAccount, kind: string) => {
  const { paperId, documentId } = await clerk.act(make, kind)
  const paper = await account.get(`/api/platform/papers/${paperId}`)
  return [paper.status, (await account.get(`/api/platform/documents/${documentId}`)).status]
}

test('a treasurer opens receipts and no other paper, which is not there to them', async () => {
  expect(await answers(treasurer, 'money/receipt')).toEqual([200, 200])
  for (const kind of ['money/waiver-decision', 'commitment', 'booking-photo', 'intake/denial-notice'])
    expect(await answers(treasurer, kind)).toEqual([404, 404])
})

test('a clerk opens all; an auditor and an administrator none; a treasurer of another office no receipt of this one', async () => {
  expect(await answers(clerk, 'money/receipt')).toEqual([200, 200])
  expect(await answers(clerk, 'commitment')).toEqual([200, 200])
  for (const role of ['auditor', 'administrator'] as const)
    expect(await answers(await office.account([role]), 'money/receipt')).toEqual([403, 403])
  const stranger = await office.account(['treasurer'], await office.agency())
  expect(await answers(stranger, 'money/receipt')).toEqual([404, 404])
})
