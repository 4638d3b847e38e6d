import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** How a command ended and what it printed. */
export interface CommandEnded {
  code: number
  output: string
}

/** Runs `inlieu …`, as whoever keeps the machine does. */
export function inlieu(...args: string[]): Promise<CommandEnded> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['bin/inlieu.mjs', ...args], { cwd: root })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
