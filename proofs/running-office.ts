import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allProcesses } from './processes.ts'

const root = join(import.meta.dirname, '..')

/** Process ids of an office by what they run; 0 for what does not run now. */
export interface Pids {
  launcher: number
  office: number
  worker: number
  postgres: number
}

/** A whole office started as `npm start` starts it, on a folder of its own. */
export interface RunningOffice {
  url: string
  port: number
  dataDir: string
  /** Milliseconds from the command to "is ready". */
  readyAfter: number
  /** Everything the launcher has printed. */
  output(): string
  pids(): Pids
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>
  /** Settles when the launcher has ended, whoever ended it. */
  ended: Promise<void>
  /** Removes the data; call after `stop`. */
  remove(): Promise<void>
}

/** How to start an office. */
export interface OfficeOptions {
  /** An earlier office's folder to go on with. */
  dataDir?: string
  /** A free one, unless given. */
  port?: number
  env?: Record<string, string>
  /** Another user to run it as; root only. */
  user?: { uid: number; gid: number }
}

/** Simulated people of the second office: two hundred more would take the machine from what is tested or measured. */
const fewParticipants = '16'

/** Starts an office on this machine. */
export async function startOffice(options: OfficeOptions = {}): Promise<RunningOffice> {
  const dataDir = options.dataDir ?? (await newFolder(options.user))
  const port = options.port ?? (await freePort())
  const began = performance.now()
  const child = spawn(
    process.execPath,
    ['packages/server/launcher/main.ts', '--port', String(port), '--data', dataDir],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { INLIEU_PARTICIPANTS: fewParticipants, ...process.env, ...options.env },
      ...options.user,
    },
  )
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    await untilReady(child, () => printed)
  } catch (error) {
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true })
    throw error
  }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    readyAfter: performance.now() - began,
    output: () => printed,
    pids: () => pidsOf(child.pid!),
    stop: () => stop(child),
    ended,
    remove: () => rm(dataDir, { recursive: true, force: true }),
  }
}

/** A new folder for an office's data under the system's temporary folder. */
export async function newFolder(user?: { uid: number; gid: number }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'inlieu-office-'))
  // Under root the database runs as another user, who must be able to pass.
  await chmod(folder, 0o755)
  if (user) await chown(folder, user.uid, user.gid)
  return folder
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function untilReady(child: ChildProcess, printed: () => string): Promise<void> {
  const patience = 180_000
  const deadline = performance.now() + patience
  while (!/is ready/.test(printed())) {
    if (child.exitCode !== null) throw new Error(`The office did not start:\n${printed()}`)
    if (performance.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`The office was not ready in ${patience / 1000} seconds:\n${printed()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function pidsOf(launcher: number): Pids {
  const children = allProcesses().filter((process) => process.parent === launcher)
  const find = (part: string) => children.find((child) => child.command.includes(part))?.pid ?? 0
  return { launcher, office: find('office.ts'), worker: find('worker.ts'), postgres: find('bin/postgres') }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGINT')
  const late = setTimeout(() => child.kill('SIGKILL'), 30_000)
  await ended
  clearTimeout(late)
}
