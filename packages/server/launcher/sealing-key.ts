import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { loadKeys } from '../platform/keys.ts'
import { writePrivate } from './database-keys.ts'
import { errorText, LaunchFailure } from './failure.ts'

/** The file in the keys folder that opens sealed values. It is never in the data, the database or a backup. */
const SEAL_KEY = 'seal.key'

/**
 * Checks that the sealing key can be used; makes it at the first start of an empty database.
 * @returns the key's id: the first eight hex digits of its SHA-256
 * @throws LaunchFailure when the database has records and the key is missing, or when the file is no key
 */
export async function ensureSealingKey(keysDir: string, database: { isEmpty: boolean }): Promise<string> {
  const file = path.join(keysDir, SEAL_KEY)
  if (!existsSync(file)) {
    if (!database.isEmpty)
      throw new LaunchFailure(
        `The sealing key ${file} is missing, and without it sealed values (social security numbers, second factors) stay closed. Put the file back from where it is kept, or name its folder with --keys.`,
      )
    writePrivate(file, `${randomBytes(32).toString('hex')}\n`)
  }
  return sealingKeyId(keysDir)
}

/** The id of the sealing key in a keys folder. @throws LaunchFailure when there is none or it is damaged */
export async function sealingKeyId(keysDir: string): Promise<string> {
  try {
    return (await loadKeys(keysDir)).keyId
  } catch (error) {
    throw new LaunchFailure(errorText(error))
  }
}
