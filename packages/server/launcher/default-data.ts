import { createHash } from 'node:crypto'
import path from 'node:path'
import { SYSTEM_FOLDER } from './binaries.ts'
import { closedTo, serverUser } from './server-user.ts'

/** The root of the checkout this program runs from. */
export const CHECKOUT = path.resolve(import.meta.dirname, '../../..')

/**
 * The data folder when none was named: `.data` in the checkout. Under root, when the user PostgreSQL runs as may
 * not pass through to the checkout (a clone in /root), a folder of this checkout's own in /var/lib/inlieu;
 * `because` then names the closed folder.
 */
export async function defaultDataDir(): Promise<{ folder: string; because: string | null }> {
  const usual = path.join(CHECKOUT, '.data')
  const user = await serverUser(path.join(usual, 'postgres'))
  const closed = user === null ? null : closedTo(user, usual)
  if (closed === null) return { folder: usual, because: null }
  const digest = createHash('sha256').update(CHECKOUT).digest('hex').slice(0, 12)
  return { folder: path.join(SYSTEM_FOLDER, digest), because: closed }
}
