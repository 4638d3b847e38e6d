import { describe, expect, it } from 'vitest'
import { isFilledByTyping, stateOf, statesOf } from './items.ts'

describe('the checklist fills itself', () => {
  it('an item that is typed is on the paper, an empty one nobody has looked at', () => {
    expect(stateOf('docket-number', { docket: '01-1' })).toBe('present')
    expect(stateOf('docket-number', { docket: '   ' })).toBe('unknown')
    expect(stateOf('sentence', { years: '', months: '', days: '0' })).toBe('present')
    expect(stateOf('charges', { charges: [{ statute: '', description: '', level: '' }] })).toBe('unknown')
    expect(stateOf('charges', { charges: [{ statute: 'PC 484', description: '', level: '' }] })).toBe(
      'present',
    )
    expect(stateOf('court-or-county-name', { courtName: '', county: 'Alameda' })).toBe('present')
  })

  it('typing wins over a mark; a typed item cannot be marked as there', () => {
    expect(stateOf('docket-number', { docket: '01-1', 'mark-docket-number': 'absent' })).toBe('present')
    expect(stateOf('docket-number', { docket: '', 'mark-docket-number': 'absent' })).toBe('absent')
    expect(stateOf('docket-number', { docket: '', 'mark-docket-number': 'present' })).toBe('unknown')
  })

  it('silence on the relation is answered by a mark or by saying so', () => {
    expect(stateOf('relation', { relation: 'consecutive' })).toBe('present')
    expect(stateOf('relation', { relation: 'unstated', 'mark-relation': '' })).toBe('absent')
    expect(stateOf('relation', { relation: '' })).toBe('unknown')
  })

  it('what can only be seen is what the clerk marked', () => {
    expect(stateOf('court-mark', {})).toBe('unknown')
    expect(stateOf('court-mark', { 'mark-court-mark': 'present' })).toBe('present')
    expect(stateOf('judge-signature', { judgeName: 'Hon. A', 'mark-judge-signature': '' })).toBe('unknown')
  })

  it('whose paper it is, and its conditions, follow from what was typed unless the clerk says otherwise', () => {
    expect(stateOf('defendant-name', { whose: '' })).toBe('unknown')
    expect(stateOf('defendant-name', { whose: 'id of a person' })).toBe('present')
    expect(stateOf('defendant-name', { whose: 'new', familyName: '', givenNames: '' })).toBe('unknown')
    expect(stateOf('defendant-name', { whose: 'new', familyName: 'Núñez' })).toBe('present')
    expect(stateOf('defendant-name', { whose: 'x', 'mark-defendant-name': 'absent' })).toBe('absent')
    expect(stateOf('conditions', { creditDays: '3' })).toBe('present')
    expect(stateOf('conditions', { relation: 'unstated', conditions: '', creditDays: '' })).toBe('unknown')
    expect(isFilledByTyping('conditions', { conditions: 'x' })).toBe(false)
  })

  it('values that were read say the same as what was typed', () => {
    expect(stateOf('sentence', { years: null, months: null, days: 0 })).toBe('present')
    expect(stateOf('sentence', { years: null, months: null, days: null })).toBe('unknown')
    expect(stateOf('charges', { charges: [{ statute: 'PC 484', description: '', level: null }] })).toBe(
      'present',
    )
    expect(stateOf('relation', { relation: null })).toBe('unknown')
    expect(stateOf('start-date', { startsOn: null, 'mark-start-date': null })).toBe('unknown')
  })

  it('what nobody has looked at is left out', () => {
    expect(
      statesOf(['docket-number', 'court-mark', 'address'], { docket: '1', 'mark-address': 'absent' }),
    ).toEqual({
      'docket-number': 'present',
      address: 'absent',
    })
  })
})
