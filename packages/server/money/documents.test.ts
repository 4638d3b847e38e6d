import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentTemplates } from '../documents.ts'
import { renderPdf } from '../platform/typst.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { ledgerFees } from './ledger/accounts.ts'
import { openAssessed, ownerRows, someBudget } from './testing/open-case.ts'

let office: TestOffice
let clerk: TestAccount
let sergeant: TestAccount
beforeAll(async () => {
  office = await testOffice()
  clerk = await office.account(['clerk'])
  sergeant = await office.account(['sergeant'])
})
afterAll(() => office.stop())

interface Asked {
  kind: string
  title: string
  language: string
  data: Record<string, unknown>
}

async function asked(documentId: string): Promise<Asked> {
  const [row] = await ownerRows<Asked>(
    office,
    clerk,
    'select kind, title, language, data from platform.document where id = $1',
    [documentId],
  )
  return row!
}

function made({ kind, data }: Asked): Buffer {
  return renderPdf(documentTemplates[kind]!, data)
}

async function paid(enrolmentId: string, amountCents: number, form = 'cash', instrumentNumber = '') {
  const body = { enrolmentId, form, amountCents, instrumentNumber, receivedFrom: '#panic("x") *Ana* $y$' }
  return (await clerk.post('/api/money/record-payment', body)).body
}

describe('the receipt as a paper', () => {
  test.each(['en', 'es'] as const)(
    'says in %s who, what, how much in words, what it pays and what is left',
    async (language) => {
      const { enrolmentId } = await openAssessed(clerk, { language })
      const { documentId, number } = await paid(enrolmentId, 5_050)
      const document = await asked(documentId)
      expect(document).toMatchObject({
        language,
        data: {
          number,
          amountCents: 5_050,
          amountInWords: language === 'en' ? 'fifty dollars and 50/100' : 'cincuenta dólares con 50/100',
          owedBeforeCents: 19_000,
          balanceCents: 13_950,
          heldCents: 0,
          voided: null,
          takenBy: 'Test clerk',
        },
      })
      const pdf = made(document)
      expect(pdf.includes('pdfuaid')).toBe(true)
    },
  )

  test('names each fee that a program can charge, and those at home by the days there', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    const { receiptId } = await paid(enrolmentId, 1_000)
    await ownerRows(office, clerk, 'update programs.enrolment set pack = $1 where id = $2', [
      'sacramento/home-detention',
      enrolmentId,
    ])
    const { body } = await sergeant.post('/api/money/void-payment', { receiptId, reason: 'Counted wrong' })
    const document = await asked(body.documentId)
    const fees = (document.data as { fees: { code: string; cents: number }[] }).fees
    expect(fees.map(({ code }) => code)).toContain('daily-at-home')
    const each = ledgerFees.map((code) => ({ code, cents: 100 }))
    for (const language of ['en', 'es'])
      expect(
        made({ ...document, data: { ...document.data, language, fees: [...fees, ...each] } }).length,
      ).toBeGreaterThan(0)
  })

  test('of a money order beyond what is owed says what is held', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    const document = await asked((await paid(enrolmentId, 20_000, 'money-order', '771')).documentId)
    expect(document.data).toMatchObject({ heldCents: 1_000, instrumentNumber: '771' })
    expect(made(document).includes('pdfuaid')).toBe(true)
  })

  test('of a voided payment says void, with the same number', async () => {
    const { enrolmentId } = await openAssessed(clerk)
    const { receiptId, number } = await paid(enrolmentId, 5_000)
    const { body } = await sergeant.post('/api/money/void-payment', { receiptId, reason: 'Counted wrong' })
    const document = await asked(body.documentId)
    expect(document.title).toBe(`Receipt ${number} (void)`)
    expect(document.data).toMatchObject({ voided: { reason: 'Counted wrong', by: 'Test sergeant' } })
    expect(made(document).includes('pdfuaid')).toBe(true)
  })
})

describe('the notice of a decision on a waiver', () => {
  test.each([
    ['granted', 'en', {}, 0],
    ['granted-in-part', 'es', { waivedCents: 9_000 }, 10_000],
    ['denied', 'en', {}, 19_000],
    ['denied', 'es', {}, 19_000],
  ] as const)('%s, in %s', async (outcome, language, more, balanceCents) => {
    const { enrolmentId } = await openAssessed(clerk, { language })
    const waiver = await clerk.post('/api/money/ask-waiver', { enrolmentId, budget: someBudget })
    const decision = { waiverId: waiver.body.id, outcome, reason: 'By the budget.', ...more }
    const { body } = await sergeant.post('/api/money/decide-waiver', decision)
    const document = await asked(body.documentId)
    expect(document).toMatchObject({
      language,
      data: { outcome, balanceCents, reason: 'By the budget.', decidedBy: 'Test sergeant' },
    })
    expect(document.data.footer).toContain('WAP-FEE.3')
    // WAP-P3.3: the budget goes nowhere.
    expect(JSON.stringify(document.data)).not.toContain('Unemployment')
    expect(made(document).includes('pdfuaid')).toBe(true)
  })
})
