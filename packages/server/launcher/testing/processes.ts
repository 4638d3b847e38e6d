import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** A process as the system shows it. */
export interface Process {
  readonly pid: number
  /** The program and its arguments. */
  readonly words: readonly string[]
}

/** The processes that `parent` has started and that are there now. */
export function childrenOf(parent: number): Process[] {
  return existsSync('/proc') ? childrenInProc(parent) : childrenByPs(parent)
}

function childrenInProc(parent: number): Process[] {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim()
  if (children === '') return []
  return children.split(' ').map((pid) => ({
    pid: Number(pid),
    words: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0'),
  }))
}

function childrenByPs(parent: number): Process[] {
  const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n')
  const all = lines.map((line) => line.trim().split(/\s+/))
  return all
    .filter(([, ppid]) => Number(ppid) === parent)
    .map(([pid, , ...words]) => ({ pid: Number(pid), words }))
}
