import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Seals values so that the database and its backups never hold them in the clear. */
export interface Keys {
  /** First eight hex digits of the key's SHA-256: which key a sealed value needs. */
  readonly keyId: string
  /** AES-256-GCM; `context` (table and row) is bound in, so a value moved to another row does not open. */
  seal(plain: string, context: string): string
  /** @throws KeyMismatch when the value was sealed with another key or for another row. */
  open(sealed: string, context: string): string
  /** Keyed digest for exact search without opening anything. */
  lookup(plain: string, kind: string): Buffer
}

/** Reads `seal.key` (64 hex digits) from the keys folder. @throws KeyMissing with what to do. */
export async function loadKeys(folder: string): Promise<Keys> {
  const path = join(folder, 'seal.key')
  const text = await readFile(path, 'utf8').catch(() => {
    throw new KeyMissing(
      `The sealing key ${path} cannot be read. Put the key file back, or give its folder with --keys.`,
    )
  })
  if (!/^[0-9a-f]{64}\s*$/.test(text))
    throw new KeyMissing(`${path} is not a sealing key (64 hexadecimal digits).`)
  return keysFrom(Buffer.from(text.trim(), 'hex'))
}

/** Keys from 32 bytes. */
export function keysFrom(secret: Buffer): Keys {
  const keyId = createHash('sha256').update(secret).digest('hex').slice(0, 8)
  const sealing = createHmac('sha256', secret).update('seal').digest()
  const searching = createHmac('sha256', secret).update('search').digest()
  return {
    keyId,
    seal(plain, context) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return [
        keyId,
        iv.toString('base64url'),
        body.toString('base64url'),
        cipher.getAuthTag().toString('base64url'),
      ].join('.')
    },
    open(sealed, context) {
      const [id, iv, body, tag] = sealed.split('.')
      if (id !== keyId || !iv || body === undefined || !tag) throw new KeyMismatch(id ?? '', keyId)
      try {
        const decipher = createDecipheriv('aes-256-gcm', sealing, Buffer.from(iv, 'base64url'))
          .setAAD(Buffer.from(context))
          .setAuthTag(Buffer.from(tag, 'base64url'))
        return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString(
          'utf8',
        )
      } catch {
        throw new KeyMismatch(id, keyId)
      }
    },
    lookup: (plain, kind) => createHmac('sha256', searching).update(`${kind}:${plain}`).digest(),
  }
}

/** The key file is not there or not a key. */
export class KeyMissing extends Error {
  override name = 'KeyMissing'
}

/** A sealed value does not open with this key. */
export class KeyMismatch extends Error {
  override name = 'KeyMismatch'
  constructor(sealedWith: string, have: string) {
    super(`A value sealed with key ${sealedWith} does not open with key ${have}.`)
  }
}
