import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holdLock } from './process-lock.ts'
import { clearStaleDrafts, writerFile } from './stale-drafts.ts'

let backups: string
beforeEach(() => {
  backups = mkdtempSync(path.join(tmpdir(), 'inlieu-drafts-'))
})
afterEach(() => rmSync(backups, { recursive: true, force: true }))

function folder(name: string, writer?: number): string {
  const made = path.join(backups, name)
  mkdirSync(made)
  if (writer !== undefined) writeFileSync(writerFile(made), JSON.stringify({ pid: writer, began: '1' }))
  return made
}

test('a draft whose process was killed goes; one being written, one that names nobody, and a backup stay', async () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid
  folder('1-killed.part', gone)
  folder('2-nobody.part')
  folder('3-finished', gone)
  const release = holdLock(writerFile(folder('4-running.part')), 'the draft')
  expect(await clearStaleDrafts(backups)).toEqual(['1-killed.part'])
  expect(readdirSync(backups).sort()).toEqual(['2-nobody.part', '3-finished', '4-running.part'])
  release()
})

test('without a folder of backups there is nothing to clear', async () => {
  expect(await clearStaleDrafts(path.join(backups, 'none'))).toEqual([])
})
