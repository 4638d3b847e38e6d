import { createHash, randomBytes } from 'node:crypto'
import type { Door } from '../codes.ts'

// Without i, l, o and u: what a person types from a screen into a telephone is not taken for something else.
const typeable = '0123456789abcdefghjkmnpqrstvwxyz'
const typedCharacters = 32

/**
 * A new secret of a door: 32 random bytes. At the doors whose application people type it into, 32 signs of 5 bits
 * each, which is as unguessable.
 */
export function newSecret(door: Door): string {
  if (door === 'owntracks' || door === 'osmand')
    return Array.from(randomBytes(typedCharacters), (byte) => typeable[byte % typeable.length]).join('')
  return randomBytes(32).toString('base64url')
}

/** The SHA-256 of a secret: what is kept of it, and what the doors look it up by. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret, 'utf8').digest()

/** The last four characters: enough to tell one from another, and of no use to get in. */
export const hintOf = (secret: string): string => secret.slice(-4)
