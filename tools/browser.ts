import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { runCommand } from './run-command.ts'

const run = promisify(execFile)
const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The machine's Chromium or Chrome. As root on Debian its package is installed where there is none.
 * @throws Error that says what to install; browser tests are never skipped
 */
export async function findBrowser(): Promise<string> {
  const found = await lookForBrowser()
  if (found) return found
  if (process.getuid?.() === 0 && (await isFile('/usr/bin/apt-get'))) {
    process.stdout.write('No browser here; installing the package chromium.\n')
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await runCommand('apt-get', ['update'], { env })
    const ended = await runCommand('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      env,
    })
    const installed = await lookForBrowser()
    if (installed) return installed
    throw new Error(`The package chromium could not be installed:\n${ended.output.slice(-600)}`)
  }
  throw new Error(
    'The browser tests need Chromium or Chrome and none is installed. Install it (Debian: apt install chromium) or name it in CHROME_PATH, and run the tests again.',
  )
}

async function lookForBrowser(): Promise<string | null> {
  const inPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => commands.map((name) => join(folder, name)))
  for (const candidate of [process.env.CHROME_PATH ?? '', ...inPath, ...places]) {
    if (candidate && (await isFile(candidate)) && (await answers(candidate))) return candidate
  }
  return null
}

async function isFile(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

// A wrapper that only tells the reader to install something else is no browser.
async function answers(path: string): Promise<boolean> {
  return run(path, ['--version'], { timeout: 20_000 }).then(
    ({ stdout }) => /\d+\.\d+/.test(stdout),
    () => false,
  )
}
