import type { FastifyInstance } from 'fastify'

/** How a case is driven: as someone who is signed in, through the routes that the pages use. */
export interface Caller {
  get<T>(path: string): Promise<T>
  /** @param headers further ones, as an idempotency key */
  post<T>(path: string, body?: unknown, headers?: Record<string, string>): Promise<T>
  /** Sends a file as a form does. @returns the paper's id */
  upload(file: { name: string; type: string; bytes: Buffer; title: string; kind: string }): Promise<string>
  /** What a browser sends with each request of this session. */
  readonly session: Readonly<Record<string, string>>
}

/** What the office refused, with its own words. */
export class CallRefused extends Error {
  readonly status: number
  readonly body: unknown
  constructor(what: string, status: number, body: unknown) {
    super(`${what} was refused with ${status}: ${JSON.stringify(body).slice(0, 600)}`)
    this.name = 'CallRefused'
    this.status = status
    this.body = body
  }
}

interface Reply {
  status: number
  text: string
  cookie: string | undefined
}

/** Sends one request, in whatever way the office is reached. */
export type Sender = (request: {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body: string | Buffer | undefined
}) => Promise<Reply>

/** Signs in and calls as that account. */
export async function signInAs(send: Sender, username: string, password: string): Promise<Caller> {
  const json = { 'content-type': 'application/json' }
  const body = JSON.stringify({ username, password })
  const reply = await send({ method: 'POST', path: '/api/session', headers: json, body })
  if (reply.status !== 200) throw new CallRefused(`Signing in as ${username}`, reply.status, reply.text)
  const session = JSON.parse(reply.text) as { csrf: string }
  const signedIn = { cookie: reply.cookie ?? '', 'x-inlieu-csrf': session.csrf }
  const call = async <T>(
    method: 'GET' | 'POST',
    path: string,
    headers: Record<string, string>,
    sent?: string | Buffer,
  ): Promise<T> => {
    const answer = await send({ method, path, headers: { ...signedIn, ...headers }, body: sent })
    const parsed: unknown = answer.text === '' ? null : JSON.parse(answer.text)
    if (answer.status >= 400) throw new CallRefused(`${method} ${path}`, answer.status, parsed)
    return parsed as T
  }
  return {
    get: (path) => call('GET', path, {}),
    session: signedIn,
    post: (path, what, more = {}) => call('POST', path, { ...json, ...more }, JSON.stringify(what ?? {})),
    upload: async (file) => {
      const { type, bytes } = multipart(file)
      return (
        await call<{ paperId: string }>('POST', '/api/platform/papers', { 'content-type': type }, bytes)
      ).paperId
    },
  }
}

/** Reaches an office that runs in this process. */
export function inProcess(app: FastifyInstance): Sender {
  return async ({ method, path, headers, body }) => {
    const reply = await app.inject({
      method,
      url: path,
      headers,
      ...(body === undefined ? {} : { payload: body }),
    })
    const cookie = reply.cookies[0]
    return {
      status: reply.statusCode,
      text: reply.body,
      cookie: cookie ? `${cookie.name}=${cookie.value}` : undefined,
    }
  }
}

/** Reaches an office over HTTP. */
export function overHttp(origin: string): Sender {
  return async ({ method, path, headers, body }) => {
    const reply = await fetch(origin + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: body as NonNullable<RequestInit['body']> }),
    })
    return {
      status: reply.status,
      text: await reply.text(),
      cookie: reply.headers.getSetCookie()[0]?.split(';')[0],
    }
  }
}

function multipart(file: { name: string; type: string; bytes: Buffer; title: string; kind: string }): {
  type: string
  bytes: Buffer
} {
  const mark = 'inlieu-form-boundary'
  const field = (name: string, value: string) =>
    `--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`
  return {
    type: `multipart/form-data; boundary=${mark}`,
    bytes: Buffer.concat([
      Buffer.from(field('kind', file.kind) + field('title', file.title) + head),
      file.bytes,
      Buffer.from(`\r\n--${mark}--\r\n`),
    ]),
  }
}
