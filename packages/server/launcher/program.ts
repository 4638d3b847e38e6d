import { type ChildProcess, fork } from 'node:child_process'
import type { LogFile } from './log-file.ts'
import type { Running } from './supervisor.ts'

/** How long an orderly stop may take before the program is killed. */
const STOP_MS = 10_000

/** What a program of ours inherits from the environment besides what the launcher gives it. */
const INHERITED = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TZ',
  'LANG',
  'NODE_COMPILE_CACHE',
  'INLIEU_HOST',
  'INLIEU_WEB',
  'INLIEU_UNITS_URL',
]

/**
 * Starts a program of ours as a child. It writes into its log itself, and ends by itself when the channel to the
 * launcher breaks. It has a session of its own, so Ctrl-C reaches the launcher only.
 */
export function startProgram(file: string, env: Record<string, string>, log: LogFile): Running {
  const inherited = INHERITED.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  )
  const child = fork(file, {
    cwd: '/',
    env: { ...Object.fromEntries(inherited), ...env },
    execArgv: [],
    detached: true,
    stdio: ['ignore', log.descriptor, log.descriptor, 'ipc'],
  })
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`))
  })
  return { ended, stop: () => stop(child, ended) }
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  await ended
  clearTimeout(late)
}
