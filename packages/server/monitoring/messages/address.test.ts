import { describe, expect, test } from 'vitest'
import { addressProblem, dialled } from './address.ts'

describe('an address', () => {
  test.each([
    ['email', 'a.b+c@sheriff.county.gov', true],
    ['email', 'a@b', true],
    ['email', 'a b@c.gov', false],
    ['email', 'a@b>', false],
    ['email', 'ä@b.gov', false],
    ['text', '(916) 555-0100', true],
    ['text', '+1 916.555.0100', true],
    ['text', '555-0100', true],
    ['text', '555-010', false],
    ['text', '+123456789012345', true],
    ['text', '+1234567890123456', false],
    ['text', '916 555 0100 x2', false],
  ] as const)('%s %s', (medium, address, fits) => {
    expect(addressProblem(medium, address) === null).toBe(fits)
  })
})

test.each([
  ['(916) 555-0100', '+19165550100'],
  ['1 916 555 0100', '+19165550100'],
  ['+1 916 555 0100', '+19165550100'],
  ['+44 20 7946 0100', '+442079460100'],
])('%s is dialled as %s', (typed, number) => {
  expect(dialled(typed)).toBe(number)
})
