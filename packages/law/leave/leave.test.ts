import { describe, expect, test } from 'vitest'
import { mayLeave, pack, resolveParameters } from '../index.ts'
import type { LeaveRequest, ParameterOverride } from '../types.ts'

const dui = pack('arizona/dui-home-detention')
const ON = '2026-03-02'
const set = (name: string, value: number | readonly string[]): ParameterOverride => ({
  name,
  value,
  from: '2026-01-01',
  authority: 'Sheriff',
  resolution: 'Order 7',
})
const standard = [set('leavePurposes', ['funeral', 'church-attendance']), set('leaveNoticeDays', 2)]

const asked: LeaveRequest = {
  kind: 'special',
  purpose: 'funeral',
  askedOn: ON,
  from: '2026-03-04T09:00',
  to: '2026-03-04T12:00',
  orderedAtHome: [],
}
const leave = (more: Partial<LeaveRequest> = {}, overrides: readonly ParameterOverride[] = standard) =>
  mayLeave(dui, resolveParameters(dui, overrides, ON), { ...asked, ...more })

describe('ARS-F by the standard of the jail', () => {
  test('a purpose that it knows: the sheriff decides', () => {
    expect(leave()).toMatchObject({
      outcome: 'sheriff-decides',
      reasons: [{ code: 'leave.purpose', clause: 'ARS-F' }, { code: 'leave.sheriff-decides' }],
    })
  })

  test('one that it does not know, or none', () => {
    for (const purpose of ['court', null])
      expect(leave({ purpose })).toMatchObject({
        outcome: 'not-allowed',
        reasons: [{ code: 'leave.purpose-not-in-standard', clause: 'ARS-F' }],
      })
  })

  test('not loaded: asked, never guessed', () => {
    expect(leave({}, [])).toMatchObject({ outcome: 'ask', reasons: [{ own: true, clause: 'ARS-F' }] })
  })

  test.each([
    ['2026-03-03T23:59', 'not-allowed'],
    ['2026-03-04T00:00', 'sheriff-decides'],
    ['2026-03-05T00:00', 'sheriff-decides'],
  ])('asked on March 2, two days ahead, for %s: %s', (from, outcome) => {
    expect(leave({ from, to: '2026-03-06T00:00' }).outcome).toBe(outcome)
  })
})

describe('ARS-N.1 not within the hours that the court ordered at home', () => {
  const orderedAtHome = [{ from: '2026-03-04T12:00', to: '2026-03-05T12:00' }]
  test.each([
    ['2026-03-04T09:00', '2026-03-04T11:59', true],
    ['2026-03-04T09:00', '2026-03-04T12:00', true],
    ['2026-03-04T09:00', '2026-03-04T12:01', false],
    ['2026-03-05T11:59', '2026-03-05T13:00', false],
    ['2026-03-05T12:00', '2026-03-05T13:00', true],
  ])('%s to %s: %s', (from, to, allowed) => {
    for (const kind of ['special', 'work', 'weekend-restitution'] as const) {
      const found = leave({ kind, from, to, orderedAtHome })
      expect(found.outcome).toBe(allowed ? 'sheriff-decides' : 'not-allowed')
      if (!allowed) expect(found.reasons).toMatchObject([{ clause: 'ARS-N.1', own: true }])
    }
  })
})

test('ARS-E weekend restitution is the sheriff’s to require', () => {
  expect(leave({ kind: 'weekend-restitution' }).reasons).toMatchObject([{ clause: 'ARS-E' }])
})

test.each([
  [{ from: '2026-02-30T09:00' }, 'must be a time that exists'],
  [{ from: '2026-03-04T24:00' }, 'must be a time that exists'],
  [{ to: '2026-03-04T09:00' }, 'must be after it begins'],
])('%j is refused', (more, message) => {
  expect(() => leave(more)).toThrow(message)
})
