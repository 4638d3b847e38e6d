import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, sha256 } from './hash.ts'

test('the published test vectors', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('the same as the platform for any text, at and around block borders', () => {
  const expected = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
  for (let length = 50; length < 70; length++)
    expect(sha256('a'.repeat(length))).toBe(expected('a'.repeat(length)))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => sha256(text) === expected(text)),
  )
})

test('canonical JSON does not depend on the order of keys, and leaves out functions', () => {
  expect(canonicalJson({ b: [1, null], a: { d: 'x', c: true } })).toBe(
    '{"a":{"c":true,"d":"x"},"b":[1,null]}',
  )
  expect(canonicalJson({ a: 1, f: () => 1, u: undefined })).toBe('{"a":1}')
})
