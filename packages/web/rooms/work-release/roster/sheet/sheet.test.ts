import { describe, expect, it } from 'vitest'
import type { RosterDay } from '../../parts/words.ts'
import {
  choicesOf,
  daysInConflict,
  fieldName,
  marksToSend,
  refusalOfSheet,
  sheetProblems,
  sheetRecord,
} from './sheet.ts'

const day = (contractDayId: string, more: Partial<RosterDay> = {}): RosterDay => ({
  contractDayId,
  day: '2026-03-02',
  version: 0,
  mark: null,
  minutes: null,
  creditedDays: 0,
  standing: 'open',
  askOfficer: false,
  note: '',
  ...more,
})

const days = [day('a'), day('b', { mark: 'worked', minutes: 480, version: 2, note: 'late' }), day('c')]
const record = sheetRecord(days)
const typed = (more: Record<string, unknown>) => ({ ...record, ...more })

describe('what is sent of a sheet', () => {
  it('WAP-P6.3 is only what was ticked now: empty days stay open, marked days stay as they are', () => {
    const values = typed({ [fieldName('mark', 'c')]: 'absent' })
    expect(marksToSend(days, values, record)).toEqual([
      {
        contractDayId: 'c',
        version: 0,
        mark: 'absent',
        minutes: null,
        excuse: null,
        verification: '',
        note: '',
      },
    ])
    expect(marksToSend(days, record, record)).toEqual([])
  })

  it('names the mark that the page showed, and keeps the note of a day that is marked anew', () => {
    const values = typed({ [fieldName('mark', 'b')]: 'sent-home', [fieldName('minutes', 'b')]: 120 })
    expect(marksToSend(days, values, record)).toMatchObject([
      { contractDayId: 'b', version: 2, mark: 'sent-home', minutes: 120, note: 'late' },
    ])
  })

  it('leaves out what was typed for another mark', () => {
    const values = typed({
      [fieldName('mark', 'a')]: 'stood-down',
      [fieldName('minutes', 'a')]: 480,
      [fieldName('excuse', 'a')]: 'sick',
      [fieldName('verification', 'a')]: 'a note',
    })
    expect(marksToSend(days, values, record)).toMatchObject([
      { mark: 'stood-down', minutes: null, excuse: null, verification: '' },
    ])
  })
})

describe('what a tick lacks stands at its field', () => {
  const problemsOf = (more: Record<string, unknown>) =>
    sheetProblems(marksToSend(days, typed(more), record), (part) => part).map(({ path }) => path)

  it('hours of a worked day', () => {
    expect(problemsOf({ [fieldName('mark', 'a')]: 'worked' })).toEqual(['minutes-a'])
    expect(problemsOf({ [fieldName('mark', 'a')]: 'worked', [fieldName('minutes', 'a')]: 0 })).toEqual([
      'minutes-a',
    ])
    expect(problemsOf({ [fieldName('mark', 'a')]: 'worked', [fieldName('minutes', 'a')]: 15 })).toEqual([])
  })

  it('hours of somebody sent home, which may be none', () => {
    expect(problemsOf({ [fieldName('mark', 'a')]: 'sent-home' })).toEqual(['minutes-a'])
    expect(problemsOf({ [fieldName('mark', 'a')]: 'sent-home', [fieldName('minutes', 'a')]: 0 })).toEqual([])
  })

  it('WAP-P5.2 why an absence was valid, and how that was verified', () => {
    expect(problemsOf({ [fieldName('mark', 'a')]: 'absent-excused' })).toEqual(['excuse-a', 'verification-a'])
    expect(problemsOf({ [fieldName('mark', 'a')]: 'absent-unexcused' })).toEqual([])
  })
})

describe('a refusal', () => {
  const sent = marksToSend(
    days,
    typed({ [fieldName('mark', 'a')]: 'absent', [fieldName('mark', 'c')]: 'absent' }),
    record,
  )
  const refused = { status: 422, code: 'cannot-be', message: 'No.', fields: [] }

  it('stands at the day, whatever its place in what was sent', () => {
    const fields = [
      { path: 'marks.1.minutes', message: 'm' },
      { path: 'marks.0.contractDayId', message: 'd' },
      { path: 'marks.9.mark', message: 'none' },
      { path: 'onDay', message: 'o' },
    ]
    expect(refusalOfSheet({ ...refused, fields }, sent).fields.map(({ path }) => path)).toEqual([
      'minutes-c',
      'mark-a',
      'marks.9.mark',
      'onDay',
    ])
  })

  it('by a conflict tells what stands there now, with its version', () => {
    const stands = {
      contractDayId: 'c',
      version: 1,
      mark: 'worked',
      minutes: 480,
      excuse: null,
      verification: '',
      note: '',
    }
    const conflict = {
      changedBy: 'Deputy Ortega',
      changedAt: '2026-03-02T18:42:00Z',
      current: { 'marks.1': stands },
    }
    expect(refusalOfSheet({ ...refused, code: 'conflict', conflict }, sent).conflict).toEqual({
      ...conflict,
      current: {
        'mark-c': 'worked',
        'version-c': 1,
        'minutes-c': 480,
        'excuse-c': null,
        'verification-c': '',
      },
    })
  })

  it('by a conflict is chosen by the day, whole', () => {
    const current = { 'mark-c': 'worked', 'minutes-c': 480 }
    expect(daysInConflict(days, current).map(({ contractDayId }) => contractDayId)).toEqual(['c'])
    expect(choicesOf([{ dayId: 'c', side: 'mine' }])).toEqual({
      'mark-c': 'mine',
      'minutes-c': 'mine',
      'excuse-c': 'mine',
      'verification-c': 'mine',
    })
  })
})
