import { loadKeys } from '../platform/keys.ts'
import type { OfficeDatabase } from './office-database.ts'

/** Loads the small demonstration office into an empty database. */
export async function loadInto(database: OfficeDatabase, keysDir: string): Promise<void> {
  const { loadDemonstration } = await demonstration()
  const keys = await loadKeys(keysDir)
  await loadDemonstration({ appUrl: database.appUrl, ownerUrl: database.ownerUrl, keys })
}

/** One account for each role of the demonstration, as a table in plain text. */
export async function accountTable(): Promise<string> {
  const { demonstrationAccounts } = await demonstration()
  const rows = [{ role: 'Role', username: 'User name', password: 'Password' }, ...demonstrationAccounts()]
  const width = (column: 'role' | 'username') => Math.max(...rows.map((row) => row[column].length)) + 2
  const [role, username] = [width('role'), width('username')]
  return rows
    .map((row) => `  ${row.role.padEnd(role)}${row.username.padEnd(username)}${row.password}`)
    .join('\n')
}

// Loaded only where it is used: a production start never reads the demonstration.
function demonstration() {
  return import('../demonstration/index.ts')
}
