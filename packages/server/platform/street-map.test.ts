import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { serveStatic } from './static.ts'
import { serveStreetMap } from './street-map.ts'

let office: TestOffice
let clerk: TestAccount
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlieu-street-map-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
  vi.stubEnv('INLIEU_DATA', folder)
  office = await testOffice((app) => {
    app.register(async (pages) => {
      await serveStatic(pages, folder)
      serveStreetMap(pages)
    })
  })
  clerk = await office.account(['clerk'])
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await office.stop()
  await rm(folder, { recursive: true })
})

const file = '/api/platform/streets.pmtiles'
const ask = (range?: string) =>
  office.app.inject({ url: file, headers: range === undefined ? {} : { range } })

describe('the county’s own map', () => {
  test('is not there until somebody has put it there', async () => {
    expect((await clerk.get('/api/platform/street-map')).body).toEqual({
      has: false,
      file: 'map/streets.pmtiles',
    })
    expect((await ask('bytes=0-3')).statusCode).toBe(404)
  })

  test('is served in ranges, from the moment it is there', async () => {
    await mkdir(join(folder, 'map'))
    await writeFile(join(folder, 'map/streets.pmtiles'), 'PMTiles and more')
    expect((await clerk.get('/api/platform/street-map')).body.has).toBe(true)
    const part = await ask('bytes=0-6')
    expect([part.statusCode, part.body, part.headers['content-range']]).toEqual([
      206,
      'PMTiles',
      'bytes 0-6/16',
    ])
    expect((await ask()).body).toBe('PMTiles and more')
    expect((await ask('bytes=90-99')).statusCode).toBe(416)
  })

  test('nothing else of the data folder is', async () => {
    for (const url of ['/api/platform/../keys', '/api/platform/streets.pmtiles/../../index.html'])
      expect((await office.app.inject({ url })).statusCode, url).toBe(404)
  })
})
