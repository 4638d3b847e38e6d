import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { permissionsOf, type Role, roles } from '../access/permissions.ts'
import type { StreamedEvent } from '../platform/events.ts'
import { type Ears, heardOf, heardWith } from '../platform/hearing.ts'
import { serveStream } from '../platform/stream.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { ownSites } from '../work-release/index.ts'
import { openTestSite } from '../work-release/testing/lay-out.ts'

const event = (kind: string, subject: StreamedEvent['subject'] = { site: 'ours', person: 'p' }) => ({
  position: '1.1',
  kind,
  subject,
  at: '2026-03-02T18:00:00.000Z',
})
const earsOf = (role: Role, sites: string[] = []): Ears => ({
  permissions: permissionsOf([role]),
  sites: new Set(sites),
})
const heardBy = (role: Role): string[] =>
  Object.keys(heardWith).filter((kind) => heardOf(event(kind), earsOf(role)))

describe('who hears what', () => {
  test('a clerk hears every room but the accounts and the monitoring center', () => {
    const closed = ['access', 'monitoring']
    const all = Object.keys(heardWith).filter((kind) => !closed.includes(kind.split('.')[0]!))
    expect(heardBy('clerk')).toEqual(all)
  })

  test('an operator hears of the monitoring center, and of no case', () => {
    const heard = heardBy('operator').filter((kind) => !['platform.clock-moved'].includes(kind))
    expect(heard).toContain('monitoring.alarm-opened')
    expect(heard.filter((kind) => !kind.startsWith('monitoring.'))).toEqual([])
  })

  test('a treasurer hears of money, parameters and office hours, and of no case', () => {
    const money = Object.keys(heardWith).filter((kind) => kind.startsWith('money.'))
    expect(heardBy('treasurer')).toEqual([
      'intake.day-closed',
      'intake.day-opened',
      'intake.hours-entered',
      ...money,
      'platform.clock-moved',
      'programs.parameter-approved',
      'programs.parameter-entered',
      'programs.parameter-withdrawn',
      'programs.worksheet-computed',
    ])
  })

  test('a treasurer hears that a receipt is made, and of no other document', () => {
    const made = (kind: string) =>
      heardOf(event('platform.document-made', { document: 'd', kind }), earsOf('treasurer'))
    expect(made('money/receipt')?.subject).toEqual({ document: 'd', kind: 'money/receipt' })
    expect(made('intake/denial-notice')).toBeNull()
    expect(made('money/waiver-decision')).toBeNull()
  })

  test('a role whose rooms are not built hears the office’s time and nothing else', () => {
    const unbuilt = roles.filter((role) => permissionsOf([role]).size === permissionsOf(['laboratory']).size)
    expect(unbuilt).toContain('participant')
    for (const role of unbuilt) expect(heardBy(role)).toEqual(['platform.clock-moved'])
  })

  test('WAP-SITE.3 a site supervisor hears of the own sites only, and which site it was', () => {
    const ears = earsOf('site-supervisor', ['ours'])
    expect(heardOf(event('work.attendance-marked'), ears)?.subject).toEqual({ site: 'ours' })
    expect(heardOf(event('work.attendance-marked', { site: 'theirs', person: 'p' }), ears)).toBeNull()
    expect(heardOf(event('work.attendance-marked', { person: 'p' }), ears)).toBeNull()
    expect(heardOf(event('work.contract-made'), ears)).toBeNull()
    expect(heardOf(event('money.payment-recorded'), ears)).toBeNull()
  })

  test('who supervises a site and works the desk hears the whole of it', () => {
    const both = { permissions: permissionsOf(['clerk', 'site-supervisor']), sites: new Set<string>() }
    expect(heardOf(event('work.attendance-marked'), both)?.subject).toEqual({ site: 'ours', person: 'p' })
  })

  test('a kind without a line is heard by nobody', () => {
    for (const role of roles) expect(heardOf(event('money.of-an-older-release'), earsOf(role))).toBeNull()
  })
})

describe('the stream', () => {
  let office: TestOffice
  let origin: string
  let clerk: TestAccount
  beforeAll(async () => {
    office = await testOffice((app, held) => serveStream(app, held, ownSites))
    origin = await office.app.listen({ host: '127.0.0.1', port: 0 })
    clerk = await office.account(['clerk'])
  })
  afterAll(() => office.stop())

  /** Opens the stream as an account; `until` reads on until an event of the kind has come, and tells all that came. */
  async function listen(account: TestAccount, lastHeard?: string) {
    const stop = new AbortController()
    const headers = { ...account.headers, ...(lastHeard === undefined ? {} : { 'last-event-id': lastHeard }) }
    const reply = await fetch(`${origin}/api/stream`, { headers, signal: stop.signal })
    const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader()
    const events: { kind: string; subject: Record<string, unknown> }[] = []
    let [rest, place, reloads] = ['', '', 0]
    const take = (text: string) => {
      place = /^id: (.+)$/m.exec(text)?.[1] ?? place
      if (/^event: reload$/m.test(text)) reloads++
      else if (/^data: /m.test(text)) events.push(JSON.parse(/^data: (.+)$/m.exec(text)![1]!))
    }
    const readUntil = async (isThere: () => boolean) => {
      while (!isThere()) {
        const { value, done } = await reader.read()
        if (done) throw new Error('The stream ended.')
        const blocks = (rest + value).split('\n\n')
        rest = blocks.pop()!
        for (const text of blocks) take(text)
      }
    }
    return {
      until: async (kind: string) => {
        await readUntil(() => events.some((one) => one.kind === kind))
        return events
      },
      /** The place that a browser would come back with. */
      place: async () => {
        await readUntil(() => place !== '')
        return place
      },
      reloads: () => reloads,
      stop: () => stop.abort(),
    }
  }

  test('WAP-SITE.3 tells a site supervisor nothing but what is done on the own sites, from the moment of the link', async () => {
    const supervisor = await office.account(['site-supervisor'])
    const [ours, theirs] = [await openTestSite(clerk, 10), await openTestSite(clerk, 10)]
    const stream = await listen(supervisor)
    try {
      await clerk.post(`/api/work-release/sites/${theirs}/capacity`, {})
      await clerk.post('/api/people', { familyName: 'Heard', givenNames: 'Not' })
      await clerk.post(`/api/work-release/sites/${ours}/supervisors`, { accountId: supervisor.id })
      expect(await stream.until('work.supervisor-linked')).toEqual([
        expect.objectContaining({ kind: 'work.supervisor-linked', subject: { site: ours } }),
      ])
    } finally {
      stream.stop()
    }
  })

  /** What a clerk who comes back with this place hears when somebody is opened now. */
  async function comesBack(lastHeard: string): Promise<{ reloads: number; heard: string[] }> {
    const stream = await listen(clerk, lastHeard)
    try {
      const opened = await clerk.post('/api/people', { familyName: randomUUID(), givenNames: 'Again' })
      expect(opened.status).toBe(200)
      const heard = await stream.until('people.person-opened')
      return { reloads: stream.reloads(), heard: heard.map(({ kind }) => kind) }
    } finally {
      stream.stop()
    }
  }

  test('who was cut off before anything was said comes back to the place they were given', async () => {
    const stream = await listen(clerk)
    const place = await stream.place()
    stream.stop()
    await clerk.post('/api/people', { familyName: 'Heard', givenNames: 'Meanwhile' })
    const back = await listen(clerk, place)
    await back.until('people.person-opened')
    expect(back.reloads()).toBe(0)
    back.stop()
  })

  test('a place beyond the end, as after a restored backup, is told to ask anew and hears what comes next', async () => {
    const stream = await listen(clerk)
    const [xid, id, news] = (await stream.place()).split('.').map(BigInt)
    stream.stop()
    // At the end nothing was missed; beyond it, by a transaction or by news, everything may have been.
    expect((await comesBack(`${xid}.${id}.${news}`)).reloads).toBe(0)
    for (const beyond of [
      `${xid! + 1_000_000n}.1.${news}`,
      `${xid}.${id}.${news! + 1n}`,
      '99999999999999999999.1.0',
      '1.9999999999999999999.0',
      'nonsense',
    ])
      expect(await comesBack(beyond), beyond).toMatchObject({
        reloads: 1,
        heard: expect.arrayContaining(['people.person-opened']),
      })
  })

  test('tells a clerk of another’s person, and an administrator of the account only', async () => {
    const administrator = await office.account(['administrator'])
    const [atDesk, atKeys] = [await listen(clerk), await listen(administrator)]
    try {
      const opened = await clerk.post('/api/people', { familyName: 'Heard', givenNames: 'Twice' })
      expect(opened.status).toBe(200)
      await office.account(['deputy'])
      const heard = await atDesk.until('people.person-opened')
      expect(heard.map(({ kind }) => kind)).not.toContain('access.signed-in')
      // How many have signed in depends on what the horizon held back; that it is nothing else does not.
      const atDoor = await atKeys.until('access.signed-in')
      expect(new Set(atDoor.map(({ kind }) => kind))).toEqual(new Set(['access.signed-in']))
    } finally {
      atDesk.stop()
      atKeys.stop()
    }
  })
})
