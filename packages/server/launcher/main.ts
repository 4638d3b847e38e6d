import { LaunchFailure } from './failure.ts'
import { readStartOptions, START_HELP } from './options.ts'
import { startInstance } from './start.ts'
import { Undo } from './undo.ts'

// The launcher: postgres, office and worker under one process (npm start).

const undo = new Undo()

async function stop(code: number): Promise<void> {
  await undo.run()
  process.exit(code)
}

function fail(error: unknown): void {
  if (undo.begun) return // what fails because it is being stopped is no news
  const text = error instanceof LaunchFailure ? error.message : error instanceof Error ? error.stack : error
  process.stderr.write(`${text}\n`)
  void stop(1)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    void stop(0)
  })
}
process.on('uncaughtException', fail)
// A terminal or a pipe that went away is no reason to stop serving.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

try {
  const options = readStartOptions(process.argv.slice(2))
  if (options.help) process.stdout.write(START_HELP)
  else await startInstance(options, undo, fail)
} catch (error) {
  fail(error)
}
