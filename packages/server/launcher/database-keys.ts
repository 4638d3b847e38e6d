import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { unusable } from './data-folder.ts'
import { errorCode, LaunchFailure } from './failure.ts'

/** The database roles that serve the office. `owner` migrates; the others get their rights from migrations. */
export const ROLES = ['owner', 'app', 'worker', 'ingest', 'auditor'] as const
export type Role = (typeof ROLES)[number]

/** Passwords of the embedded PostgreSQL. They only open a server on 127.0.0.1 and can be made anew. */
export type DatabaseKeys = Readonly<Record<Role | 'superuser', string>>

/** The name of a role in PostgreSQL. */
export function roleName(role: Role): string {
  return `inlieu_${role}`
}

/** Reads `<keys>/database.json`, or makes it on the first start; `isNew` says which. */
export function databaseKeys(keysDir: string): { keys: DatabaseKeys; isNew: boolean } {
  const file = path.join(keysDir, 'database.json')
  const existing = readIfThere(file)
  if (existing !== null) return { keys: withNewRoles(parse(existing, file), file), isNew: false }
  const keys: DatabaseKeys = {
    superuser: secret(),
    owner: secret(),
    app: secret(),
    worker: secret(),
    ingest: secret(),
    auditor: secret(),
  }
  writePrivate(file, `${JSON.stringify(keys, null, 2)}\n`)
  return { keys, isNew: true }
}

/** Writes a file only its owner may read, whole or not at all; makes its folder (0700) if it is not there. */
export function writePrivate(file: string, content: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, content, { mode: 0o600, flush: true })
    renameSync(draft, file)
  } catch (error) {
    throw unusable(path.dirname(file), error)
  }
}

/** The text of a file; null when there is none. A file that may not be read is a failure. */
export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw unusable(path.dirname(file), error)
  }
}

const secret = () => randomBytes(24).toString('base64url')

/** A release that brings a role: its password joins those of a folder that was made before it. */
function withNewRoles(found: Partial<DatabaseKeys>, file: string): DatabaseKeys {
  const missing = ROLES.filter((role) => found[role] === undefined)
  if (missing.length === 0) return found as DatabaseKeys
  const keys = { ...found, ...Object.fromEntries(missing.map((role) => [role, secret()])) } as DatabaseKeys
  writePrivate(file, `${JSON.stringify(keys, null, 2)}\n`)
  return keys
}

function parse(text: string, file: string): Partial<DatabaseKeys> {
  try {
    const found = JSON.parse(text) as Partial<Record<string, unknown>>
    for (const role of ['superuser', 'owner', 'app'])
      if (typeof found[role] !== 'string') throw new TypeError(`no ${role}`)
    return found as Partial<DatabaseKeys>
  } catch {
    throw new LaunchFailure(
      `The key file ${file} is damaged. It holds only the passwords of the embedded database: move it away and start again, and new ones are set.`,
    )
  }
}
