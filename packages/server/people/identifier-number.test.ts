import { describe, expect, test } from 'vitest'
import { keysFrom } from '../platform/keys.ts'
import { identifierBody, sealable, wrongWith } from './identifier-number.ts'

const keys = keysFrom(Buffer.alloc(32, 3))

describe('WAP-BOOK.4 numbers that tell who somebody is', () => {
  test.each([
    ['12345678', 'nine digits'],
    ['1234567890', 'nine digits'],
    ['000-12-3456', 'Check the digits'],
    ['666-12-3456', 'Check the digits'],
    ['900-12-3456', 'Check the digits'],
    ['123-00-4567', 'Check the digits'],
    ['123-45-0000', 'Check the digits'],
  ])('%s is no social security number', (number, message) => {
    const read = identifierBody.safeParse({ kind: 'social-security', number })
    expect(read.error?.issues[0]).toMatchObject({ path: ['number'] })
    expect(read.error?.issues[0]?.message).toContain(message)
  })

  test.each(['001-01-0001', '665-99-9999', '667-01-0001', '899-99-9999', '123 45 6789'])(
    '%s can be one',
    (number) => {
      expect(identifierBody.parse({ kind: 'social-security', number }).number).toMatch(/^\d{9}$/)
    },
  )

  test('a driver’s license names the state that issued it; the others carry none', () => {
    expect(wrongWith('drivers-license', '', 'D1234567')).toMatchObject({ path: ['issuer'] })
    expect(wrongWith('drivers-license', 'XX', 'D1234567')).toMatchObject({ path: ['issuer'] })
    expect(identifierBody.parse({ kind: 'drivers-license', issuer: 'ca', number: 'd123-4567' })).toEqual({
      kind: 'drivers-license',
      issuer: 'CA',
      number: 'D1234567',
    })
    expect(identifierBody.parse({ kind: 'coin', issuer: 'CA', number: '12345' }).issuer).toBe('')
    expect(wrongWith('coin', '', '漢字')).toMatchObject({ path: ['number'] })
  })

  test('the same number has the same digest however it is typed, and another kind or state another', () => {
    const digest = (body: unknown) => sealable(keys, identifierBody.parse(body)).lookup.toString('hex')
    const license = { kind: 'drivers-license', issuer: 'CA', number: 'A1234567' }
    expect(digest({ ...license, number: 'a 123-4567' })).toBe(digest(license))
    expect(digest({ ...license, issuer: 'NV' })).not.toBe(digest(license))
    expect(digest({ kind: 'coin', number: 'A1234567' })).not.toBe(digest(license))
  })

  test('on its way to a verb it is written down as its keyed digest only', () => {
    const number = sealable(keys, { kind: 'social-security', issuer: '', number: '123456789' })
    expect(number.ending).toBe('6789')
    expect(JSON.stringify({ number })).toBe(JSON.stringify({ number: number.lookup.toString('hex') }))
    expect(keys.open(number.sealFor('row'), 'people.identifier:row')).toBe('123456789')
    expect(() => keys.open(number.sealFor('row'), 'people.identifier:other')).toThrow('does not open')
  })
})
