import { computeSentence } from '@inlieu/law'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { programOf } from './program.ts'
import { type CommitmentRow, type SentenceSituation, sentenceInput } from './sentence-input.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

const paper: CommitmentRow = {
  id: 'a',
  docket: 'M-1',
  receivedOn: day('2026-03-02'),
  sentencedOn: day('2026-03-02'),
  isModification: false,
  modifies: null,
  years: null,
  months: null,
  days: 20,
  creditDays: null,
  goodTimeDays: null,
  startsOn: day('2026-03-02'),
  relation: 'concurrent',
  consecutiveTo: [],
  receivedWhileActive: false,
}

const situation: SentenceSituation = {
  commitments: [paper],
  bookedOn: null,
  credited: [],
  goodTime: null,
  asOf: day('2026-06-01'),
}

/** Days of work credited, one on each of these days. */
const worked = (...days: string[]) => days.map((text) => ({ day: day(text), credited: 1 }))

const first = (given: Partial<SentenceSituation>) => sentenceInput({ ...situation, ...given }).commitments[0]!
const arrival = (row: Partial<CommitmentRow>, given: Partial<SentenceSituation> = {}) =>
  first({ ...given, commitments: [{ ...paper, ...row }] }).arrival

describe('what a stored commitment becomes for the law', () => {
  test('WAP-SENT.3 what the paper is silent on stays silent, credit is none', () => {
    const silent = { ...paper, days: null, startsOn: null, relation: 'unstated', docket: '' }
    expect(first({ commitments: [silent] })).toEqual({
      id: 'a',
      docket: '',
      sentencedOn: '2026-03-02',
      startsOn: null,
      length: null,
      creditDays: 0,
      relation: 'unstated',
      arrival: { kind: 'booking' },
    })
  })

  test('a stated length of zero is not silence', () => {
    expect(first({ commitments: [{ ...paper, days: 0 }] }).length).toEqual({ days: 0 })
    expect(first({ commitments: [{ ...paper, months: 2, days: null }] }).length).toEqual({ months: 2 })
  })

  test('a day of sentencing nobody typed in is read as the day of receipt', () => {
    expect(first({ commitments: [{ ...paper, sentencedOn: null }] }).sentencedOn).toBe('2026-03-02')
  })

  test('WAP-SENT.4 consecutive carries what it follows; any other carries nothing', () => {
    const follows = { ...paper, relation: 'consecutive', consecutiveTo: ['b'] }
    expect(first({ commitments: [follows] }).consecutiveTo).toEqual(['b'])
    expect(first({}).consecutiveTo).toBeUndefined()
  })
})

describe('WAP-SENT.6 how a commitment came', () => {
  const active = { receivedWhileActive: true, receivedOn: day('2026-04-10') }

  test('before the booking, or before any booking: with it', () => {
    expect(arrival(active)).toEqual({ kind: 'booking' })
    expect(arrival(active, { bookedOn: day('2026-04-11') })).toEqual({ kind: 'booking' })
  })

  test('on the day of the booking and after it, while active: received while active', () => {
    const on = { kind: 'received-while-active', on: '2026-04-10', daysServed: 0 }
    expect(arrival(active, { bookedOn: day('2026-04-10') })).toEqual(on)
    expect(arrival(active, { bookedOn: day('2026-04-09') })).toEqual(on)
  })

  test('not active on that day: with the booking', () => {
    const given = { bookedOn: day('2026-04-01') }
    expect(arrival({ ...active, receivedWhileActive: false }, given)).toEqual({ kind: 'booking' })
  })

  test('days served are those before the day of receipt; that day is the first of the new sentence', () => {
    const credited = worked('2026-04-08', '2026-04-09', '2026-04-10', '2026-04-11')
    expect(arrival(active, { bookedOn: day('2026-04-01'), credited })).toMatchObject({ daysServed: 2 })
    expect(sentenceInput({ ...situation, credited }).daysServed).toBe(4)
  })

  test('20 days, 10 served, then 10 concurrent: 20, and 30 by the calendar', () => {
    const days = Array.from({ length: 10 }, (_, index) => `2026-03-${String(index + 2).padStart(2, '0')}`)
    const input = sentenceInput({
      ...situation,
      bookedOn: day('2026-03-02'),
      credited: worked(...days),
      commitments: [
        paper,
        { ...paper, ...active, id: 'b', days: 10, startsOn: null, sentencedOn: day('2026-04-10') },
      ],
    })
    const sheet = computeSentence(programOf({ pack: 'contra-costa/work-alternative' }), input)
    if (sheet.kind !== 'worksheet') throw new Error(JSON.stringify(sheet))
    expect(sheet.readings).toEqual({ 'days-owed': 20, calendar: 30 })
    expect(sheet).toMatchObject({ adjustedDays: 20, daysServed: 10, daysLeft: 10, askOfficer: true })
  })
})

describe('WAP-P1.3 a modification', () => {
  test('stands in the place of what it modifies, from the day it was received', () => {
    expect(arrival({ isModification: true, modifies: 'x' })).toEqual({
      kind: 'modification',
      of: 'x',
      on: '2026-03-02',
    })
  })

  test('is one however it came, and never a sentence of its own beside the other', () => {
    const given = { bookedOn: day('2026-01-01') }
    expect(arrival({ isModification: true, modifies: null, receivedWhileActive: true }, given)).toMatchObject(
      {
        kind: 'modification',
      },
    )
  })

  test('while nobody has looked whether it modifies one, it is counted as it stands', () => {
    expect(arrival({ isModification: null })).toEqual({ kind: 'booking' })
  })
})

test('WAP-GT.1 no field of a commitment can carry good time or work time', () => {
  const names = new Set(Object.keys(first({})))
  expect([...names].filter((name) => /good|time|work/i.test(name))).toEqual([])
})

describe('SCC-2.D good time, where the program knows it', () => {
  const granted = { ...paper, days: 60, goodTimeDays: 10 }
  const known = { commitments: [granted], goodTime: { lost: [], steps: [] } }
  const loss = {
    commitmentId: 'a',
    days: 4,
    returnedOn: day('2026-04-06'),
    ending: 'rule-violation',
    onDay: day('2026-04-06'),
  }
  const sheet = (given: Partial<SentenceSituation>) => {
    const home = programOf({ pack: 'sacramento/home-detention' })
    const computed = computeSentence(home, sentenceInput({ ...situation, ...given }))
    if (computed.kind !== 'worksheet') throw new Error(JSON.stringify(computed))
    return computed
  }

  test('what was granted is counted: 60 days with ten of good time end on April 20', () => {
    expect(first(known).goodTimeDays).toBe(10)
    expect(sheet(known)).toMatchObject({ adjustedDays: 50, releaseDate: '2026-04-20' })
  })

  test('none granted, or in a program that knows none: the input stays what it was', () => {
    expect(Object.keys(first({ ...known, commitments: [paper] }))).not.toContain('goodTimeDays')
    expect(Object.keys(first({ commitments: [granted] }))).not.toContain('goodTimeDays')
    expect(Object.keys(sentenceInput({ ...situation, ...known }))).not.toContain('events')
  })

  test('none stated on a modification leaves it as it was; zero takes it away', () => {
    const order = { ...paper, id: 'm', days: null, startsOn: null, isModification: true, modifies: 'a' }
    expect(sheet({ ...known, commitments: [granted, order] }).adjustedDays).toBe(50)
    expect(sheet({ ...known, commitments: [granted, { ...order, goodTimeDays: 0 }] }).adjustedDays).toBe(60)
  })

  test('four days lost with the return: 54, to April 24', () => {
    const lost = sheet({ ...known, goodTime: { lost: [loss], steps: [] } })
    expect(lost).toMatchObject({ adjustedDays: 54, releaseDate: '2026-04-24' })
  })
})
