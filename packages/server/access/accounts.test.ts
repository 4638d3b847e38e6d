import { generateSync } from 'otplib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerQuery } from '../testing/database.ts'
import { type TestOffice, testOffice, testPassword } from '../testing/office.ts'
import { releaseLockAtMachine } from './index.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.stop())

const signIn = (username: string, password: string, code?: string) =>
  office.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username, password, ...(code ? { code } : {}) },
  })

async function lock(username: string) {
  for (let tries = 0; tries < 5; tries++) await signIn(username, 'wrong')
}

describe('a locked account', () => {
  test('stands first on the list and is released by a supervisor of its agency, not by itself and not by another agency', async () => {
    const clerk = await office.account(['clerk'])
    const sergeant = await office.account(['sergeant'])
    const elsewhere = await office.account(['sergeant'], await office.agency())
    await lock(clerk.username)
    const list = await sergeant.get('/api/access/accounts')
    expect(list.body.accounts[0]).toMatchObject({ username: clerk.username })
    expect(list.body.accounts[0].lockedAt).not.toBeNull()
    const release = { accountId: clerk.id, note: 'Known by face' }
    expect((await elsewhere.post('/api/access/accounts/release', release)).body).toEqual({ released: false })
    expect((await signIn(clerk.username, testPassword)).statusCode).toBe(423)
    expect((await sergeant.post('/api/access/accounts/release', release)).body).toEqual({ released: true })
    expect((await signIn(clerk.username, testPassword)).statusCode).toBe(200)
    // The tries before the release no longer count.
    expect((await signIn(clerk.username, 'wrong')).statusCode).toBe(401)
  })

  test('is released by the command at the machine', async () => {
    const clerk = await office.account(['clerk'])
    await lock(clerk.username)
    expect(await releaseLockAtMachine(office.urls.app, clerk.username)).toBe('released')
    expect(await releaseLockAtMachine(office.urls.app, clerk.username)).toBe('was-not-locked')
    expect(await releaseLockAtMachine(office.urls.app, 'nobody-of-that-name')).toBe('unknown')
    expect((await signIn(clerk.username, testPassword)).statusCode).toBe(200)
  })
})

describe('accounts', () => {
  const fresh = {
    username: 'new.clerk',
    displayName: 'New Clerk',
    roles: ['clerk'],
    firstPassword: 'a long first password',
  }

  test('an administrator opens one; a taken name and a short password are told at the field', async () => {
    const administrator = await office.account(['administrator'])
    expect((await administrator.post('/api/access/accounts', fresh)).status).toBe(200)
    expect((await signIn('new.clerk', fresh.firstPassword)).json().account.mustChangePassword).toBe(true)
    const taken = await administrator.post('/api/access/accounts', fresh)
    expect(taken.body.error.fields[0].path).toBe('username')
    const short = await administrator.post('/api/access/accounts', {
      ...fresh,
      username: 'other.clerk',
      firstPassword: 'short',
    })
    expect(short.body.error.fields[0]).toMatchObject({ path: 'firstPassword' })
  })

  test('taking a role ends the sessions at once; an older version is a conflict', async () => {
    const administrator = await office.account(['administrator'])
    const clerk = await office.account(['clerk', 'sergeant'])
    const change = {
      accountId: clerk.id,
      version: 1,
      displayName: 'Renamed',
      email: '',
      roles: ['clerk'],
      ended: false,
    }
    expect((await administrator.post('/api/access/accounts/change', change)).status).toBe(200)
    expect((await clerk.get('/api/session')).body).toEqual({ signedIn: false })
    const stale = await administrator.post('/api/access/accounts/change', change)
    expect(stale.status).toBe(409)
    expect(stale.body.error.conflict.current).toEqual({
      displayName: 'Renamed',
      email: '',
      roles: ['clerk'],
      ended: false,
      version: 2,
    })
    expect(stale.body.error.conflict.changedBy).toBe('Test administrator')
  })

  test('an ended account signs in no more', async () => {
    const administrator = await office.account(['administrator'])
    const clerk = await office.account(['clerk'])
    await administrator.post('/api/access/accounts/change', {
      accountId: clerk.id, version: 1, displayName: 'Left', email: '', roles: ['clerk'], ended: true,
    }) // biome-ignore format: one body
    expect((await clerk.get('/api/session')).body).toEqual({ signedIn: false })
    expect((await signIn(clerk.username, testPassword)).statusCode).toBe(401)
  })

  test('the trail shows that a password changed and never the password or its hash', async () => {
    const clerk = await office.account(['clerk'])
    const next = 'another long password'
    expect(
      (await clerk.post('/api/access/own/password', { current: 'not mine', next })).body.error.fields[0].path,
    ).toBe('current')
    expect((await clerk.post('/api/access/own/password', { current: testPassword, next })).status).toBe(200)
    expect((await clerk.get('/api/session')).body).toEqual({ signedIn: false })
    expect((await signIn(clerk.username, next)).statusCode).toBe(200)
    const trail = await ownerQuery(office.urls, clerk.agencyId, (client) =>
      client.query(
        `select payload::text as payload from audit.entry where row_id = $1 and operation = 'update'`,
        [clerk.id],
      ),
    )
    expect(trail.rows.length).toBeGreaterThan(0)
    for (const row of trail.rows) expect(row.payload).not.toContain('argon2')
    expect(trail.rows.some((row) => row.payload.includes('password_hash'))).toBe(true)
  })
})

describe('second factor', () => {
  test('counts once confirmed, is asked for at sign-in, and a code works once', async () => {
    const clerk = await office.account(['clerk'])
    const begun = await clerk.post('/api/access/own/second-factor')
    expect(begun.body.squareCode).toMatch(/^data:image\/png;base64,/)
    expect((await signIn(clerk.username, testPassword)).statusCode).toBe(200)
    const code = (ahead = 0) =>
      generateSync({
        secret: begun.body.secret,
        epoch: Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000) + ahead,
      })
    expect(
      (await clerk.post('/api/access/own/second-factor/confirm', { code: '000000' })).body.error.fields[0]
        .path,
    ).toBe('code')
    expect((await clerk.post('/api/access/own/second-factor/confirm', { code: code() })).status).toBe(200)
    const without = await signIn(clerk.username, testPassword)
    expect([without.statusCode, without.json().error.code]).toEqual([401, 'second-factor-needed'])
    // The code that confirmed is used up; the next period's one is taken once.
    expect((await signIn(clerk.username, testPassword, code())).statusCode).toBe(401)
    expect((await signIn(clerk.username, testPassword, code(30))).statusCode).toBe(200)
    expect((await signIn(clerk.username, testPassword, code(30))).statusCode).toBe(401)
  })
})
