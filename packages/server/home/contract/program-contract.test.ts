import { expect, test } from 'vitest'
import { renderPdf } from '../../platform/typst.ts'
import { termsOf } from './terms.ts'

const terms = termsOf({
  kinds: ['work', 'medical'],
  conditions: [{ id: 'c1', content: '#panic("x") *No* contact with J. Doe', orderReference: 'M-77' }],
})

test.each(['en', 'es'] as const)('EMP-4.3 the program contract is a paper in %s', (language) => {
  const bytes = renderPdf('home/program-contract.typ', {
    office: { name: 'Work Release Division', county: 'Sacramento', address: '700 H St', phone: '916' },
    language,
    title: 'Program contract HD-2026-00001, version 1',
    footer: 'HD-2026-00001',
    name: 'María Nguyễn',
    birthDate: null,
    number: 'HD-2026-00001',
    program: 'Home Detention',
    home: '700 H St, Sacramento',
    terms: terms.map((term) => ({ text: term[language], clause: term.clause })),
  })
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.length).toBeGreaterThan(10_000)
})
