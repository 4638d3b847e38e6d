import { describe, expect, test } from 'vitest'
import { documentTemplates } from '../documents.ts'
import { renderPdf } from '../platform/typst.ts'

const data = {
  kind: 'request',
  title: 'Request to the court, docket 01-1',
  language: 'en',
  footer: 'Policy 2-1',
  office: { name: 'Bureau', county: 'Contra Costa', address: '', phone: '' },
  day: '2026-03-02',
  court: 'Municipal Court',
  docket: '01-1',
  defendant: 'José Núñez',
  birthDate: '1990-05-06',
  sentencedOn: '2026-02-20',
  receivedOn: '2026-02-27',
  items: ['Court seal or filing stamp'],
  note: 'Please #panic("now") *hurry*.',
  signedBy: 'Dana Ruiz',
}
const template = documentTemplates['court/court-letter']!

describe('the letter to the court', () => {
  test.each([
    ['a request', {}],
    ['a paper that goes back', { kind: 'return' }],
    [
      'next to nothing known',
      { kind: 'return', court: '', docket: '', birthDate: '', sentencedOn: '', items: [], note: '' },
    ],
    ['one item, no note', { note: '' }],
  ])('is made as tagged PDF/UA: %s', (_what, change) => {
    const pdf = renderPdf(template, { ...data, ...change })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1')).toContain('/StructTreeRoot')
  })

  test('without a title it is not made', () => {
    expect(() => renderPdf(template, { ...data, title: '' })).toThrow(
      'court/court-letter.typ could not be made',
    )
  })
})
