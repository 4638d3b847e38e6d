import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What stands in a file of the keys folder; '' for none. @throws Error that names the file and what to do */
export async function readKeyFile(keysFolder: string, name: string | null): Promise<string> {
  if (name === null) return ''
  try {
    return (await readFile(join(keysFolder, name), 'utf8')).trim()
  } catch {
    throw new Error(`The file ${name} of the keys folder cannot be read. Put it there, then send again.`)
  }
}
