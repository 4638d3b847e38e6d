import { execFileSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'

/** A running process of this machine. */
export interface Process {
  pid: number
  parent: number
  /** When it began: a number used again by another process does not match. */
  began: string
  command: string
}

/** Every running process. */
export function allProcesses(): Process[] {
  return execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,lstart=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const match = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(\w+ \w+ +\d+ [\d:]+ \d+) (.*)$/.exec(line)
      // A zombie has ended; only its parent has not looked yet.
      if (!match || match[3]!.startsWith('Z')) return []
      return [{ pid: Number(match[1]), parent: Number(match[2]), began: match[4]!, command: match[5]! }]
    })
}

/** A process and everything it started, itself first. */
export function familyOf(pid: number): Process[] {
  const all = allProcesses()
  const family = all.filter((process) => process.pid === pid)
  for (const member of family) family.push(...all.filter((process) => process.parent === member.pid))
  return family
}

/** Those of `family` that still run after at most `withinMs`. */
export async function stillRunning(family: readonly Process[], withinMs: number): Promise<Process[]> {
  const until = performance.now() + withinMs
  for (;;) {
    const now = new Map(allProcesses().map((process) => [process.pid, process.began]))
    const left = family.filter((process) => now.get(process.pid) === process.began)
    if (left.length === 0 || performance.now() > until) return left
    await pause(50)
  }
}
