import { startPostgres } from '../postgres.ts'
import { childrenOf } from './processes.ts'

// A launcher for tests that kill it: starts the database in the folder given, says which processes there are.

const postgres = await startPostgres({ dataDir: process.argv[2]! })
const guard = childrenOf(process.pid).find(({ words }) =>
  words.join(' ').includes(`kill -INT ${postgres.pid}`),
)
process.stdout.write(`${JSON.stringify({ server: postgres.pid, guard: guard?.pid })}\n`)
setInterval(() => {}, 60_000)
