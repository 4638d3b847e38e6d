import { type ChildProcess, fork } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Postgres } from '../../packages/server/launcher/cluster.ts'
import { freePort } from '../../packages/server/launcher/ports.ts'
import { ensureSealingKey } from '../../packages/server/launcher/sealing-key.ts'
import { SupervisedPostgres } from '../../packages/server/launcher/supervised-postgres.ts'
import { migrate } from '../../packages/server/platform/migrate.ts'

const server = join(import.meta.dirname, '../../packages/server')

/** A part that is started again whenever it ends, until it is let go. */
class KeptAlive {
  readonly #file: string
  readonly #env: Record<string, string>
  #child: ChildProcess | null = null
  #stopping = false
  restarts = -1
  /** What it wrote to its log. */
  log = ''

  constructor(name: 'watch' | 'office', env: Record<string, string>) {
    this.#file = join(server, `${name}.ts`)
    this.#env = env
    this.#start()
  }

  #start(): void {
    this.restarts += 1
    const child = fork(this.#file, {
      env: { ...process.env, ...this.#env },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (chunk: Buffer) => (this.log += chunk.toString()))
    child.once('exit', () => {
      if (!this.#stopping) setTimeout(() => this.#start(), 100)
    })
    this.#child = child
  }

  kill(): boolean {
    return this.#child?.kill('SIGKILL') ?? false
  }

  async stop(): Promise<void> {
    this.#stopping = true
    const child = this.#child!
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
    await ended
    clearTimeout(late)
  }
}

/** PostgreSQL, watch and office as the launcher runs them, each of which can be killed alone. */
export interface Parts {
  ownerUrl: string
  appUrl: string
  ingestUrl: string
  doors: string
  office: string
  watch: { restarts: number; log: string }
  /** @returns false when that part was just down anyway */
  kill(part: 'watch' | 'office' | 'postgres'): boolean
  stop(): Promise<void>
}

/**
 * Starts them on a new folder, which is removed at the end. PostgreSQL writes through to the disk as in a real office.
 * @param prepare lays out what must be there before the watch starts
 * @param virtual the watch's clock begins here and is moved by messages; null: the wall's
 */
export async function startParts(
  virtual: string | null,
  prepare: (ownerUrl: string) => Promise<void>,
): Promise<Parts> {
  const dataDir = await mkdtemp(join(tmpdir(), 'inlieu-watch-proof-'))
  await chmod(dataDir, 0o755)
  const keys = join(dataDir, 'keys')
  const supervised = new SupervisedPostgres(
    { dataDir, keysDir: keys, notice: () => undefined },
    () => undefined,
  )
  const postgres: Postgres = await supervised.start()
  await ensureSealingKey(keys, { isEmpty: true })
  await migrate(postgres.url('owner'))
  await prepare(postgres.url('owner'))
  const [devicePort, port] = [await freePort(), await freePort()]
  const common = { INLIEU_DATA: dataDir, INLIEU_KEYS: keys, INLIEU_MODE: 'office' }
  const watch = new KeptAlive('watch', {
    ...common,
    INLIEU_INGEST_URL: postgres.url('ingest'),
    INLIEU_DEVICE_PORT: String(devicePort),
    ...(virtual ? { INLIEU_VIRTUAL_CLOCK: virtual } : {}),
  })
  const office = new KeptAlive('office', {
    ...common,
    INLIEU_APP_URL: postgres.url('app'),
    INLIEU_PORT: String(port),
  })
  const parts: Parts = {
    ownerUrl: postgres.url('owner'),
    appUrl: postgres.url('app'),
    ingestUrl: postgres.url('ingest'),
    doors: `http://127.0.0.1:${devicePort}`,
    office: `http://127.0.0.1:${port}`,
    watch,
    kill: (part) => {
      if (part === 'watch') return watch.kill()
      if (part === 'office') return office.kill()
      try {
        return process.kill(postgres.pid, 'SIGKILL')
      } catch {
        return false
      }
    },
    stop: async () => {
      await watch.stop()
      await office.stop()
      await supervised.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  await Promise.all([untilUp(`${parts.doors}/health`), untilUp(`${parts.office}/api/health`)])
  return parts
}

/** Waits until an address answers, at most a minute. */
export async function untilUp(address: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
    await answer?.body?.cancel()
    if (answer?.ok) return
    await pause(100)
  }
  throw new Error(`Nothing answers at ${address}.`)
}
