import { expect, test } from 'vitest'
import { type Running, Supervised } from './supervisor.ts'

/** A part that ends when told to. */
class Part {
  readonly starts: { end: (how: string) => void; stopped: boolean }[] = []
  readonly lines: string[] = []
  failures = 0

  readonly supervised = new Supervised(
    'office',
    async (): Promise<Running> => {
      if (this.failures-- > 0) throw new Error('no database')
      const { promise, resolve } = Promise.withResolvers<string>()
      const start = { end: resolve, stopped: false }
      this.starts.push(start)
      return {
        ended: promise,
        stop: async () => {
          start.stopped = true
          resolve('asked to')
        },
      }
    },
    (line) => this.lines.push(line),
  )
}

test('a part that dies is started again, with a line that says how it ended', async () => {
  const part = new Part()
  await part.supervised.start()
  part.starts[0]!.end('signal SIGKILL')
  await expect.poll(() => part.starts.length).toBe(2)
  expect(part.lines).toEqual(['office ended (signal SIGKILL); starting it again in 100 ms.'])
  await part.supervised.stop()
})

test('the wait doubles while it does not start, and it is tried again for as long as it takes', async () => {
  const part = new Part()
  await part.supervised.start()
  part.failures = 2
  part.starts[0]!.end('exit code 1')
  await expect.poll(() => part.starts.length, { timeout: 5_000 }).toBe(2)
  expect(part.lines).toEqual([
    'office ended (exit code 1); starting it again in 100 ms.',
    'office did not start (no database); starting it again in 200 ms.',
    'office did not start (no database); starting it again in 400 ms.',
  ])
  await part.supervised.stop()
})

test('the failure of the first start is the caller’s', async () => {
  const part = new Part()
  part.failures = 1
  await expect(part.supervised.start()).rejects.toThrow('no database')
})

test('stopped, it is not started again', async () => {
  const part = new Part()
  await part.supervised.start()
  await part.supervised.stop()
  expect(part.starts.map((start) => start.stopped)).toEqual([true])
  expect(part.lines).toEqual([])
})

test('stopped while it waits to be started again, it stays down', async () => {
  const part = new Part()
  await part.supervised.start()
  part.failures = 100
  part.starts[0]!.end('exit code 1')
  await expect.poll(() => part.lines.length).toBeGreaterThan(1)
  await part.supervised.stop()
  expect(part.starts.length).toBe(1)
})
