import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestOffice, testOffice, testPassword } from '../testing/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await testOffice()
})
afterAll(() => office.stop())

async function signIn(username: string, password: string) {
  return office.app.inject({ method: 'POST', url: '/api/session', payload: { username, password } })
}

describe('signing in', () => {
  test('a right password opens a session with the roles and permissions of the account', async () => {
    const clerk = await office.account(['clerk'])
    const reply = await signIn(clerk.username, testPassword)
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toMatchObject({
      signedIn: true,
      roles: ['clerk'],
      account: { username: clerk.username },
    })
    expect(reply.json().permissions).toContain('commitment.write')
    expect(reply.json().permissions).not.toContain('waiver.decide')
    expect(reply.cookies[0]).toMatchObject({
      name: 'inlieu_session',
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
    })
  })

  test('an unknown name and a wrong password are refused alike', async () => {
    const clerk = await office.account(['clerk'])
    const wrong = await signIn(clerk.username, 'not the password')
    const unknown = await signIn('nobody-here', 'not the password')
    expect(wrong.statusCode).toBe(401)
    expect(unknown.json()).toEqual(wrong.json())
  })

  test('four bad tries leave the account open, the fifth locks it, and then the right password does not open it', async () => {
    const clerk = await office.account(['clerk'])
    for (let tries = 1; tries <= 4; tries++)
      expect((await signIn(clerk.username, 'wrong')).statusCode).toBe(401)
    expect((await signIn(clerk.username, 'wrong')).statusCode).toBe(423)
    expect((await signIn(clerk.username, testPassword)).statusCode).toBe(423)
    // A session that was open before is closed by the lock as well.
    expect((await clerk.get('/api/session')).body).toEqual({ signedIn: false })
  })

  test('guesses sent all at once are all counted', async () => {
    const clerk = await office.account(['clerk'])
    const replies = await Promise.all(Array.from({ length: 8 }, () => signIn(clerk.username, 'wrong')))
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([401, 401, 401, 401, 423, 423, 423, 423])
  })

  test('signing out ends the session on the server', async () => {
    const clerk = await office.account(['clerk'])
    expect((await clerk.get('/api/session')).body.signedIn).toBe(true)
    expect((await clerk.post('/api/session/end')).status).toBe(200)
    expect((await clerk.get('/api/session')).body).toEqual({ signedIn: false })
  })

  test('a write without the token of the page is refused', async () => {
    const clerk = await office.account(['clerk'])
    const reply = await clerk.post('/api/session/end', {}, { 'x-inlieu-csrf': 'something else' })
    expect(reply.status).toBe(403)
    expect((await clerk.get('/api/session')).body.signedIn).toBe(true)
  })
})
