import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Logger, runOnce } from 'graphile-worker'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act, verb } from '../../platform/act.ts'
import { openDatabase } from '../../platform/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { plainClient } from '../plain-client.ts'
import type { MessageAsked } from './ask-message.ts'
import { askMessage } from './ask-message.ts'
import { filled } from './send-by-hook.ts'
import { messageTask, mostTries } from './send-message.ts'
import { loopbackCertificate } from './testing/certificate.ts'
import { mailServer } from './testing/mail-server.ts'

let office: TestOffice
let worker: ReturnType<typeof openDatabase>
let folders: { data: string; keys: string }
beforeAll(async () => {
  office = await testOffice()
  worker = openDatabase(office.urls.worker, 3)
  const root = await mkdtemp(join(tmpdir(), 'inlieu-messages-'))
  folders = { data: join(root, 'data'), keys: root }
})
afterAll(async () => {
  await worker.close()
  await office.stop()
  await rm(folders.keys, { recursive: true })
})

let admin: TestAccount
let operator: TestAccount
beforeEach(async () => {
  const agency = await office.agency()
  admin = await office.account(['administrator'], agency)
  operator = await office.account(['operator'], agency)
})

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const ask = verb('monitoring.ask-in-a-test', ({ ctx, db }, input: Omit<MessageAsked, 'askedBy'>) =>
  askMessage(plainClient(db), ctx.agency.id, { ...input, askedBy: ctx.actor }, ctx.now),
)
const asked = async (more: Partial<MessageAsked> = {}) =>
  (
    await act(office.database.db, operator.ctx, ask, {
      channel: 'email',
      to: 'oncall@sheriff.example',
      title: 'Alarm 17',
      text: 'Strap opened.',
      ...more,
    })
  ).messageId
const run = (message: string) => messageTask(worker.db, folders)({ message, agency: operator.agencyId })
const shown = async (id: string) => (await operator.get(`/api/monitoring/messages/${id}`)).body
const stepsOf = async (id: string) => (await shown(id)).steps.map((step: { kind: string }) => step.kind)

const mail = (port: number, more = {}) => ({
  kind: 'smtp',
  host: '127.0.0.1',
  port,
  security: 'none',
  sender: 'center@county.example',
  user: '',
  passwordFile: null,
  authorityFile: null,
  ...more,
})
const hook = (url: string, more = {}) => ({
  kind: 'hook',
  url,
  template: '{"to":"{{to}}","body":{"text":"{{text}}"},"callback":"{{report}}"}',
  secretHeader: 'Authorization',
  secretFile: 'channel-sms',
  authorityFile: null,
  reference: 'message.sid',
  reportBase: 'https://inlieu.county.example',
  ...more,
})
const setChannel = (medium: string, settings: unknown) =>
  admin.post(`/api/monitoring/channels/${medium}`, settings)

/** A gateway for text messages on the loopback. */
async function gateway(
  answer: (call: number) => { status: number; body: string },
  secure?: { key: string; certificate: string },
) {
  const calls: { headers: IncomingHttpHeaders; body: string }[] = []
  const listener: Parameters<typeof createServer>[1] = (request, response) => {
    let body = ''
    request.on('data', (piece) => {
      body += piece
    })
    request.on('end', () => {
      calls.push({ headers: request.headers, body })
      const { status, body: said } = answer(calls.length)
      response.writeHead(status, { location: 'http://127.0.0.1:1/elsewhere' }).end(said)
    })
  }
  const server = secure
    ? createSecureServer({ key: secure.key, cert: secure.certificate }, listener)
    : createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  stops.push(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  const { port } = server.address() as { port: number }
  return { url: `${secure ? 'https://localhost' : 'http://127.0.0.1'}:${port}/send`, calls }
}

describe('with no channel set', () => {
  test('a message is kept in the data folder, and its state says to call, never that it was sent', async () => {
    const id = await asked()
    await run(id)
    const { message } = await shown(id)
    expect([message.state, message.tries]).toEqual(['no-channel', 0])
    const day = message.askedAt.slice(0, 10)
    const lines = (await readFile(join(folders.data, 'messages', `${day}.jsonl`), 'utf8')).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line)).find((line) => line.id === id)).toMatchObject({
      to: 'oncall@sheriff.example',
      text: 'Strap opened.',
    })
    const list = await operator.get('/api/monitoring/messages?state=untold')
    expect(list.body.channels).toEqual({ email: false, text: false })
    expect(list.body.messages.map((each: { id: string }) => each.id)).toContain(id)
    expect((await operator.post(`/api/monitoring/messages/${id}/send-again`)).status).toBe(422)
  })

  test('set afterwards, the message is sent again by hand', async () => {
    const id = await asked()
    await run(id)
    const server = await mailServer()
    stops.push(server.stop)
    await setChannel('email', mail(server.port))
    expect((await operator.post(`/api/monitoring/messages/${id}/send-again`)).status).toBe(200)
    await run(id)
    expect(await stepsOf(id)).toEqual(['no-channel', 'asked', 'sent'])
    expect((await operator.post(`/api/monitoring/messages/${id}/send-again`)).status).toBe(422)
  })
})

describe('by a mail server', () => {
  test('the queue brings it there once; run again it is not sent twice', async () => {
    const server = await mailServer()
    stops.push(server.stop)
    await setChannel('email', mail(server.port))
    const id = await asked()
    await runOnce({
      pgPool: worker.pool,
      noHandleSignals: true,
      logger: new Logger(() => () => undefined),
      taskList: { 'send-message': messageTask(worker.db, folders), 'make-document': () => undefined },
    })
    expect((await shown(id)).message).toMatchObject({ state: 'sent', tries: 1, detail: 'Taken as 42' })
    await run(id)
    expect(server.mails.length).toBe(1)
  })

  test('what fails is tried again, and given up in the end with its reason', async () => {
    const server = await mailServer({ answers: { MAIL: ['451 Later'] } })
    stops.push(server.stop)
    await setChannel('email', mail(server.port))
    const id = await asked()
    for (let tried = 1; tried < mostTries; tried++) {
      await expect(run(id)).rejects.toThrow('451 Later')
      expect((await shown(id)).message).toMatchObject({ state: 'asked', tries: tried })
    }
    await run(id)
    const { message } = await shown(id)
    expect(message).toMatchObject({ state: 'refused', tries: mostTries })
    expect(message.detail).toContain('Given up after 8 tries')
    await run(id)
    expect((await shown(id)).message.tries).toBe(mostTries)
  })

  test('an address that the server does not know is refused at once', async () => {
    const server = await mailServer({ answers: { RCPT: ['550 No such mailbox'] } })
    stops.push(server.stop)
    await setChannel('email', mail(server.port))
    const id = await asked()
    await run(id)
    expect(await stepsOf(id)).toEqual(['asked', 'refused'])
  })

  test('a password file that is not there: failed, with its name and what to do', async () => {
    const server = await mailServer()
    stops.push(server.stop)
    await setChannel('email', mail(server.port, { user: 'center', passwordFile: 'channel-missing' }))
    const id = await asked()
    await expect(run(id)).rejects.toThrow('channel-missing')
    expect((await shown(id)).message.detail).toContain('Put it there')
    expect(server.heard).toEqual([])
  })

  test('a channel that was ended meanwhile: call', async () => {
    const server = await mailServer()
    stops.push(server.stop)
    await setChannel('email', mail(server.port))
    const id = await asked()
    expect((await admin.post('/api/monitoring/channels/email/end')).status).toBe(200)
    expect((await admin.post('/api/monitoring/channels/email/end')).status).toBe(404)
    await run(id)
    expect(await stepsOf(id)).toEqual(['asked', 'no-channel'])
    expect(server.mails).toEqual([])
  })
})

describe('by a hook', () => {
  const text = (more: Partial<MessageAsked> = {}) =>
    asked({ channel: 'text', to: '+1 916 555 0142', ...more })
  beforeEach(async () => {
    await writeFile(join(folders.keys, 'channel-sms'), 'Bearer s3cret-word\n')
  })

  test('goes out as the template says, over TLS, with the secret of its file; delivery is reported once it is', async () => {
    const credentials = loopbackCertificate()
    await writeFile(join(folders.keys, 'channel-authority'), credentials.certificate)
    const { url, calls } = await gateway(
      () => ({ status: 202, body: '{"message":{"sid":"SM17"}}' }),
      credentials,
    )
    await setChannel('text', hook(url, { authorityFile: 'channel-authority' }))
    const id = await text({ text: 'He said "no"\n{{to}} ","admin":true' })
    await run(id)
    const [call] = calls
    expect(call!.headers.authorization).toBe('Bearer s3cret-word')
    expect(call!.headers['idempotency-key']).toBe(id)
    const body = JSON.parse(call!.body)
    expect(body).toEqual({
      to: '+19165550142',
      body: { text: 'He said "no"\n{{to}} ","admin":true' },
      callback: expect.stringMatching(
        /^https:\/\/inlieu\.county\.example\/api\/monitoring\/delivery-reports\/[\w-]{32}$/,
      ),
    })
    expect((await shown(id)).message).toMatchObject({ state: 'sent', reference: 'SM17' })

    const report = (path: string, payload: object) =>
      office.app.inject({ method: 'POST', url: path, payload })
    const path = new URL(body.callback).pathname
    expect((await report(`${path.slice(0, -4)}AAAA`, { state: 'delivered' })).statusCode).toBe(404)
    expect((await report(path, { state: 'eaten' })).statusCode).toBe(400)
    expect((await report(path, { state: 'delivered', detail: 'at 12:01' })).statusCode).toBe(200)
    expect((await report(path, { state: 'refused' })).statusCode).toBe(200)
    expect((await shown(id)).message).toMatchObject({ state: 'delivered', detail: 'at 12:01' })
    expect(await stepsOf(id)).toEqual(['asked', 'sent', 'delivered'])
  })

  test.each([
    [500, 'failed'],
    [429, 'failed'],
    [408, 'failed'],
    [400, 'refused'],
    [401, 'refused'],
    [302, 'refused'],
  ])('an answer of %i is %s; the secret stands in no word that is kept', async (status, kind) => {
    const { url, calls } = await gateway(() => ({ status, body: 'You sent Bearer s3cret-word' }))
    await setChannel('text', hook(url))
    const id = await text()
    if (kind === 'failed') await expect(run(id)).rejects.toThrow(`Answered ${status}`)
    else await run(id)
    expect(await stepsOf(id)).toEqual(['asked', kind])
    const { message } = await shown(id)
    expect(message.detail).toContain(`Answered ${status}`)
    expect(JSON.stringify(message)).not.toContain('s3cret')
    expect(calls.length).toBe(1)
  })

  test('a second try carries the same number, and a word of its own for the report', async () => {
    const { url, calls } = await gateway((call) => ({ status: call === 1 ? 503 : 200, body: '' }))
    await setChannel('text', hook(url))
    const id = await text()
    await expect(run(id)).rejects.toThrow('503')
    await run(id)
    expect(await stepsOf(id)).toEqual(['asked', 'failed', 'sent'])
    const [first, second] = calls.map((call) => JSON.parse(call.body).callback)
    expect(first).not.toBe(second)
  })

  test('a template is filled in its texts only', () => {
    const message = { id: 'i', to: 't', title: '{{text}}', text: '"}', askedAt: 0, report: '' }
    expect(JSON.parse(filled('{"a":["{{title}}",1,null,{"{{to}}":"{{text}}{{other}}"}]}', message))).toEqual({
      a: ['{{text}}', 1, null, { '{{to}}': '"}{{other}}' }],
    })
  })
})

describe('setting a channel', () => {
  test.each([
    ['text by a mail server', 'text', mail(25), 'kind'],
    [
      'a password in the clear',
      'email',
      mail(25, { host: 'mail.county.example', user: 'c', passwordFile: 'channel-mail' }),
      'security',
    ],
    ['a name without its password', 'email', mail(25, { user: 'c' }), 'passwordFile'],
    ['a sender that is no address', 'email', mail(25, { sender: 'center' }), 'sender'],
    ['a hook in the clear', 'text', hook('http://gateway.example/send'), 'url'],
    ['a password in the address', 'text', hook('https://u:p@gateway.example/send'), 'url'],
    ['a header without its secret', 'text', hook('https://g.example', { secretFile: null }), 'secretFile'],
    [
      'a template that is no JSON',
      'text',
      hook('https://g.example', { template: '{{to}} {{text}}' }),
      'template',
    ],
    [
      'a template without the number',
      'text',
      hook('https://g.example', { template: '{"a":"{{text}}"}' }),
      'template',
    ],
    ['reports to nowhere', 'text', hook('https://g.example', { reportBase: '' }), 'reportBase'],
  ])('%s is refused at its field', async (_what, medium, settings, field) => {
    const refused = await setChannel(medium, settings)
    expect([refused.status, refused.body.error.fields[0].path]).toEqual([422, field])
  })

  test('no setting reaches another key of the folder', async () => {
    for (const secretFile of ['seal.key', '../channel-sms', 'channel-a/../../seal.key'])
      expect((await setChannel('text', hook('https://g.example', { secretFile }))).status).toBe(400)
  })

  test('a trial shows whether it works; what was set before stays on record; only administrators set it', async () => {
    const server = await mailServer()
    stops.push(server.stop)
    const tried = () => admin.post('/api/monitoring/channels/email/try', { to: 'admin@county.example' })
    expect((await tried()).status).toBe(422)
    await setChannel('email', mail(1))
    await setChannel('email', mail(server.port))
    const { body } = await tried()
    await run(body.messageId)
    const { channels } = (await admin.get('/api/monitoring/channels')).body
    expect(channels[0]).toMatchObject({
      medium: 'email',
      settings: { port: server.port },
      trial: { state: 'sent', to: 'admin@county.example' },
    })
    expect(channels[1]).toMatchObject({ medium: 'text', settings: null, trial: null })
    expect((await operator.get('/api/monitoring/channels')).status).toBe(403)
    expect((await operator.post('/api/monitoring/channels/email', mail(1))).status).toBe(403)
    expect((await admin.get('/api/monitoring/messages')).status).toBe(403)
  })

  test('another office sends nothing by it and sees nothing of it', async () => {
    await setChannel('email', mail(1))
    const id = await asked()
    const stranger = await office.account(['operator', 'administrator'], await office.agency())
    expect((await stranger.get(`/api/monitoring/messages/${id}`)).status).toBe(404)
    expect((await stranger.post(`/api/monitoring/messages/${id}/send-again`)).status).toBe(404)
    expect((await stranger.get('/api/monitoring/channels')).body.channels[0].settings).toBe(null)
    expect((await stranger.get('/api/monitoring/messages')).body.messages).toEqual([])
    const file = await operator.get('/api/monitoring/messages?format=csv')
    expect(file.body).toContain('oncall@sheriff.example')
  })
})

test('the folder of messages is for the office’s own user alone', async () => {
  expect(await readdir(join(folders.data, 'messages'))).not.toEqual([])
})
