import { intakeChecklist, pack } from '@inlieu/law'
import { describe, expect, test } from 'vitest'
import { bookingGaps } from './booking-gaps.ts'
import { type ChecklistRecord, checklistOf, feesStand, missingForBooking, type Tick } from './checklist.ts'

const wap = pack('contra-costa/work-alternative')
const situation = { alphaHistory: false, printsOnFile: true, thumbPrintsTaken: false }
const nothing: ChecklistRecord = {
  prints: new Set(),
  hasPhoto: false,
  hasContract: false,
  fees: 'not-assessed',
  ticks: [],
}
const tick = (item: string, part = ''): Tick => ({ id: 'x', item, part, on: '2026-03-02', by: 'A', note: '' })
const standing = (record: Partial<ChecklistRecord>, more: object = {}) =>
  Object.fromEntries(
    checklistOf(intakeChecklist(wap, { ...situation, ...more }), { ...nothing, ...record }).map((item) => [
      item.name,
      item.state,
    ]),
  )

describe('the intake checklist as it stands', () => {
  test('WAP-P2 what depends on something nobody looked up is asked, never left out', () => {
    expect(standing({}, { alphaHistory: null })).toMatchObject({
      'duplicate-given': 'ask',
      'coin-on-application': 'ask',
    })
    expect(standing({})).toMatchObject({ 'duplicate-given': 'open', 'coin-on-application': 'not-needed' })
  })

  test('WAP-P2.1 thumb prints taken before are not needed', () => {
    expect(standing({}, { thumbPrintsTaken: true })['thumb-prints']).toBe('not-needed')
  })

  test('prints, photo, contract and roster follow from the record', () => {
    const done = standing({
      prints: new Set(['history-none', 'thumb-prints', 'print-set']),
      hasPhoto: true,
      hasContract: true,
    })
    for (const item of [
      'alpha-history-checked',
      'thumb-prints',
      'print-set',
      'booking-photo',
      'contract',
      'roster-entry',
    ])
      expect(done[item], item).toBe('done')
  })

  test('sent for fingerprints: by the record, or ticked where there was another way', () => {
    const without = { printsOnFile: false }
    expect(standing({}, without)['sent-for-fingerprints']).toBe('open')
    expect(standing({ prints: new Set(['duplicate-given']) }, without)['sent-for-fingerprints']).toBe('done')
    expect(standing({ ticks: [tick('sent-for-fingerprints')] }, without)['sent-for-fingerprints']).toBe(
      'done',
    )
  })

  test('contract, roster and map follow when the days are chosen; they do not hold the booking up', () => {
    const items = checklistOf(intakeChecklist(wap, situation), nothing)
    const missing = missingForBooking(items)
    expect(missing).not.toContain('contract')
    expect(missing).not.toContain('roster-entry')
    expect(missing).not.toContain('map')
    expect(missing).toContain('orientation')
  })
})

describe('WAP-P3.2 and P3.3 how the fees stand', () => {
  const balance = { assessedCents: 19_000, balanceCents: 19_000, payBy: false, waiverOpen: false }

  test.each([
    ['below', -1, 'settled'],
    ['at', 0, 'settled'],
    ['above', 1, 'owed'],
  ])('%s zero', (_, balanceCents, stand) => {
    expect(feesStand({ ...balance, balanceCents })).toBe(stand)
  })

  test('an agreed date or a waiver asked for is enough: who cannot pay is not held up', () => {
    expect(feesStand({ ...balance, payBy: true })).toBe('date-agreed')
    expect(feesStand({ ...balance, waiverOpen: true })).toBe('waiver-asked')
    for (const fees of ['date-agreed', 'waiver-asked', 'settled', 'nothing-charged'] as const)
      expect(standing({ fees })['fees-and-receipt'], fees).toBe('done')
    for (const fees of ['owed', 'not-assessed'] as const)
      expect(standing({ fees })['fees-and-receipt'], fees).toBe('open')
  })

  test('nothing assessed, and nothing charged, are told apart', () => {
    expect(feesStand(null)).toBe('not-assessed')
    expect(feesStand({ ...balance, assessedCents: 0, balanceCents: 0 })).toBe('nothing-charged')
  })
})

describe('WAP-BOOK.4 what the booking record lacks', () => {
  const all = {
    hasName: true,
    hasAddress: true,
    hasConfinementDate: true,
    hasConfinementDuration: true,
    hasCourtOrderCopy: true,
    hasCharges: true,
    hasSex: true,
    hasBirthDate: true,
    hasBirthPlace: true,
    hasRace: true,
    hasEmployment: true,
    hasHealthAndLimits: true,
    hasEmergencyContact: true,
    hasDriversLicense: true,
    hasSocialSecurityNumber: true,
    isSigned: true,
  }

  test('every field of the law has its place, and nothing is missing when all is there', () => {
    expect(bookingGaps(wap.bookingFields, all)).toEqual([])
  })

  test.each(Object.keys(all))('without %s something is missing', (name) => {
    expect(bookingGaps(wap.bookingFields, { ...all, [name]: false }).length).toBeGreaterThan(0)
  })

  test('a field that nobody has placed is a defect, not a gap', () => {
    const strange = { name: 'shoeSize', clause: 'WAP-BOOK.4', textCode: 'x', sealed: false }
    expect(() => bookingGaps([strange], all)).toThrow('no place for shoeSize')
  })
})
