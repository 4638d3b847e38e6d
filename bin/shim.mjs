// Runs an entry of the program under the Node version the lock file names, after making sure that what is
// installed is what the lock file names.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import module from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureInstalled } from './install.mjs'

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const NODE = path.join(ROOT, 'node_modules/node/bin/node')
const COMPILE_CACHE = path.join(ROOT, '.cache/compile')
const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a `.ts` entry (path from the root of the checkout) with `args`. Signals and the exit code pass through.
 * @param {string} entry
 * @param {string[]} args
 */
export async function runEntry(entry, args) {
  const file = path.join(ROOT, entry)
  let installed
  try {
    installed = await ensureInstalled(ROOT)
    if (!existsSync(NODE)) throw new Error(noRuntime())
    if (!existsSync(file)) throw new Error(`This checkout is not complete: ${entry} is missing.`)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
    return
  }
  process.env.NODE_COMPILE_CACHE ??= COMPILE_CACHE
  stopWithNpm()
  if (!installed.changed && isOurRuntime()) await runHere(file, args)
  else runUnderOurs(file, args)
}

function noRuntime() {
  return [
    'The package "node", which brings the Node version Inlieu runs on, is there without its program, because',
    'install scripts are off for npm. Run: npm ci --ignore-scripts=false',
  ].join(' ')
}

/** npm, when it is told to stop, ends only the shell it runs a script in; the script must notice by itself. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}

function isOurRuntime() {
  return realpathSync(process.execPath) === realpathSync(NODE)
}

/** npm puts our Node first in the path of its scripts: then no second process is needed. */
async function runHere(file, args) {
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
  process.argv = [process.argv[0], file, ...args]
  await import(pathToFileURL(file).href)
}

function runUnderOurs(file, args) {
  const child = spawn(NODE, [file, ...args], { stdio: 'inherit' })
  // Ctrl-C reaches the child by itself as well; whoever receives it twice must not mind.
  for (const signal of PASSED_ON) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`${NODE} cannot be run: ${error.message}. Run: npm ci --ignore-scripts=false`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
