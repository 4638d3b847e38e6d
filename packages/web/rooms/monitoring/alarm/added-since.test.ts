import { expect, it } from 'vitest'
import { addedSince, lastOf } from './added-since.ts'
import type { RecordEntry } from './words.ts'

const entry = (number: number, kind: string): RecordEntry => ({
  number,
  kind,
  at: '2026-03-02T18:42:00Z',
  by: null,
  code: 'strap',
  note: '',
  about: {},
  messageState: null,
  command: null,
})

it('only what came after the last entry that was seen, and makes the alarm graver or alive again', () => {
  const record = ['opened', 'folded', 'folded', 'note', 'raised', 'supported', 'ended'].map((kind, place) =>
    entry(place + 1, kind),
  )
  expect(addedSince(record, 1).map(({ number }) => number)).toEqual([2, 3, 5, 6])
  expect(addedSince(record, 2).map(({ number }) => number)).toEqual([3, 5, 6])
  expect(addedSince(record, 3).map(({ number }) => number)).toEqual([5, 6])
  expect(addedSince(record, lastOf(record))).toEqual([])
  expect(lastOf([])).toBe(0)
})
