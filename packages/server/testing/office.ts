import { randomBytes, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { inject } from 'vitest'
import { hashPassword } from '../access/password.ts'
import type { Role } from '../access/permissions.ts'
import { actAsOffice, contextOf, sessionOf } from '../access/session.ts'
import { signIn } from '../access/sign-in.ts'
import { act, type Verb } from '../platform/act.ts'
import { wallNow } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { openDatabase } from '../platform/database.ts'
import { keysFrom } from '../platform/keys.ts'
import type { Office } from '../platform/route.ts'
import { buildServer } from '../platform/server.ts'
import { allRoutes, connectRooms } from '../rooms.ts'
import { createTestDatabase, ownerQuery, type TestUrls } from './database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: { superuserUrl: string; urls: TestUrls }
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a test asserts the shape it expects
type Body = any

/** A person of the office in a test: signed in, with the token and headers a browser would send. */
export interface TestAccount {
  id: string
  username: string
  agencyId: string
  /** What its browser sends with each request. */
  headers: Record<string, string>
  ctx: Context
  /** Calls a route as this account; parses JSON. */
  get(url: string): Promise<{ status: number; body: Body }>
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<{ status: number; body: Body }>
  /** Sends a body of any kind as it stands. */
  send(url: string, type: string, payload: string | Buffer): Promise<{ status: number; body: Body }>
  /** Runs a verb as this account. */
  act<Room extends string, I, R>(verb: Verb<Room, I, R>, input: I): Promise<R>
}

/** An office of its own on a fresh database, with the real routes and PostgreSQL. */
export interface TestOffice {
  app: FastifyInstance
  database: ReturnType<typeof openDatabase>
  urls: TestUrls
  /** A new agency beside the first, to show that nothing crosses. */
  agency(name?: string, feeBasis?: string, county?: string): Promise<string>
  /** A signed-in account with these roles, in the first agency unless told. */
  account(roles: Role[], agencyId?: string): Promise<TestAccount>
  stop(): Promise<void>
}

/** The sealing key of every test office. */
export const testKeys = keysFrom(Buffer.alloc(32, 7))

/** One hash for all test accounts: argon2 is slow on purpose. */
let hashOnce: Promise<string> | undefined
export const testPassword = 'correct horse battery staple'

/**
 * Builds an office on a copy of the migrated database. Call `stop()` when done.
 * @param serve adds to the server before it is ready: the event stream, where a test listens
 */
export async function testOffice(
  serve: (app: FastifyInstance, office: Office) => void = () => undefined,
): Promise<TestOffice> {
  connectRooms()
  const urls = await createTestDatabase(inject('cluster'), `office_${randomBytes(6).toString('hex')}`)
  const database = openDatabase(urls.app, 10)
  const office = { db: database.db, keys: testKeys, secondFactorRequired: false }
  const app = await buildServer(office, { routes: allRoutes({ secureCookies: false }), secureCookies: false })
  serve(app, office)
  await app.ready()
  const firstAgency = await newAgency(urls, 'Test Office', 'as-the-source-reads')

  return {
    app,
    database,
    urls,
    agency: (name = 'Other Office', feeBasis = 'law-as-it-stands', county = 'Contra Costa') =>
      newAgency(urls, name, feeBasis, county),
    account: (roles, agencyId = firstAgency) => newAccount({ app, database, urls, agencyId, roles }),
    stop: async () => {
      await app.close()
      await database.close()
      await urls.drop()
    },
  }
}

async function newAgency(
  urls: TestUrls,
  name: string,
  feeBasis: string,
  county = 'Contra Costa',
): Promise<string> {
  const id = randomUUID()
  await ownerQuery(urls, id, (client) =>
    client.query(
      `insert into access.agency (id, slug, name, county, state, time_zone, is_demonstration, fee_basis)
       values ($1, $2, $3, $5, 'CA', 'America/Los_Angeles', true, $4)`,
      [id, id.slice(0, 8), name, feeBasis, county],
    ),
  )
  return id
}

async function newAccount(parts: {
  app: FastifyInstance
  database: ReturnType<typeof openDatabase>
  urls: TestUrls
  agencyId: string
  roles: Role[]
}): Promise<TestAccount> {
  const { app, database, urls, agencyId, roles } = parts
  hashOnce ??= hashPassword(testPassword)
  const passwordHash = await hashOnce
  const id = randomUUID()
  const username = `t-${id.slice(0, 8)}`
  await ownerQuery(urls, agencyId, async (client) => {
    await client.query(
      `insert into access.account (agency_id, id, username, display_name, password_hash, created_at)
       values ($1, $2, $3, $4, $5, clock_timestamp())`,
      [agencyId, id, username, `Test ${roles.join(' ')}`, passwordHash],
    )
    for (const role of roles) {
      await client.query(
        `insert into access.account_role (agency_id, id, account_id, role, granted_at) values ($1, $2, $3, $4, clock_timestamp())`,
        [agencyId, randomUUID(), id, role],
      )
    }
  })
  const answer = await actAsOffice(database.db, agencyId, signIn, {
    accountId: id,
    password: testPassword,
    code: null,
    address: '127.0.0.1',
    browser: 'test',
    at: wallNow(),
    keys: testKeys,
    secondFactorRequired: false,
  })
  if (answer.kind !== 'signed-in') throw new Error(`The test account could not sign in: ${answer.kind}`)
  const session = (await sessionOf(database.db, answer.token))!
  const headers = { cookie: `inlieu_session=${answer.token}`, 'x-inlieu-csrf': session.csrf }
  const call = async (
    method: 'GET' | 'POST',
    url: string,
    body?: unknown,
    more: Record<string, string> = {},
  ) => {
    const reply = await app.inject({
      method,
      url,
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const isJson = String(reply.headers['content-type']).includes('json')
    return { status: reply.statusCode, body: isJson ? reply.json() : reply.body }
  }
  return {
    id,
    username,
    agencyId,
    headers,
    get ctx() {
      return contextOf(session, randomUUID(), null, '')
    },
    get: (url) => call('GET', url),
    post: (url, body, more) => call('POST', url, body ?? {}, more),
    send: async (url, type, payload) => {
      const reply = await app.inject({
        method: 'POST',
        url,
        headers: { ...headers, 'content-type': type },
        payload,
      })
      return { status: reply.statusCode, body: reply.body }
    },
    act: (verb, input) => act(database.db, contextOf(session, randomUUID(), null, ''), verb, input),
  }
}
