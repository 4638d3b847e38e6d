import { existsSync } from 'node:fs'
import path from 'node:path'
import { loadKeys } from '../platform/keys.ts'
import type { OfficeDatabase } from './office-database.ts'

/** One way into the demonstration. */
export interface DemonstrationAccount {
  readonly role: string
  readonly username: string
  readonly password: string
}

interface Demonstration {
  loadDemonstration(into: {
    appUrl: string
    ownerUrl: string
    keys: Awaited<ReturnType<typeof loadKeys>>
  }): Promise<{ accounts: DemonstrationAccount[] }>
  demonstrationAccounts(): DemonstrationAccount[]
}

const ENTRY = path.resolve(import.meta.dirname, '../demonstration/index.ts')

/** Loads the small demonstration office into an empty database. */
export async function loadInto(database: OfficeDatabase, keysDir: string): Promise<void> {
  const demonstration = await load()
  if (demonstration === null) return
  const keys = await loadKeys(keysDir)
  await demonstration.loadDemonstration({ appUrl: database.appUrl, ownerUrl: database.ownerUrl, keys })
}

/** One account for each role of the demonstration, as a table in plain text. */
export async function accountTable(): Promise<string> {
  const accounts = (await load())?.demonstrationAccounts() ?? []
  const rows = [{ role: 'Role', username: 'User name', password: 'Password' }, ...accounts]
  const width = (column: 'role' | 'username') => Math.max(...rows.map((row) => row[column].length)) + 2
  const [role, username] = [width('role'), width('username')]
  return rows
    .map((row) => `  ${row.role.padEnd(role)}${row.username.padEnd(username)}${row.password}`)
    .join('\n')
}

// Loaded only where it is used: a production start never reads the demonstration.
async function load(): Promise<Demonstration | null> {
  return existsSync(ENTRY) ? ((await import(ENTRY)) as Demonstration) : null
}
