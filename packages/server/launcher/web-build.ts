import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { stripVTControlCharacters } from 'node:util'
import { errorCode, errorText, LaunchFailure } from './failure.ts'

/** Inside the built pages: the digest of what they were built from. */
const STAMP = '.built-from'

/**
 * Builds the web pages when they are missing or were built from other sources. The new pages take the place of
 * the old ones whole, so a running office never serves half of them.
 * @param checkout root of the checkout
 * @param progress told, in one line, when there is something to build
 * @param signal ends a build that is no longer wanted
 * @throws LaunchFailure with the reason of the build
 */
export async function ensureWebBuilt(
  checkout: string,
  progress: (line: string) => void,
  signal?: AbortSignal,
): Promise<{ built: boolean }> {
  const dist = path.join(checkout, 'packages/web/dist')
  const wanted = await sourceDigest(checkout)
  if (existsSync(path.join(dist, 'index.html')) && readStamp(dist) === wanted) return { built: false }
  progress('Building the web pages. This is done once for each version and takes some seconds.')
  const fresh = path.join(checkout, '.cache', `web-${process.pid}`)
  try {
    await mkdir(path.dirname(fresh), { recursive: true })
    await build(checkout, fresh, signal)
    await writeFile(path.join(fresh, STAMP), wanted)
    await putInPlace(fresh, dist)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    throw error instanceof LaunchFailure ? error : new LaunchFailure(cannotBuild(checkout, error))
  }
  return { built: true }
}

function cannotBuild(checkout: string, error: unknown): string {
  if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? ''))
    return `The web pages of this version are not built, and this user may not write to ${checkout}: run "npx inlieu build" there as its owner.`
  return `The web pages could not be built: ${errorText(error)}.`
}

function readStamp(dist: string): string | null {
  const file = path.join(dist, STAMP)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** Digest over the content of all sources of the pages and of the lock file that names their tools. */
async function sourceDigest(checkout: string): Promise<string> {
  const web = path.join(checkout, 'packages/web')
  const files = (await readdir(web, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(checkout, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/^packages\/web\/(dist|node_modules)\//.test(file))
    .concat('package-lock.json', 'tsconfig.base.json')
    .sort()
  const contents = await Promise.all(files.map((file) => readFile(path.join(checkout, file))))
  const hash = createHash('sha256')
  for (const [index, file] of files.entries())
    hash.update(`${file}\0${contents[index]!.length}\0`).update(contents[index]!)
  return hash.digest('hex')
}

async function build(checkout: string, outDir: string, signal: AbortSignal | undefined): Promise<void> {
  const vite = path.join(checkout, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn']
  const child = spawn(process.execPath, args, {
    // The pages' own tools look for their settings in the folder they run in.
    cwd: path.join(checkout, 'packages/web'),
    // Whoever starts the office may have named another (a runner of tests does): pages are always those of production.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  })
  const exit = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const [code, output, errors] = await Promise.all([exit, text(child.stdout), text(child.stderr)])
  if (code === 0) return
  const report = path.join(checkout, '.cache/web-build.log')
  const words = stripVTControlCharacters(`${output}${errors}`)
  await writeFile(report, words)
  throw new LaunchFailure(`The web pages could not be built: ${reason(words)} (see ${report})`)
}

/** The line of a build's output that says why it failed. */
function reason(words: string): string {
  const lines = words.split('\n').map((line) => line.trim())
  const cause = lines.indexOf('Caused by:')
  const named = cause < 0 ? lines.find((line) => /\w*Error: |^\[\w+\] /.test(line)) : lines[cause + 1]
  return named ?? lines.find((line) => line !== '') ?? 'no reason given'
}

async function putInPlace(fresh: string, dist: string): Promise<void> {
  const old = `${fresh}.old`
  if (existsSync(dist)) await rename(dist, old)
  await rename(fresh, dist)
  await rm(old, { recursive: true, force: true })
}
