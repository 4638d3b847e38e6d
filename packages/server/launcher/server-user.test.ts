import { chmodSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestFolder } from './postgres.ts'
import { closedTo } from './server-user.ts'

let base: string
beforeAll(async () => {
  base = await makeTestFolder()
  mkdirSync(path.join(base, 'way/data'), { recursive: true })
  writeFileSync(path.join(base, 'way/program'), '')
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

const stranger = { name: 'stranger', uid: 61_234, gid: 61_234 }

test('names the folder on the way that others may not pass through', () => {
  chmodSync(path.join(base, 'way'), 0o700)
  expect(closedTo(stranger, path.join(base, 'way/data'))).toBe(path.join(base, 'way'))
  chmodSync(path.join(base, 'way'), 0o710)
  expect(closedTo(stranger, path.join(base, 'way/data'))).toBe(path.join(base, 'way'))
  chmodSync(path.join(base, 'way'), 0o711)
  expect(closedTo(stranger, path.join(base, 'way/data'))).toBeNull()
})

test('counts the rights of the owner and of the group for those', () => {
  chmodSync(path.join(base, 'way'), 0o700)
  const { uid, gid } = statSync(path.join(base, 'way'))
  expect(closedTo({ name: 'owner', uid, gid }, path.join(base, 'way/data'))).toBeNull()
  chmodSync(path.join(base, 'way'), 0o710)
  expect(closedTo({ name: 'of the group', uid: 61_234, gid }, path.join(base, 'way/data'))).toBeNull()
})

test('a file must be readable, and what is not there yet is no obstacle', () => {
  chmodSync(path.join(base, 'way'), 0o755)
  chmodSync(path.join(base, 'way/program'), 0o600)
  expect(closedTo(stranger, path.join(base, 'way/program'))).toBe(path.join(base, 'way/program'))
  chmodSync(path.join(base, 'way/program'), 0o644)
  expect(closedTo(stranger, path.join(base, 'way/program'))).toBeNull()
  expect(closedTo(stranger, path.join(base, 'way/not/yet/there'))).toBeNull()
})
