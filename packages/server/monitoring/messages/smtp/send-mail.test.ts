import { afterEach, describe, expect, test } from 'vitest'
import type { SmtpSettings } from '../channel-settings.ts'
import type { Outgoing } from '../outcome.ts'
import { loopbackCertificate } from '../testing/certificate.ts'
import { type Manner, mailServer } from '../testing/mail-server.ts'
import { mailDate, mailOf } from './mail.ts'
import { sendMail } from './send-mail.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function serve(manner: Manner = {}) {
  const server = await mailServer(manner)
  stops.push(server.stop)
  return server
}

const message: Outgoing = {
  id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  to: 'oncall@sheriff.example',
  title: 'Alarm 17: strap opened',
  text: 'Strap opened at 12:00.\n.\nCall 916 555 0100. Señor Núñez 山田.',
  askedAt: Date.UTC(2026, 2, 2, 20, 0, 5),
  report: '',
}
const settings = (port: number, more: Partial<SmtpSettings> = {}): SmtpSettings => ({
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
const noSecrets = { password: '', authority: undefined }
const bodyOf = (mail: string) => {
  const [, body] = mail.split('\r\n\r\n')
  return Buffer.from(body!, 'base64').toString()
}

describe('a mail server takes a message', () => {
  test('word for word, with a dot alone on a line and letters of any script', async () => {
    const server = await serve()
    expect(await sendMail(message, settings(server.port), noSecrets)).toEqual({
      kind: 'sent',
      detail: 'Taken as 42',
      reference: '',
    })
    const [mail] = server.mails
    expect([mail!.from, mail!.to]).toEqual(['center@county.example', 'oncall@sheriff.example'])
    expect(bodyOf(mail!.text)).toBe(message.text.replaceAll('\n', '\r\n'))
    expect(mail!.text).toContain('Date: Mon, 2 Mar 2026 20:00:05 +0000\r\n')
    expect(mail!.text).toContain('Message-ID: <3f2504e0-4f89-41d3-9a0c-0305e82c3301@county.example>\r\n')
  })

  test.each(['PLAIN', 'LOGIN', 'LOGIN PLAIN'])('that asks for a name by %s, under STARTTLS', async (ways) => {
    const credentials = loopbackCertificate()
    const server = await serve({ tls: 'starttls', credentials, account: ['center', 'sesame: ä'], ways })
    const outcome = await sendMail(
      message,
      settings(server.port, { security: 'starttls', user: 'center', host: 'localhost' }),
      { password: 'sesame: ä', authority: credentials.certificate },
    )
    expect(outcome.kind).toBe('sent')
    expect(server.mails).toMatchObject([{ secure: true, user: 'center' }])
  })

  test('that speaks TLS from the first byte', async () => {
    const credentials = loopbackCertificate()
    const server = await serve({ tls: 'from-the-start', credentials })
    const outcome = await sendMail(message, settings(server.port, { security: 'tls', host: 'localhost' }), {
      password: '',
      authority: credentials.certificate,
    })
    expect(outcome.kind).toBe('sent')
    expect(server.mails[0]!.secure).toBe(true)
  })
})

describe('a mail server does not take it', () => {
  test.each([
    ['the greeting is 421', { greeting: ['421 Too busy'] }, 'failed'],
    ['the recipient is unknown', { RCPT: ['550 No such mailbox'] }, 'refused'],
    ['the mailbox is full for now', { RCPT: ['452 Come later'] }, 'failed'],
    ['the sender is not welcome', { MAIL: ['553 Not you'] }, 'refused'],
    ['the message is refused at its end', { '.': ['554 Looks bad'] }, 'refused'],
    ['the message is put off at its end', { '.': ['451 Later'] }, 'failed'],
  ])('%s', async (_what, answers, kind) => {
    const server = await serve({ answers: answers as unknown as Record<string, string[]> })
    const outcome = await sendMail(message, settings(server.port), noSecrets)
    expect(outcome.kind).toBe(kind)
    expect(outcome.detail).toMatch(/\d{3} \w/)
    expect(server.mails).toEqual([])
  })

  test('a wrong password is refused, and stands in no word that is kept', async () => {
    const server = await serve({ account: ['center', 'right'] })
    const outcome = await sendMail(message, settings(server.port, { user: 'center' }), {
      password: 'wrong-sesame',
      authority: undefined,
    })
    expect(outcome).toEqual({ kind: 'refused', detail: 'AUTH PLAIN: 535 No such name or password' })
  })

  test('STARTTLS that is not offered: nothing is said in the clear', async () => {
    const server = await serve({ account: ['center', 'right'] })
    const outcome = await sendMail(message, settings(server.port, { security: 'starttls', user: 'center' }), {
      password: 'right',
      authority: undefined,
    })
    expect(outcome).toMatchObject({ kind: 'failed', detail: expect.stringContaining('no STARTTLS') })
    expect(server.heard.map((line) => line.split(' ')[0])).toEqual(['EHLO'])
  })

  test('words that came before the connection was secure are not believed', async () => {
    const server = await serve({ tls: 'starttls', credentials: loopbackCertificate(), meddles: true })
    const outcome = await sendMail(message, settings(server.port, { security: 'starttls' }), noSecrets)
    expect(outcome).toMatchObject({
      kind: 'failed',
      detail: expect.stringContaining('before the connection'),
    })
  })

  test('a certificate that nobody vouches for', async () => {
    const server = await serve({ tls: 'from-the-start', credentials: loopbackCertificate() })
    const outcome = await sendMail(
      message,
      settings(server.port, { security: 'tls', host: 'localhost' }),
      noSecrets,
    )
    expect(outcome.kind).toBe('failed')
    expect(outcome.detail).toMatch(/self[- ]signed/)
  })

  test('a server that says nothing is given up; one that is not there too', async () => {
    const silent = await serve({ silent: true })
    const waited = await sendMail(message, settings(silent.port), noSecrets, 50)
    expect(waited).toEqual({ kind: 'failed', detail: 'The server fell silent.' })
    const gone = await mailServer()
    await gone.stop()
    expect((await sendMail(message, settings(gone.port), noSecrets)).kind).toBe('failed')
  })

  test('an address that carries a second command is not said', async () => {
    const server = await serve()
    const outcome = await sendMail(
      { ...message, to: 'a@b.example>\r\nRCPT TO:<c@d.example' },
      settings(server.port),
      noSecrets,
    )
    expect(outcome.kind).toBe('failed')
    expect(server.mails).toEqual([])
  })
})

describe('an e-mail', () => {
  test('has no line over 78 characters and no letter beyond ASCII, whatever it says', () => {
    const long = { ...message, title: `Ñandú ${'山田'.repeat(40)}`, text: 'wort '.repeat(900) }
    const mail = mailOf(long, 'center@county.example')
    for (const line of mail.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
    expect(mail).toMatch(/^[\r\n -~]*$/)
    const words = [...mail.matchAll(/=\?utf-8\?B\?([^?]*)\?=/g)].map(([, word]) =>
      Buffer.from(word!, 'base64').toString(),
    )
    expect(words.join('')).toBe(long.title)
  })

  test('a title cannot bring a header of its own', () => {
    const mail = mailOf({ ...message, title: 'Hello\r\nBcc: x@y.example' }, 'center@county.example')
    expect(mail).not.toMatch(/^Bcc:/m)
    expect(mail).toContain('Subject: Hello Bcc: x@y.example\r\n')
  })

  test.each([
    [0, 'Thu, 1 Jan 1970 00:00:00 +0000'],
    [Date.UTC(2028, 1, 29, 23, 59, 59), 'Tue, 29 Feb 2028 23:59:59 +0000'],
  ])('its date at %i', (at, written) => {
    expect(mailDate(at)).toBe(written)
  })
})
