import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Kysely } from 'kysely'
import { contextOf, type Session, sessionOf } from '../access/session.ts'
import type { Context } from './context.ts'
import type { DB } from './database.ts'
import {
  eventsAfter,
  isBeyond,
  type Position,
  parsePosition,
  positionText,
  type StreamedEvent,
  streamEnd,
} from './events.ts'
import { type Ears, heardOf } from './hearing.ts'
import { Problem } from './problem.ts'
import type { Office } from './route.ts'
import { sessionCookie } from './server.ts'

/** Milliseconds between two looks for new events while anyone listens. */
const pollEvery = 100
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
  ears: Ears
  at: Position
}

/** The sites whose sheets an account opens; the room that keeps the links answers. */
export type SitesOf = (db: Kysely<DB>, ctx: Context) => Promise<ReadonlySet<string>>

/**
 * The event stream: server-sent events with Last-Event-ID, to each session what it may read of its own
 * office's events (`hearing.ts`). Nothing is lost or doubled over a restart, because a position is a place in
 * the database and not in this process.
 */
export function serveStream(app: FastifyInstance, office: Office, sitesOf: SitesOf): void {
  const listeners = new Set<Listener>()
  let timer: NodeJS.Timeout | undefined

  const drop = (listener: Listener) => {
    listeners.delete(listener)
    listener.reply.raw.end()
  }

  const earsOf = async (session: Session): Promise<Ears> => {
    const ctx = contextOf(session, randomUUID(), null, '')
    const { permissions } = ctx
    const sites = permissions.has('site-sheet.use') ? await sitesOf(office.db, ctx) : new Set<string>()
    return { permissions, sites }
  }

  const poll = async () => {
    try {
      for (const [agency, group] of Map.groupBy(listeners, (listener) => listener.session.agency.id)) {
        for (const [, together] of Map.groupBy(group, (listener) => positionText(listener.at))) {
          const events = await eventsAfter(office.db, agency, together[0]!.at)
          for (const listener of together) {
            if (isRelinked(listener, events)) listener.ears = await earsOf(listener.session)
            deliver(listener, events, drop)
          }
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
      if (!session) {
        drop(listener)
        continue
      }
      listener.session = session
      listener.ears = await earsOf(session).catch(() => listener.ears)
      listener.reply.raw.write(': still here\n\n')
    }
  }, heartbeatEvery)
  heartbeat.unref()

  app.get('/api/stream', { schema: { hide: true } }, async (request, reply) => {
    const token = request.cookies[sessionCookie]
    const session = token ? await sessionOf(office.db, token, 'by-the-page') : null
    if (!session || !token) throw new Problem('sign-in-needed', 'Sign in again: the session has ended.')
    const { at, missed } = await beginning(office, session, request.headers['last-event-id'])
    const ears = await earsOf(session)
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    // With its place, so that a reader that was cut off before it heard anything comes back to here.
    reply.raw.write(`retry: 1000\nid: ${positionText(at)}\n\n`)
    if (missed) reply.raw.write('event: reload\ndata: {}\n\n')
    const listener: Listener = { reply, token, session, ears, at }
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

/**
 * Where a reader begins, and whether something may have been missed: then it asks for everything anew. A place beyond
 * the end is of a database that was restored since, and would hear nothing until the stream had come there again.
 */
async function beginning(
  office: Office,
  session: Session,
  lastHeard: string | string[] | undefined,
): Promise<{ at: Position; missed: boolean }> {
  const end = await streamEnd(office.db, session.agency.id)
  if (lastHeard === undefined) return { at: end, missed: false }
  const known = parsePosition(String(lastHeard))
  const missed = !known || isBeyond(known, end) || (await tooFarBack(office, session, known))
  return { at: missed ? end : known, missed }
}

async function tooFarBack(office: Office, session: Session, from: Position): Promise<boolean> {
  return (await eventsAfter(office.db, session.agency.id, from, furthestBack)).length >= furthestBack
}

/** Whether the account was given the sheet of a site, or lost one, meanwhile. */
function isRelinked({ session }: Listener, events: readonly StreamedEvent[]): boolean {
  return events.some(
    ({ kind, subject }) => kind.startsWith('work.supervisor-') && subject.account === session.account.id,
  )
}

function deliver(listener: Listener, events: StreamedEvent[], drop: (listener: Listener) => void): void {
  for (const event of events) {
    const heard = heardOf(event, listener.ears)
    // What is not for these ears only moves their place on: an id without data tells a browser nothing else.
    listener.reply.raw.write(heard ? block(heard) : `id: ${event.position}\n\n`)
    listener.at = parsePosition(event.position)!
  }
  if (listener.reply.raw.writableLength > slowReader) drop(listener)
}

function block({ position, kind, subject, at }: StreamedEvent): string {
  return `id: ${position}\ndata: ${JSON.stringify({ id: position, kind, subject, at })}\n\n`
}
