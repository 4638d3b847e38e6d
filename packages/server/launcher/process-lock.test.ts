import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestFolder } from './postgres.ts'
import { holdLock, lockHolder } from './process-lock.ts'

let base: string
beforeAll(async () => {
  base = await makeTestFolder()
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

test('is held by one, and free again after its release', () => {
  const file = path.join(base, 'one')
  const release = holdLock(file, 'The data')
  expect(lockHolder(file)).toBe(process.pid)
  expect(() => holdLock(file, 'The data')).toThrow(
    `The data is in use by another instance (process ${process.pid})`,
  )
  release()
  expect(lockHolder(file)).toBeNull()
  holdLock(file, 'The data')()
})

test('of a process that is gone is taken over, and nothing is left beside it', () => {
  const file = path.join(base, 'two')
  writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, began: '1' }))
  expect(lockHolder(file)).toBeNull()
  const release = holdLock(file, 'The data')
  expect(lockHolder(file)).toBe(process.pid)
  expect(readdirSync(base).filter((name) => name.startsWith('two'))).toEqual(['two'])
  release()
})

test('whose number another process has by now is taken over', () => {
  const file = path.join(base, 'three')
  writeFileSync(file, JSON.stringify({ pid: process.pid, began: 'another time' }))
  const release = holdLock(file, 'The data')
  expect(JSON.parse(readFileSync(file, 'utf8')).began).not.toBe('another time')
  release()
})

test('that was cut off while it was written is taken over', () => {
  const file = path.join(base, 'four')
  writeFileSync(file, '')
  holdLock(file, 'The data')()
})
