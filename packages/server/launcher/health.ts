import { setTimeout as pause } from 'node:timers/promises'
import { errorText, LaunchFailure } from './failure.ts'
import type { LogFile } from './log-file.ts'
import type { Supervised } from './supervisor.ts'

const POLL_MS = 15
const LONGEST_MS = 60_000

/** Waits until a program answers at `address`. @throws LaunchFailure with its own reason when it ends before it does */
export async function untilHealthy(program: Supervised, address: string, log: LogFile): Promise<void> {
  const until = performance.now() + LONGEST_MS
  let ended: string | null = null
  void program.ended.then((how) => {
    ended = how
  })
  let last = 'no answer'
  while (performance.now() < until) {
    if (ended !== null)
      throw new LaunchFailure(
        `The ${program.name} did not start (${ended}): ${reasonIn(log)} (see ${log.file})`,
      )
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(2_000) })
      await answer.body?.cancel()
      if (answer.ok) return
      last = `status ${answer.status}`
    } catch (error) {
      last = errorText(error)
    }
    await pause(POLL_MS)
  }
  throw new LaunchFailure(`The ${program.name} does not answer at ${address} (${last}); see ${log.file}.`)
}

/** The line of a program's output that names the error it ended with. */
function reasonIn(log: LogFile): string {
  const lines = log
    .tail()
    .split('\n')
    .filter((line) => line.trim() !== '')
  return (
    lines.findLast((line) => /^\s*(\w*Error|error)\b.*: /.test(line)) ??
    lines.at(-1) ??
    'no reason given'
  ).trim()
}
