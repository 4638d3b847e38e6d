import { describe, expect, test } from 'vitest'
import { Problem } from '../platform/problem.ts'
import { dollars, heldOf, type Tendered } from './payment-rules.ts'

const forms = ['cash', 'money-order', 'cashiers-check'] as const
const cash = (amountCents: number): Tendered => ({ form: 'cash', instrumentNumber: '', amountCents })
const order = (amountCents: number): Tendered => ({
  form: 'money-order',
  instrumentNumber: '771',
  amountCents,
})

function refused(run: () => unknown): Problem {
  try {
    run()
  } catch (error) {
    return error as Problem
  }
  throw new Error('It was not refused.')
}

describe('WAP-P3.1 payment in cash, money order or cashier’s check', () => {
  test.each([
    ['below', 18_999],
    ['at', 19_000],
  ])('cash %s what is owed is taken', (_where, cents) => {
    expect(heldOf(cash(cents), forms, 19_000)).toBe(0)
  })
  test('cash above what is owed is not taken, and the message says how much is', () => {
    const problem = refused(() => heldOf(cash(19_001), forms, 19_000))
    expect(problem.fields).toEqual([
      { path: 'amountCents', message: '$190.00 is owed. Take no more than that and give the rest back.' },
    ])
  })
  test.each([
    ['below', 18_999, 0],
    ['at', 19_000, 0],
    ['above', 19_001, 1],
  ])('a money order %s what is owed is taken; the rest is held (own)', (_where, cents, held) => {
    expect(heldOf(order(cents), forms, 19_000)).toBe(held)
  })
  test('nothing is taken where nothing is owed, in any form', () => {
    expect(refused(() => heldOf(cash(1), forms, 0)).fields[0]?.path).toBe('amountCents')
    expect(refused(() => heldOf(order(1), forms, 0)).fields[0]?.path).toBe('amountCents')
  })
  test('a check or order has its number, cash has none; all that is wrong is told at once', () => {
    const without = refused(() => heldOf({ ...order(1), instrumentNumber: '' }, forms, 0))
    expect(without.fields.map((field) => field.path)).toEqual(['instrumentNumber', 'amountCents'])
    const cashWith = refused(() => heldOf({ ...cash(100), instrumentNumber: '5' }, forms, 19_000))
    expect(cashWith.fields.map((field) => field.path)).toEqual(['instrumentNumber'])
  })
  test('a form that the program does not take is refused', () => {
    expect(refused(() => heldOf(cash(100), ['money-order'], 19_000)).fields[0]?.path).toBe('form')
  })
  test('a refusal is a problem people can act on', () => {
    expect(refused(() => heldOf(cash(1), forms, 0))).toBeInstanceOf(Problem)
  })
})

test.each([
  [0, '$0.00'],
  [5, '$0.05'],
  [19_000, '$190.00'],
  [123_456_789, '$1,234,567.89'],
  [-1_205, '-$12.05'],
])('%i cents are written %s', (cents, written) => {
  expect(dollars(cents)).toBe(written)
})
