import { describe, expect, it, vi } from 'vitest'
import { type SessionDoor, send } from './send.ts'

const url = 'http://office.test/api/money/payments'
const post = () =>
  new Request(url, { method: 'POST', body: '{"amountCents":5000}', headers: { 'idempotency-key': 'k1' } })

/** A door at which signing in again brings the next token. */
function door(tokens: string[]): SessionDoor {
  return {
    csrf: () => tokens[0],
    expired: vi.fn(),
    signedInAgain: vi.fn(async () => void tokens.shift()),
    refresh: vi.fn(async () => void (tokens.length > 1 && tokens.shift())),
  }
}

/** A network that gives these answers in turn, and remembers what was sent. */
function network(statuses: number[]) {
  const sent: { csrf: string | null; key: string | null; body: string }[] = []
  const answerNext = async (request: Request): Promise<Response> => {
    const { headers } = request
    sent.push({
      csrf: headers.get('x-inlieu-csrf'),
      key: headers.get('idempotency-key'),
      body: await request.text(),
    })
    return new Response(null, { status: statuses.shift()! })
  }
  return { sent, answerNext }
}

describe('a request when the session has ended', () => {
  it('waits for the sign-in and is sent again whole, under the same key, with the new token', async () => {
    const { sent, answerNext } = network([401, 200])
    const at = door(['old', 'new'])
    const response = await send(post(), at, answerNext)
    expect(response.status).toBe(200)
    expect(at.expired).toHaveBeenCalledOnce()
    expect(sent).toEqual([
      { csrf: 'old', key: 'k1', body: '{"amountCents":5000}' },
      { csrf: 'new', key: 'k1', body: '{"amountCents":5000}' },
    ])
  })

  it('asks again when the new session ends at once too', async () => {
    const { sent, answerNext } = network([401, 401, 200])
    expect((await send(post(), door(['1', '2', '3']), answerNext)).status).toBe(200)
    expect(sent.map(({ csrf }) => csrf)).toEqual(['1', '2', '3'])
  })
})

describe('a write that is refused', () => {
  it('is sent once more when another tab had renewed the token', async () => {
    const { sent, answerNext } = network([403, 200])
    expect((await send(post(), door(['stale', 'fresh']), answerNext)).status).toBe(200)
    expect(sent.map(({ csrf }) => csrf)).toEqual(['stale', 'fresh'])
  })

  it('stays refused when the token was right', async () => {
    const { sent, answerNext } = network([403])
    expect((await send(post(), door(['right']), answerNext)).status).toBe(403)
    expect(sent).toHaveLength(1)
  })
})

it('a read carries no token', async () => {
  const { sent, answerNext } = network([200])
  await send(new Request(url), door(['t']), answerNext)
  expect(sent[0]?.csrf).toBeNull()
})
