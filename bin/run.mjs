// What the scripts of package.json call: node bin/run.mjs <verb> [arguments].
import { requireNode } from './node-version.mjs'

const ENTRIES = {
  start: 'packages/server/launcher/main.ts',
  test: 'tools/test.ts',
  prove: 'tools/prove.ts',
  bench: 'tools/bench.ts',
  lint: 'tools/lint.ts',
  generate: 'tools/generate.ts',
}

requireNode()
const [verb, ...args] = process.argv.slice(2)
if (Object.hasOwn(ENTRIES, verb ?? '')) {
  import('./shim.mjs').then((shim) => shim.runEntry(ENTRIES[verb], args))
} else {
  console.error(`Say what to run: ${Object.keys(ENTRIES).join(', ')}.`)
  process.exitCode = 1
}
