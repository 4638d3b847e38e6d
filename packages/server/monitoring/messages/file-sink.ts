import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'

/** A message that reached nobody, with who was to have it. */
export interface Kept {
  id: string
  agency: string
  medium: string
  to: string
  recipient: string
  title: string
  text: string
  askedAt: string
}

/**
 * Where no channel is set, messages are written here, one JSON line each, a file a day: nobody has been told, and
 * the words are not lost. Readable by the office's own user alone.
 */
export async function keepInFile(dataFolder: string, message: Kept): Promise<void> {
  const folder = join(dataFolder, 'messages')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${message.askedAt.slice(0, 10)}.jsonl`)
  await appendFile(file, `${JSON.stringify(message)}\n`, { mode: 0o600 })
}
