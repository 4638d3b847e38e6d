import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Session, sessionOf } from '../access/session.ts'
import { eventsAfter, type Position, parsePosition, type StreamedEvent, streamEnd } from './events.ts'
import { Problem } from './problem.ts'
import type { Office } from './route.ts'
import { sessionCookie } from './server.ts'

/** Milliseconds between two looks for new events while anyone listens. */
const pollEvery = 300
/** Milliseconds between heartbeats; each checks the session again. */
const heartbeatEvery = 20_000
/** A reader this many bytes behind is dropped; it comes back with the last id it has. */
const slowReader = 256 * 1024
/** A reader further back than this many events is told to load the page again. */
const furthestBack = 2000

interface Listener {
  reply: FastifyReply
  token: string
  session: Session
  at: Position
}

/**
 * The event stream: server-sent events with Last-Event-ID, one office's events each. Nothing is lost or
 * doubled over a restart, because a position is a place in the database and not in this process.
 */
export function serveStream(app: FastifyInstance, office: Office): void {
  const listeners = new Set<Listener>()
  let timer: NodeJS.Timeout | undefined

  const drop = (listener: Listener) => {
    listeners.delete(listener)
    listener.reply.raw.end()
  }

  const poll = async () => {
    try {
      for (const [agency, group] of Map.groupBy(listeners, (listener) => listener.session.agency.id)) {
        for (const [, together] of Map.groupBy(group, (listener) => `${listener.at.xid}.${listener.at.id}`)) {
          const events = await eventsAfter(office.db, agency, together[0]!.at)
          for (const listener of together) deliver(listener, events, drop)
        }
      }
    } catch {
      // The database is away; the listeners wait and the next look tries again.
    }
    timer = listeners.size > 0 ? setTimeout(poll, pollEvery) : undefined
  }

  const heartbeat = setInterval(async () => {
    for (const listener of listeners) {
      const session = await sessionOf(office.db, listener.token, 'by-the-page').catch(() => listener.session)
      if (session) listener.reply.raw.write(': still here\n\n')
      else drop(listener)
    }
  }, heartbeatEvery)
  heartbeat.unref()

  app.get('/api/stream', { schema: { hide: true } }, async (request, reply) => {
    const token = request.cookies[sessionCookie]
    const session = token ? await sessionOf(office.db, token, 'by-the-page') : null
    if (!session || !token) throw new Problem('sign-in-needed', 'Sign in again: the session has ended.')
    const from = request.headers['last-event-id']
    const known = typeof from === 'string' ? parsePosition(from) : null
    const end = await streamEnd(office.db)
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 1000\n\n')
    const listener: Listener = { reply, token, session, at: known ?? end }
    if (known && (await tooFarBack(office, session, known))) {
      reply.raw.write('event: reload\ndata: {}\n\n')
      listener.at = end
    }
    listeners.add(listener)
    request.raw.on('close', () => listeners.delete(listener))
    timer ??= setTimeout(poll, 0)
  })

  app.addHook('onClose', async () => {
    clearInterval(heartbeat)
    clearTimeout(timer)
    for (const listener of [...listeners]) drop(listener)
  })
}

async function tooFarBack(office: Office, session: Session, from: Position): Promise<boolean> {
  return (await eventsAfter(office.db, session.agency.id, from, furthestBack)).length === furthestBack
}

function deliver(listener: Listener, events: StreamedEvent[], drop: (listener: Listener) => void): void {
  for (const event of events) {
    const data = JSON.stringify({
      id: event.position,
      kind: event.kind,
      subject: event.subject,
      at: event.at,
    })
    listener.reply.raw.write(`id: ${event.position}\ndata: ${data}\n\n`)
    listener.at = parsePosition(event.position)!
  }
  if (listener.reply.raw.writableLength > slowReader) drop(listener)
}
