import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** A whole office started as `npm start` starts it, on a folder of its own. */
export interface RunningOffice {
  url: string
  port: number
  dataDir: string
  /** Everything the launcher has printed. */
  output(): string
  /** Process ids by what they run. */
  pids(): { launcher: number; office: number; worker: number; postgres: number }
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>
  /** Removes the data; call after `stop`. */
  remove(): Promise<void>
}

/** Starts an office on a free port of this machine. @param dataDir an earlier office's folder to go on with */
export async function startOffice(
  options: { dataDir?: string; env?: Record<string, string> } = {},
): Promise<RunningOffice> {
  const dataDir = options.dataDir ?? (await newFolder())
  const port = await freePort()
  const child = spawn(
    process.execPath,
    ['packages/server/launcher/main.ts', '--port', String(port), '--data', dataDir],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...options.env } },
  )
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  await untilReady(child, () => printed)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    output: () => printed,
    pids: () => pidsOf(child.pid!),
    stop: () => stop(child),
    remove: () => rm(dataDir, { recursive: true, force: true }),
  }
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'inlieu-office-'))
  // Under root the database runs as another user, who must be able to pass.
  await chmod(folder, 0o755)
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
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function pidsOf(launcher: number): { launcher: number; office: number; worker: number; postgres: number } {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n')
  const children = lines
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null && Number(match[2]) === launcher)
    .map((match) => ({ pid: Number(match![1]), args: match![3]! }))
  const find = (part: string) => children.find((child) => child.args.includes(part))?.pid ?? 0
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
