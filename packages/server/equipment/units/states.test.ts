import { describe, expect, test } from 'vitest'
import { unitStates } from '../codes.ts'
import { stepsFrom } from './states.ts'

describe('what can be recorded of a unit', () => {
  test.each([
    ['in-stock', ['fault', 'to-repair', 'lost', 'retired']],
    ['fitted', ['fault', 'lost']],
    ['in-repair', ['fault', 'repaired', 'lost', 'retired']],
    ['lost', ['found', 'retired']],
    ['retired', []],
  ] as const)('%s: %j', (state, steps) => {
    expect(stepsFrom(state)).toEqual(steps)
  })

  test('every state is looked at above', () => {
    expect(unitStates).toHaveLength(5)
  })
})
