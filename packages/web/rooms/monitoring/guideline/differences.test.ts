import { describe, expect, test } from 'vitest'
import { numberDifferences, protocolDifferences } from './differences.ts'
import type { NumberRow, Protocol } from './use-guidelines.ts'

const step = (code: string, minutes = 5) => ({ code, text: `Do ${code}`, channel: 'note' as const, minutes })
const protocol: Protocol = {
  severity: 'high',
  minutes: { acknowledge: 5, notify: 12, resolve: 120 },
  steps: [step('call'), step('write')],
  escalate: ['on-call', 'supervisor'],
}

describe('what a version of a protocol changes', () => {
  test('nothing against itself', () => {
    expect(protocolDifferences(protocol, protocol)).toEqual([])
  })

  test('times, severity, steps that are new, changed or gone, and who is asked', () => {
    const after: Protocol = {
      severity: 'critical',
      minutes: { acknowledge: 2, notify: 12, resolve: 60 },
      steps: [step('call', 3), step('dispatch')],
      escalate: ['supervisor'],
    }
    expect(protocolDifferences(protocol, after)).toEqual([
      { what: 'severity', before: 'high', after: 'critical' },
      { what: 'acknowledge', before: 5, after: 2 },
      { what: 'resolve', before: 120, after: 60 },
      { what: 'step', before: step('call'), after: step('call', 3) },
      { what: 'step', before: null, after: step('dispatch') },
      { what: 'step', before: step('write'), after: null },
      { what: 'escalate', before: 'on-call supervisor', after: 'supervisor' },
    ])
  })

  test('a step that was written in Spanish, and one whose Spanish is otherwise', () => {
    const [call, write] = protocol.steps as [(typeof protocol.steps)[0], (typeof protocol.steps)[0]]
    const spanish = { ...call, textEs: 'Llame' }
    const after = { ...protocol, steps: [spanish, write] }
    expect(protocolDifferences(protocol, after)).toEqual([{ what: 'step', before: call, after: spanish }])
    expect(protocolDifferences(after, after)).toEqual([])
    expect(protocolDifferences(protocol, { ...protocol, steps: [{ ...call, textEs: '' }, write] })).toEqual(
      [],
    )
  })

  test('the same steps in another order', () => {
    const turned = { ...protocol, steps: [...protocol.steps].reverse() }
    expect(protocolDifferences(protocol, turned)).toEqual([{ what: 'order' }])
  })

  test('everything, where nothing stood before', () => {
    expect(protocolDifferences(null, protocol).map(({ what }) => what)).toEqual([
      'severity',
      'acknowledge',
      'notify',
      'resolve',
      'step',
      'step',
      'escalate',
    ])
  })
})

test('numbers differ where one version names another value, or lets go of one', () => {
  const row = (name: string, value: number) =>
    ({ name, default: value, unit: 's', source: 'own', least: 0, most: 9, whole: true }) satisfies NumberRow
  const rows = [row('a', 1), row('b', 2), row('c', 3)]
  const found = numberDifferences(rows, { a: 5, b: 2 }, { c: 3, b: 4 })
  expect(found.map(({ row: { name }, before, after }) => [name, before, after])).toEqual([
    ['a', 5, 1],
    ['b', 2, 4],
  ])
})
