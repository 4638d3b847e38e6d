import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { ownSites } from '../work-release/index.ts'
import { openTestSite } from '../work-release/testing/lay-out.ts'
import { serveStatic } from './static.ts'
import { serveStream } from './stream.ts'

// What goes over the wire: lists packed where the browser takes that, the event stream never.

let office: TestOffice
let clerk: TestAccount
let folder: string
let origin: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inlieu-pages-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
  await writeFile(join(folder, 'assets', 'page.js'), 'export const page = 1\n'.repeat(200))
  office = await testOffice((app, held) => {
    serveStream(app, held, ownSites)
    app.register(async (pages) => serveStatic(pages, folder))
  })
  origin = await office.app.listen({ host: '127.0.0.1', port: 0 })
  clerk = await office.account(['clerk'])
  for (let count = 0; count < 6; count++) await openTestSite(clerk, 10)
})
afterAll(async () => {
  await office.stop()
  await rm(folder, { recursive: true })
})

const ask = (url: string, headers: Record<string, string>) =>
  office.app.inject({ url, headers: { ...clerk.headers, ...headers } })

describe('answers on the wire', () => {
  test('a list over 1 kB comes packed where that is asked for, and says the same', async () => {
    const plain = await ask('/api/work-release/sites', {})
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.rawPayload.length).toBeGreaterThan(1024)
    const gzip = await ask('/api/work-release/sites', { 'accept-encoding': 'gzip' })
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(gzip.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2)
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.payload)
    const brotli = await ask('/api/work-release/sites', { 'accept-encoding': 'gzip, br' })
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.payload)
  })

  test('a short answer comes as it is', async () => {
    const answer = await ask('/api/platform/street-map', { 'accept-encoding': 'gzip' })
    expect(answer.rawPayload.length).toBeLessThan(1024)
    expect(answer.headers['content-encoding']).toBeUndefined()
  })

  test('a file of the pages is packed, and what the browser has is not sent again', async () => {
    const file = await ask('/assets/page.js', { 'accept-encoding': 'gzip' })
    expect(file.headers['content-encoding']).toBe('gzip')
    const { etag } = file.headers
    expect(etag).toBeTruthy()
    const again = await ask('/assets/page.js', { 'accept-encoding': 'gzip', 'if-none-match': etag! })
    expect(again.statusCode).toBe(304)
    expect(again.rawPayload.length).toBe(0)
  })

  test('the event stream is never packed, and its first words come before anything has happened', async () => {
    const stop = new AbortController()
    const reply = await fetch(`${origin}/api/stream`, {
      headers: { ...clerk.headers, 'accept-encoding': 'gzip, br' },
      signal: stop.signal,
    })
    expect(reply.headers.get('content-encoding')).toBeNull()
    const { value } = await reply.body!.getReader().read()
    expect(new TextDecoder().decode(value)).toMatch(/^retry: 1000\nid: \d+\.\d+\.\d+\n\n$/)
    stop.abort()
  })
})
