import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CHECKOUT } from './default-data.ts'
import { makeTestFolder } from './postgres.ts'

// The shims of bin/, in a checkout of their own that has nothing but one dependency.

let root: string

beforeEach(async () => {
  root = await makeTestFolder()
  cpSync(path.join(CHECKOUT, 'bin'), path.join(root, 'bin'), { recursive: true })
  mkdirSync(path.join(root, 'node_modules/node/bin'), { recursive: true })
  symlinkSync(process.execPath, path.join(root, 'node_modules/node/bin/node'))
  mkdirSync(path.join(root, 'tools'))
  writeFileSync(
    path.join(root, 'tools/test.ts'),
    'const n: number = process.argv.length - 2\nconsole.log(process.argv.slice(2).join(" "))\nprocess.exit(n)\n',
  )
  writeLock('1.0.0')
  writeInstalled('1.0.0')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const packages = (version: string) => ({
  packages: { 'node_modules/one': { version, integrity: `sha512-${version}` } },
})

function writeLock(version: string): void {
  const { packages: locked } = packages(version)
  const others = { 'node_modules/one-for-plan9': { version, optional: true, os: ['plan9'], cpu: ['x64'] } }
  writeFileSync(
    path.join(root, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, ...locked, ...others } }),
  )
}

function writeInstalled(version: string): void {
  writeFileSync(path.join(root, 'node_modules/.package-lock.json'), JSON.stringify(packages(version)))
}

/** Puts a program named npm first, which says that it was called and installs what the lock file names. */
function watchNpm(): string {
  const folder = path.join(root, 'watched')
  mkdirSync(folder)
  const script = `#!/bin/sh\necho "npm $1" >> ${folder}/calls\nsleep 0.5\ncp ${root}/wanted.json ${root}/node_modules/.package-lock.json\n`
  writeFileSync(path.join(folder, 'npm'), script, { mode: 0o755 })
  return folder
}

function run(args: string[], before = ''): Promise<{ code: number; out: string; err: string }> {
  const PATH = before === '' ? process.env.PATH : `${before}${path.delimiter}${process.env.PATH}`
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(root, 'bin/run.mjs'), ...args],
      { env: { PATH } },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
      },
    )
  })
}

describe('what is installed is what the lock file names', () => {
  test('arguments and the exit code pass through, and nothing is installed', async () => {
    expect(await run(['test', 'a', 'b'])).toEqual({ code: 2, out: 'a b\n', err: '' })
    expect(existsSync(path.join(root, 'node_modules/.inlieu-installed'))).toBe(true)
  })

  test('a verb that is none is named with those there are', async () => {
    const { code, err } = await run(['tset'])
    expect(code).toBe(1)
    expect(err).toBe('Say what to run: start, test, prove, bench, lint, generate.\n')
  })

  test('a runtime that install scripts did not place: what to do', async () => {
    rmSync(path.join(root, 'node_modules/node/bin/node'))
    const { code, err } = await run(['test'])
    expect(code).toBe(1)
    expect(err).toContain('npm ci --ignore-scripts=false')
  })
})

describe('something else is installed than the lock file names', () => {
  test('two starts at once install once, and both run', async () => {
    writeLock('2.0.0')
    writeFileSync(path.join(root, 'wanted.json'), JSON.stringify(packages('2.0.0')))
    const watched = watchNpm()
    const both = await Promise.all([run(['test'], watched), run(['test'], watched)])
    expect(both.map((one) => one.code)).toEqual([0, 0])
    expect(readFileSync(path.join(watched, 'calls'), 'utf8')).toBe('npm ci\n')
    expect(both.map((one) => one.err).join('')).toContain('Installing the packages')
    expect(await run(['test'], watched)).toMatchObject({ code: 0, err: '' })
  })

  test('an install that was killed leaves no lock that anybody waits for', async () => {
    writeLock('2.0.0')
    writeFileSync(path.join(root, 'wanted.json'), JSON.stringify(packages('2.0.0')))
    mkdirSync(path.join(root, '.cache'))
    writeFileSync(path.join(root, '.cache/installing'), String(2 ** 22 + 1))
    expect(await run(['test'], watchNpm())).toMatchObject({ code: 0 })
    expect(existsSync(path.join(root, '.cache/installing'))).toBe(false)
  })

  test('an install that fails is said, and nothing is run', async () => {
    writeLock('2.0.0')
    const watched = watchNpm()
    const { code, out, err } = await run(['test'], watched)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('Installing failed: npm ci ended with 1')
  })
})

test('the lock file names the packages of every platform, or npm refuses it', () => {
  const lock = JSON.parse(readFileSync(path.join(CHECKOUT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>
  }
  const named = Object.keys(lock.packages).map((place) =>
    place.slice(place.lastIndexOf('node_modules/') + 13),
  )
  const missing = Object.values(lock.packages)
    .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
    .filter((name) => !named.includes(name))
  expect(missing).toEqual([])
})
