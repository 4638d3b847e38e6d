import { expect, test } from 'vitest'
import { readTrack } from './index.ts'

const DAY = 86_400
const START = 1795435200
const read = (...seconds: number[]) =>
  readTrack(
    new TextEncoder().encode(`time,lat,lon\n${seconds.map((s) => `${s},1,1`).join('\n')}\n`),
    'day.csv',
  )

test('a record of 9999 among those of a day is told of, and the day is read', () => {
  const { records, complaints } = read(START, START + 60, 253_370_764_800_000)
  expect(records).toHaveLength(2)
  expect(complaints).toEqual([
    {
      line: 4,
      what: 'it came 9999-01-01T00:00:00Z, more than a year apart from the rest of the track',
      kept: false,
    },
  ])
})

test('a year apart is one track, a day more is not', () => {
  expect(read(START, START + 365 * DAY).records).toHaveLength(2)
  expect(read(START, START + 366 * DAY).records).toHaveLength(2)
  expect(read(START, START + 367 * DAY).records.map(({ line }) => line)).toEqual([3])
})
