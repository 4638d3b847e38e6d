import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** The checkout's root. */
export const root = join(import.meta.dirname, '..')

/** Path of an installed command. */
export const bin = (name: string): string => join(root, 'node_modules/.bin', name)

/** How a command ended, and all it printed. */
export interface Ended {
  code: number
  output: string
}

/** Runs a command in the checkout; `show` passes what it prints on while it runs. */
export function runCommand(
  command: string,
  args: string[],
  options: { env?: Record<string, string>; show?: boolean } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const take = (chunk: Buffer) => {
      output += chunk.toString()
      if (options.show) process.stdout.write(chunk)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
