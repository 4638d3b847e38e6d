import createClient from 'openapi-fetch'
import type { paths } from './schema.gen.ts'
import { send } from './send.ts'
import { loadSession, lockHere, sessionState, signedInAgain } from './session-store.ts'

const door = {
  csrf: () => {
    const state = sessionState()
    return state.kind === 'signed-in' ? state.session.csrf : undefined
  },
  expired: lockHere,
  signedInAgain,
  refresh: loadSession,
}

/**
 * The one way to the office. Typed from its published document; adds the session's token, and when the session has
 * ended asks to sign in over the page and repeats the request.
 *
 * @example const { data, error } = await api.GET('/api/work-release/sites', { params: { query: { q: 'park' } } })
 */
export const api = createClient<paths>({ fetch: (request) => send(request, door) })

/** Body serializer for a form with a file: `api.POST('/api/…', { body, bodySerializer: asMultipart })`. */
export function asMultipart(body: Record<string, unknown>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined || value === null) continue
    if (value instanceof Blob) form.append(name, value)
    else form.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  return form
}
