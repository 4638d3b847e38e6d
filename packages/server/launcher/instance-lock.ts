import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { LaunchFailure } from './failure.ts'

const RETRY_MS = 500

/**
 * The one instance of a database: a session advisory lock on a connection of its own. When the connection is
 * lost (the server was restarted) it is taken again as soon as the server answers; if somebody else has it by
 * then, `lost` is called.
 */
export class InstanceLock {
  readonly #url: string
  readonly #lost: (failure: LaunchFailure) => void
  #client: pg.Client | null = null
  #released = false

  private constructor(url: string, lost: (failure: LaunchFailure) => void) {
    this.#url = url
    this.#lost = lost
  }

  /** @throws LaunchFailure naming the instance that has the database */
  static async take(url: string, lost: (failure: LaunchFailure) => void): Promise<InstanceLock> {
    const lock = new InstanceLock(url, lost)
    await lock.#connect()
    return lock
  }

  async release(): Promise<void> {
    this.#released = true
    await this.#client?.end().catch(() => {})
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: `inlieu launcher ${process.pid} on ${hostname()}`,
      keepAlive: true,
    })
    // A server that goes away tells it here; without a listener that would end the launcher.
    client.on('error', () => {})
    await client.connect()
    try {
      await hold(client)
    } catch (error) {
      await client.end()
      throw error
    }
    this.#client = client
    client.once('end', () => void this.#takeAgain())
  }

  async #takeAgain(): Promise<void> {
    while (!this.#released) {
      await pause(RETRY_MS)
      try {
        if (!this.#released) await this.#connect()
        return
      } catch (error) {
        if (error instanceof LaunchFailure) return this.#lost(error)
      }
    }
  }
}

async function hold(client: pg.Client): Promise<void> {
  const taken = await client.query<{ mine: boolean }>(
    `select pg_try_advisory_lock(hashtext('inlieu.instance')) as mine`,
  )
  if (taken.rows[0]?.mine) return
  const holder = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.objsubid = 1
       and l.database = (select oid from pg_database where datname = current_database())
       and l.objid = (hashtext('inlieu.instance')::bigint & 4294967295)::oid`,
  )
  throw new LaunchFailure(
    `The database is in use by another instance (${holder.rows[0]?.name ?? 'unknown'}). Stop that one first.`,
  )
}
