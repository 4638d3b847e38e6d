import { describe, expect, test } from 'vitest'
import { fold, nameWords } from './name-words.ts'
import { phoneDigits } from './phone-number.ts'
import { nameKeys, numberKeys, phoneKeys, searchKeysOf, soundKeys } from './search-keys.ts'

describe('names folded', () => {
  test.each([
    ['Núñez', 'nunez'],
    ['NUÑEZ', 'nunez'],
    ['Nu\u0301n\u0303ez', 'nunez'],
    ['O’Brien', 'obrien'],
    ["D'Angelo", 'dangelo'],
    ['Łukasz Øyvind', 'lukasz oyvind'],
    ['Weiß', 'weiss'],
    ['İbrahim', 'ibrahim'],
    ['Ｌｅｅ', 'lee'],
    ['Нестеренко', 'нестеренко'],
    ['李', '李'],
  ])('%s is found as %s', (name, folded) => expect(fold(name)).toBe(folded))

  test('words part at everything that is no letter or digit', () => {
    expect(nameWords('  García-López,  María José ')).toEqual(['garcia', 'lopez', 'maria', 'jose'])
    expect(nameWords(' ,.- ')).toEqual([])
  })
})

describe('keys of names', () => {
  test('whole words, the words run together, and every ending of two letters or more', () => {
    expect(nameKeys(['De La Cruz', 'Ana'])).toEqual({
      name: ['de', 'la', 'cruz', 'delacruz', 'ana'],
      inside: ['ruz', 'uz', 'na'],
    })
  })

  test('a name of one sign is a key as it stands', () => {
    expect(nameKeys(['李'])).toEqual({ name: ['李'], inside: [] })
  })

  test('both codes of how a word sounds; a word without any has none', () => {
    expect(soundKeys(['Schmidt'])).toEqual(['XMT', 'SMT'])
    expect(soundKeys(['Smith'])).toEqual(['SM0', 'XMT'])
    expect(soundKeys(['李'])).toEqual([])
  })

  test('a key longer than the table takes is cut by whole letters', () => {
    const [first] = searchKeysOf('name', ['𝒳'.repeat(300)])
    expect(Array.from(first!.key).length).toBe(200)
    expect(first!.key.isWellFormed()).toBe(true)
  })
})

describe('keys of numbers', () => {
  test('a docket by its letters and digits and every ending of four or more', () => {
    expect(numberKeys('01-12345-6 A')).toEqual([
      '01123456a',
      '1123456a',
      '123456a',
      '23456a',
      '3456a',
      '456a',
    ])
    expect(numberKeys('7-2')).toEqual(['72'])
    expect(numberKeys(' - ')).toEqual([])
  })

  test('a phone by its digits and every ending of four or more', () => {
    expect(phoneKeys('(925) 555-0199')).toEqual([
      '19255550199',
      '9255550199',
      '255550199',
      '55550199',
      '5550199',
      '550199',
      '50199',
      '0199',
    ])
  })

  test.each([
    ['555-019', null],
    ['555-0199', '5550199'],
    ['9255550199', '19255550199'],
    ['1 925 555 0199', '19255550199'],
    ['+52 55 1234 5678', '525512345678'],
    ['+5255123456', '5255123456'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456', null],
    ['call me', null],
    ['', null],
  ])('%s is %s', (typed, digits) => expect(phoneDigits(typed)).toBe(digits))
})
