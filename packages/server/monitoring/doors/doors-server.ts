import type { IncomingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { gunzip, inflate } from 'node:zlib'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { isDatabaseAway } from '../../platform/database.ts'
import { type Message, Refusal } from './message.ts'
import type { DoorName, Reception, Taken } from './reception.ts'

/** Bytes of a message, packed and unpacked. */
const mostBytes = 2 * 1024 * 1024
const mostUnpacked = 16 * 1024 * 1024
/** A sender that is slower than this sends again. */
const mostMillis = 30_000

const unpackers: Record<string, (body: Buffer) => Promise<Buffer>> = {
  gzip: (body) => promisify(gunzip)(body, { maxOutputLength: mostUnpacked }),
  deflate: (body) => promisify(inflate)(body, { maxOutputLength: mostUnpacked }),
}

/**
 * The device doors over HTTP. Whatever is sent gets an answer that says what is wrong and what to do, never an error
 * of ours; while the record is away the answer is 503, and the sender keeps its message.
 * @param timeOf when a message came, by our clock: epoch milliseconds
 */
export function buildDoors(
  reception: Reception,
  timeOf: (headers: IncomingHttpHeaders) => number,
): FastifyInstance {
  const app = Fastify({
    bodyLimit: mostBytes,
    requestTimeout: mostMillis,
    connectionTimeout: mostMillis,
    keepAliveTimeout: 75_000,
    trustProxy: 'loopback',
    // An identifier in an address is a secret: nothing of a request is logged.
    logger: false,
    exposeHeadRoutes: false,
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
  app.setErrorHandler((error, _, reply) => answerError(error, reply))
  app.setNotFoundHandler((_, reply) =>
    reply.code(404).send({
      error: 'not-found',
      message: 'The doors are /osmand (or /), /owntracks, /traccar and /json.',
    }),
  )
  const door = (name: DoorName, answer: (taken: Taken, reply: FastifyReply) => unknown) => {
    return async (request: FastifyRequest, reply: FastifyReply) =>
      answer(await reception.take(name, await messageOf(request, timeOf(request.headers)), request.ip), reply)
  }
  // Traccar Client shows the body as the answer to a queued command; one word a line.
  const osmand = door('osmand', ({ commands }, reply) =>
    reply.type('text/plain').send(commands.map(({ kind }) => kind).join('\n')),
  )
  for (const url of ['/', '/osmand']) app.route({ method: ['GET', 'POST'], url, handler: osmand })
  app.post(
    '/owntracks',
    door('owntracks', ({ commands }) => commands.map(() => ({ _type: 'cmd', action: 'reportLocation' }))),
  )
  for (const url of ['/traccar', '/traccar/events'])
    app.post(
      url,
      door('traccar', ({ accepted }) => ({ accepted })),
    )
  app.post(
    '/json',
    door('json', ({ commands, ...taken }) => ({
      ...taken,
      // A unit needs no name for itself.
      commands: commands.map(({ unit, kind }) => (unit === null ? kind : { unit, kind })),
    })),
  )
  app.get('/health', async () => ({ ok: true }))
  return app
}

async function messageOf(request: FastifyRequest, received: number): Promise<Message> {
  const headers = request.headers as Record<string, string | undefined>
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  return {
    method: request.method,
    query: new URLSearchParams(request.url.split('?')[1] ?? ''),
    headers,
    body: await unpacked(body, headers['content-encoding']),
    received,
  }
}

async function unpacked(body: Buffer, encoding: string | undefined): Promise<Buffer> {
  if (encoding === undefined || encoding === '' || encoding === 'identity' || body.length === 0) return body
  const unpack = Object.hasOwn(unpackers, encoding) ? unpackers[encoding] : undefined
  if (!unpack)
    throw new Refusal(
      415,
      'not-understood',
      `The body is packed as ${encoding.slice(0, 40)}: send it plain, gzip or deflate.`,
    )
  try {
    return await unpack(body)
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE')
      throw new Refusal(
        413,
        'too-large',
        `The body is larger than ${mostUnpacked} bytes when unpacked: send less at once.`,
      )
    throw new Refusal(400, 'not-understood', `The body is not ${encoding}, as its header says.`)
  }
}

function answerError(error: unknown, reply: FastifyReply): unknown {
  if (error instanceof Refusal) {
    if (error.status === 401) reply.header('www-authenticate', 'Basic realm="Inlieu", Bearer')
    if (error.status === 429) reply.header('retry-after', '60')
    return reply.code(error.status).send({ error: error.reason, message: error.message })
  }
  const status = (error as { statusCode?: number }).statusCode ?? 500
  if (status === 413)
    return reply
      .code(413)
      .send({ error: 'too-large', message: `A message has at most ${mostBytes} bytes: send less at once.` })
  if (status >= 400 && status < 500)
    return reply
      .code(status)
      .send({ error: 'not-understood', message: (error as Error).message.slice(0, 200) })
  if (!isDatabaseAway(error))
    process.stderr.write(`A message was not taken: ${(error as Error).stack ?? error}\n`)
  return reply.code(503).header('retry-after', '5').send({
    error: 'not-ready',
    message: 'The record cannot be written right now. Keep the message and send it again.',
  })
}
