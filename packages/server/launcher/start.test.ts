import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { freePort } from './ports.ts'
import { makeTestFolder } from './postgres.ts'
import { processExists } from './process-lock.ts'
import { childrenOf } from './testing/processes.ts'

const MAIN = path.join(import.meta.dirname, 'main.ts')

/** One run of the launcher, and what it has printed. */
class Launch {
  readonly child: ChildProcess
  output = ''
  readonly exit: Promise<number | null>

  constructor(...args: string[]) {
    const { DATABASE_URL: _, ...env } = process.env
    this.child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.child.stdout!.on('data', (chunk) => {
      this.output += chunk
    })
    this.child.stderr!.on('data', (chunk) => {
      this.output += chunk
    })
    this.exit = once(this.child, 'close').then(([code]) => code as number | null)
  }

  async ready(): Promise<void> {
    const ended = this.exit.then((code) => Promise.reject(new Error(`ended with ${code}: ${this.output}`)))
    ended.catch(() => {})
    await Promise.race([ended, vi.waitFor(() => expect(this.output).toContain('Ctrl-C stops it.'), 50_000)])
  }
}

/** The parts of a running instance; 0 for one that is not there at this moment. */
function partsOf(launcher: number): { office: number; worker: number; postgres: number } {
  const children = childrenOf(launcher)
  const find = (end: string) =>
    children.find(({ words }) => words.some((word) => word.endsWith(end)))?.pid ?? 0
  return { office: find('/office.ts'), worker: find('/worker.ts'), postgres: find('bin/postgres') }
}

describe('npm start', () => {
  let data: string
  let port: number
  let launch: Launch
  const health = async () => (await fetch(`http://127.0.0.1:${port}/api/health`)).status

  beforeAll(async () => {
    data = await makeTestFolder()
    port = await freePort()
    launch = new Launch('--port', String(port), '--data', data)
    await launch.ready()
  })
  afterAll(async () => {
    launch.child.kill('SIGINT')
    await launch.exit
    rmSync(data, { recursive: true, force: true })
  })

  test('says the address, where the data is, and an account for each role', async () => {
    expect(launch.output).toContain(
      `Inlieu is ready: http://127.0.0.1:${port}\nUnits report to http://127.0.0.1:${port + 10}\nThe data is in ${data}\n`,
    )
    expect(launch.output).toMatch(/^ {2}clerk +\S+ +\S/m)
    expect(await health()).toBe(200)
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toContain('<!doctype html>')
  })

  test('a second start on the same data is refused with the process that has it', async () => {
    const second = new Launch('--port', String(await freePort()), '--data', data)
    expect(await second.exit).toBe(1)
    expect(second.output).toBe(
      `The data in ${data} is in use by another instance (process ${launch.child.pid}). Stop that one first, or choose another folder with --data.\n`,
    )
  })

  test('a port that is taken is named, and nothing is made', async () => {
    const second = new Launch('--port', String(port), '--data', path.join(data, 'other'))
    expect(await second.exit).toBe(1)
    expect(second.output).toContain(`Port ${port} on 127.0.0.1 is taken by another program`)
  })

  test.each(['office', 'worker', 'postgres'] as const)('killed, %s comes back alone', async (part) => {
    const before = partsOf(launch.child.pid!)
    process.kill(before[part], 'SIGKILL')
    await vi.waitFor(
      async () => {
        const now = partsOf(launch.child.pid!)
        expect(now[part]).toBeGreaterThan(0)
        expect(now[part]).not.toBe(before[part])
        expect(await health()).toBe(200)
      },
      { timeout: 20_000, interval: 50 },
    )
    expect(launch.output).toContain(`${part} ended (`)
    if (part !== 'postgres') expect(partsOf(launch.child.pid!).postgres).toBe(before.postgres)
  })

  test('Ctrl-C ends everything with exit code 0, and the next start has the data', async () => {
    await vi.waitFor(() => expect(partsOf(launch.child.pid!).worker).toBeGreaterThan(0))
    const processes = Object.values(partsOf(launch.child.pid!))
    launch.child.kill('SIGINT')
    expect(await launch.exit).toBe(0)
    expect(processes.filter(processExists)).toEqual([])
    launch = new Launch('--port', String(port), '--data', data)
    await launch.ready()
    expect(launch.output).not.toContain('Loading the demonstration')
    expect(await health()).toBe(200)
  })
})
