import { loadKeys } from '../platform/keys.ts'
import type { OfficeDatabase } from './office-database.ts'

/** Loads the small demonstration office into an empty database. */
export async function loadInto(database: OfficeDatabase, keysDir: string): Promise<void> {
  const { loadDemonstration } = await demonstration()
  const keys = await loadKeys(keysDir)
  await loadDemonstration({ appUrl: database.appUrl, ownerUrl: database.ownerUrl, keys })
}

/** The accounts of the demonstration, office after office, as a table in plain text. */
export async function accountTable(): Promise<string> {
  const { demonstrationAccounts } = await demonstration()
  const accounts = demonstrationAccounts()
  const rows = [{ role: 'Role', username: 'User name', password: 'Password' }, ...accounts]
  const width = (column: 'role' | 'username') => Math.max(...rows.map((row) => row[column].length)) + 2
  const [role, username] = [width('role'), width('username')]
  const line = (row: (typeof rows)[number]) =>
    `  ${row.role.padEnd(role)}${row.username.padEnd(username)}${row.password}`
  const offices = [...new Set(accounts.map(({ office }) => office))]
  const tables = offices.map((office) =>
    [`  ${office}`, ...accounts.filter((account) => account.office === office).map(line)].join('\n'),
  )
  return [line(rows[0]!), ...tables].join('\n\n')
}

// Loaded only where it is used: a production start never reads the demonstration.
function demonstration() {
  return import('../demonstration/index.ts')
}
