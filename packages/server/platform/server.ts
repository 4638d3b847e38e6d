import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import {
  createJsonSchemaTransform,
  hasZodFastifySchemaValidationErrors,
  isResponseSerializationError,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { contextOf, type Session, sessionOf } from '../access/session.ts'
import type { Context } from './context.ts'
import { isDatabaseAway } from './database.ts'
import { type FieldProblem, Problem } from './problem.ts'
import type { Office, Route } from './route.ts'
import { readUpload } from './upload.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The session that the request's cookie stands for; set before any handler runs. */
    session: Session | null
  }
  interface FastifyInstance {
    /** Every route that was registered, for the walk over them. */
    registered: Route[]
  }
}

/** Name of the session's cookie. The prefix makes browsers insist on Secure where it is served over TLS. */
export const sessionCookie = 'inlieu_session'

const idempotencyKeyForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Largest body of an ordinary request, in bytes. Papers have their own. */
const usualBody = 512 * 1024

/** Builds the HTTP side of the office: checks, refusals and headers that every route shares. */
export async function buildServer(
  office: Office,
  options: { routes: readonly Route[]; secureCookies: boolean },
): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: usualBody,
    forceCloseConnections: true,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 100 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('session', null)
  app.decorate('registered', [...options.routes])
  await app.register(cookie)
  await app.register(multipart)
  // Before every route: it reaches those alone that come after it. The event stream is written past it.
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], globalDecompression: false })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Inlieu',
        version: '0.1.0',
        description: 'The office of a county custody-alternatives program.',
      },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } }),
  })
  app.addHook('onSend', async (_request, reply) => secureHeaders(reply, options.secureCookies))
  app.setErrorHandler((error: FastifyError, request, reply) => refuse(error, request, reply))
  app.setNotFoundHandler((request, reply) => {
    const problem = new Problem(
      'not-found',
      `There is nothing at ${request.method} ${request.url.split('?')[0]}.`,
    )
    return reply.status(404).send(problem.toBody())
  })
  for (const declared of options.routes) registerRoute(app, office, declared)
  return app
}

function registerRoute(app: FastifyInstance, office: Office, declared: Route): void {
  // The types ask for a permission; this stands for code that got around them.
  if (!declared.permission) throw new Error(`${declared.method} ${declared.path} has no permission.`)
  app.route({
    method: declared.method,
    url: declared.path,
    ...(declared.bodyLimit ? { bodyLimit: declared.bodyLimit } : {}),
    schema: {
      summary: declared.summary,
      ...(declared.upload ? { consumes: ['multipart/form-data'] } : {}),
      tags: [declared.path.split('/')[2] ?? ''],
      ...(declared.params ? { params: declared.params } : {}),
      ...(declared.query ? { querystring: declared.query } : {}),
      ...(declared.body ? { body: declared.body } : {}),
      ...(declared.response === 'file' ? {} : { response: { 200: declared.response } }),
    },
    // Before the body is read: nobody without the right sends us twenty megabytes.
    onRequest: async (request) => {
      await admit(office, declared, request)
    },
    ...(declared.upload
      ? {
          preValidation: async (request: FastifyRequest) => {
            request.body = await readUpload(request)
          },
        }
      : {}),
    handler: async (request, reply) => {
      const answer = await declared.handle({
        ctx: contextFor(request),
        office,
        params: request.params,
        query: request.query,
        body: request.body,
        reply,
        request,
      })
      return answer === reply ? reply : reply.send(answer)
    },
  })
}

async function admit(office: Office, declared: Route, request: FastifyRequest): Promise<void> {
  const token = request.cookies[sessionCookie]
  request.session = token ? await sessionOf(office.db, token) : null
  if (declared.permission === 'anyone') return
  const session = request.session
  if (!session) throw new Problem('sign-in-needed', 'Sign in again: the session has ended.')
  if (declared.method !== 'GET' && request.headers['x-inlieu-csrf'] !== session.csrf) {
    throw new Problem(
      'not-allowed',
      'This request did not come from the page you signed in on. Load the page again.',
    )
  }
  const ctx = contextFor(request)
  if (
    office.secondFactorRequired &&
    !session.account.hasSecondFactor &&
    declared.permission !== 'own.account'
  ) {
    throw new Problem('not-allowed', 'Set up the second factor of your account first (My account).')
  }
  if (!ctx.permissions.has(declared.permission)) {
    throw new Problem(
      'not-allowed',
      `Your role in this office does not include this (${declared.permission}).`,
    )
  }
}

function contextFor(request: FastifyRequest): Context {
  const key = request.headers['idempotency-key']
  const reason = request.headers['x-inlieu-reason']
  if (key !== undefined && (typeof key !== 'string' || !idempotencyKeyForm.test(key))) {
    throw new Problem('not-understood', 'The header idempotency-key is not a UUID.')
  }
  if (!request.session) return nobody
  return contextOf(
    request.session,
    request.id,
    key ?? null,
    typeof reason === 'string' ? decodeReason(reason) : '',
  )
}

// Headers carry ASCII; the page percent-encodes what people type.
function decodeReason(header: string): string {
  try {
    return decodeURIComponent(header).slice(0, 1000)
  } catch {
    throw new Problem('not-understood', 'The header x-inlieu-reason is not percent-encoded text.')
  }
}

/** The context of a request at the door. Its agency is nobody's, so row-level security shows it nothing. */
const nobody = new Proxy({} as Context, {
  get(_target, name) {
    if (name === 'then') return undefined
    throw new Problem('sign-in-needed', 'Sign in first.')
  },
})

function secureHeaders(reply: FastifyReply, secure: boolean): void {
  reply.header(
    'content-security-policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self' blob:; object-src 'none'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
  )
  reply.header('x-content-type-options', 'nosniff')
  reply.header('referrer-policy', 'same-origin')
  reply.header('cross-origin-opener-policy', 'same-origin')
  reply.header('permissions-policy', 'camera=(self), geolocation=(), microphone=()')
  if (secure) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
}

function refuse(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Problem) return reply.status(error.status).send(error.toBody())
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields: FieldProblem[] = error.validation.map((issue) => ({
      path: issue.instancePath.split('/').filter(Boolean).join('.'),
      message: issue.message ?? 'This does not fit.',
    }))
    const named = fields.map((field) => field.path).filter(Boolean)
    const where = named.length > 0 ? `: ${[...new Set(named)].slice(0, 5).join(', ')}` : ''
    return reply
      .status(400)
      .send(new Problem('not-understood', `Some of what was sent does not fit${where}.`, { fields }).toBody())
  }
  const status = error.statusCode ?? 500
  if (status === 413) {
    return reply
      .status(413)
      .send(new Problem('too-large', 'What was sent is larger than this page takes.').toBody())
  }
  if (status === 415) {
    return reply
      .status(415)
      .send(new Problem('wrong-kind', 'Send JSON, or a file where a file is asked for.').toBody())
  }
  if (status >= 400 && status < 500) {
    return reply.status(status).send(new Problem('not-understood', error.message).toBody())
  }
  if (isDatabaseAway(error)) {
    const message =
      'The database of the office does not answer just now. Try again in a moment: what was saved already is not saved twice.'
    return reply.status(503).send(new Problem('not-ready', message).toBody())
  }
  const what = isResponseSerializationError(error) ? String(error.cause) : (error.stack ?? error.message)
  process.stderr.write(`${request.id} ${request.method} ${request.url.split('?')[0]} failed: ${what}\n`)
  return reply.status(500).send({
    error: {
      code: 'defect',
      message: `Something went wrong on our side; nothing was saved. Try again, and give the number ${request.id} if it happens twice.`,
    },
  })
}
