import type { SentenceInput } from '@inlieu/law'
import { expect, test } from 'vitest'
import { type ChosenReading, defaultReading, keptReading } from './reading.ts'

const input: SentenceInput = {
  commitments: [
    {
      id: 'a',
      docket: 'M-1',
      sentencedOn: '2026-03-02',
      length: { days: 20 },
      creditDays: 0,
      relation: 'unstated',
      arrival: { kind: 'booking' },
    },
  ],
  daysServed: 0,
  asOf: '2026-03-02',
}
const chosen: ChosenReading = { choice: 'calendar', by: 'officer', reason: 'The order says so.' }

test('WAP-SENT.6 before the first worksheet, and until an officer chooses: days of work owed', () => {
  expect(keptReading(null, input)).toEqual(defaultReading)
  expect(keptReading({ input, reading: defaultReading }, input)).toEqual(defaultReading)
})

test('WAP-SENT.6 what an officer chose stays while the commitments are the same, whatever is served', () => {
  const later = { ...input, daysServed: 7, asOf: '2026-04-02' }
  expect(keptReading({ input, reading: chosen }, later)).toEqual(chosen)
})

test('WAP-SENT.6 a changed or a further commitment asks the officer again', () => {
  const [only] = input.commitments
  const changed = { ...input, commitments: [{ ...only!, creditDays: 1 }] }
  const further = { ...input, commitments: [only!, { ...only!, id: 'b' }] }
  expect(keptReading({ input, reading: chosen }, changed)).toEqual(defaultReading)
  expect(keptReading({ input, reading: chosen }, further)).toEqual(defaultReading)
})
