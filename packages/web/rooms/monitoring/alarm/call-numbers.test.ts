import { expect, test } from 'vitest'
import { callNumbers } from './call-numbers.ts'

const call = (phone: string, outcome: string) => ({ kind: 'step', about: { as: 'call', phone, outcome } })
const known = [
  { name: 'Ana', phone: '(916) 555-0126' },
  { name: 'Ana', phone: '(916) 555-0127' },
  { name: 'Ben', phone: '(916) 555-0128' },
]
const phones = (record: ReturnType<typeof call>[]) =>
  callNumbers(known, record).map(({ phone, failed }) => [phone.slice(-4), failed])

test('in their order while nobody was called', () => {
  expect(phones([])).toEqual([
    ['0126', null],
    ['0127', null],
    ['0128', null],
  ])
})

test('a number that did not answer stands after those untried, a wrong one last, however it was written', () => {
  expect(phones([call('19165550126', 'wrong-number'), call('916-555-0127', 'no-answer')])).toEqual([
    ['0128', null],
    ['0127', 'no-answer'],
    ['0126', 'wrong-number'],
  ])
})

test('a number that answered the last time is as good as any', () => {
  expect(phones([call('9165550126', 'no-answer'), call('9165550126', 'reached')])[0]).toEqual(['0126', null])
})

test('one number of two people is called once; none is no choice', () => {
  const twice = [...known, { name: 'Chris', phone: known[0]!.phone }, { name: 'Dana', phone: '' }]
  expect(callNumbers(twice, [])).toHaveLength(3)
})
