import { expect, it } from 'vitest'
import { phoneWords } from './phone-words.ts'

it('a number of this country as people write it', () => {
  expect(phoneWords('19255550110')).toBe('(925) 555-0110')
  expect(phoneWords('9255550110')).toBe('(925) 555-0110')
})

it('a number of another country keeps its country code', () => {
  expect(phoneWords('525555550110')).toBe('+525555550110')
})
