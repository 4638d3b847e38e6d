import { describe, expect, test } from 'vitest'
import { digestOf, hintOf, newSecret } from './secret.ts'

describe('the secret of a way in', () => {
  test('is 32 bytes where a machine keeps it', () => {
    for (const door of ['traccar', 'json'] as const) {
      expect(Buffer.from(newSecret(door), 'base64url')).toHaveLength(32)
    }
  })

  test('has 160 bits in signs that nobody takes for others where a person types it', () => {
    for (const door of ['osmand', 'owntracks'] as const) {
      for (let made = 0; made < 50; made++) expect(newSecret(door)).toMatch(/^[0-9a-hjkmnp-tv-z]{32}$/)
    }
  })

  test('is another each time', () => {
    expect(new Set(Array.from({ length: 100 }, () => newSecret('osmand'))).size).toBe(100)
  })

  test('is kept as its SHA-256 with its last four signs', () => {
    expect(digestOf('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(hintOf('0123456789')).toBe('6789')
  })
})
