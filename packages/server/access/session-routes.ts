import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { act } from '../platform/act.ts'
import { officeNow, wallNow } from '../platform/clock.ts'
import { Problem } from '../platform/problem.ts'
import { type Office, type Route, route } from '../platform/route.ts'
import { id, instant, text } from '../platform/schemas.ts'
import { sessionCookie } from '../platform/server.ts'
import { passwordFitsNobody } from './password.ts'
import { type Permission, permissions, permissionsOf, roles } from './permissions.ts'
import { actAsOffice, contextOf, type Session, sessionOf, signOut } from './session.ts'
import { type SignInAnswer, signIn } from './sign-in.ts'

const sessionView = z.discriminatedUnion('signedIn', [
  z.object({ signedIn: z.literal(false) }),
  z.object({
    signedIn: z.literal(true),
    account: z.object({
      id,
      username: z.string(),
      displayName: z.string(),
      hasSecondFactor: z.boolean(),
      mustChangePassword: z.boolean(),
    }),
    roles: z.array(z.enum(roles)),
    permissions: z.array(z.enum(permissions)),
    agency: z.object({
      id,
      name: z.string(),
      county: z.string(),
      timeZone: z.string(),
      isDemonstration: z.boolean(),
      feeBasis: z.enum(['law-as-it-stands', 'as-the-source-reads']),
    }),
    csrf: z.string(),
    idleEndsAt: instant,
    endsAt: instant,
    officeNow: instant,
    secondFactorRequired: z.boolean(),
  }),
])

/** Signing in and out, and who is signed in. */
export function sessionRoutes(options: { secureCookies: boolean }): Route[] {
  const cookieOptions = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: options.secureCookies,
  } as const
  return [
    route({
      method: 'GET',
      path: '/api/session',
      permission: 'anyone',
      summary: 'Who is signed in on this browser',
      response: sessionView,
      handle: async ({ request, office }) => view(request.session, office),
    }),
    route({
      method: 'POST',
      path: '/api/session',
      permission: 'anyone',
      summary: 'Sign in with user name, password and, where the account has one, the second factor',
      body: z.strictObject({
        username: text(64),
        password: z.string().min(1).max(256),
        code: z.string().max(10).optional(),
      }),
      response: sessionView,
      handle: async ({ request, reply, office, body }) => {
        refuseOtherSites(request.headers['sec-fetch-site'])
        const answer = await tryToSignIn(office, {
          username: body.username.toLowerCase(),
          password: body.password,
          code: body.code?.replace(/\s/g, '') || null,
          address: request.ip,
          browser: request.headers['user-agent'] ?? '',
        })
        if (answer.kind !== 'signed-in') throw refusal(answer.kind)
        reply.setCookie(sessionCookie, answer.token, cookieOptions)
        return view(await sessionOf(office.db, answer.token), office)
      },
    }),
    route({
      method: 'POST',
      path: '/api/session/end',
      permission: 'own.account',
      summary: 'Sign out: the session ends on the server',
      response: z.object({ signedIn: z.literal(false) }),
      handle: async ({ request, reply, office, ctx }) => {
        await act(office.db, ctx, signOut, { sessionId: request.session!.id, at: wallNow() })
        reply.clearCookie(sessionCookie, cookieOptions)
        return { signedIn: false as const }
      },
    }),
  ]
}

async function tryToSignIn(
  office: Office,
  input: { username: string; password: string; code: string | null; address: string; browser: string },
): Promise<SignInAnswer> {
  const found = await sql<{ agency_id: string; account_id: string }>`
    select agency_id, account_id from access.account_at_the_door(${input.username})`.execute(office.db)
  const door = found.rows[0]
  if (!door) {
    await passwordFitsNobody(input.password)
    return { kind: 'refused' }
  }
  return actAsOffice(office.db, door.agency_id, signIn, {
    accountId: door.account_id,
    password: input.password,
    code: input.code,
    address: input.address,
    browser: input.browser,
    at: wallNow(),
    keys: office.keys,
    secondFactorRequired: office.secondFactorRequired,
  })
}

function refusal(kind: 'refused' | 'locked' | 'second-factor-needed'): Problem {
  switch (kind) {
    case 'refused':
      return new Problem('sign-in-refused', 'The user name, password or code is not right.')
    case 'locked':
      return new Problem(
        'locked',
        'This account is locked after five bad tries. A supervisor of your office can release it.',
      )
    case 'second-factor-needed':
      return new Problem('second-factor-needed', 'Type the six digits your authenticator app shows.')
  }
}

// There is no session yet that a token could belong to; the browser itself says where the request began.
function refuseOtherSites(site: string | string[] | undefined): void {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new Problem('not-allowed', 'Sign in on the office page itself.')
  }
}

function view(session: Session | null, office: Office): z.output<typeof sessionView> {
  if (!session) return { signedIn: false }
  const ctx = contextOf(session, randomUUID(), null, '')
  return {
    signedIn: true,
    account: session.account,
    roles: session.roles,
    permissions: [...permissionsOf(session.roles)].sort() as Permission[],
    agency: session.agency,
    csrf: session.csrf,
    idleEndsAt: session.idleEndsAt,
    endsAt: session.endsAt,
    officeNow: ctx.now ?? officeNow(),
    secondFactorRequired: office.secondFactorRequired,
  }
}
