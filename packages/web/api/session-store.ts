import { Temporal } from 'temporal-polyfill'
import { setOfficeNow } from './office-clock.ts'
import { type Problem, readProblem } from './problem.ts'
import type { paths } from './schema.gen.ts'

type Answer = paths['/api/session']['get']['responses'][200]['content']['application/json']
export type SignedIn = Extract<Answer, { signedIn: true }>
/** Everything that can be allowed, as the office names it. */
export type Permission = SignedIn['permissions'][number]
/** One of the people of the system. */
export type Role = SignedIn['roles'][number]
export type Credentials = { username: string; password: string; code?: string }

/**
 * Who is at this browser.
 * `locked`: was signed in, the session has ended; the page stays as it is, hidden, until the same person is back.
 */
export type SessionState =
  | { kind: 'unknown' }
  | { kind: 'signed-out' }
  | { kind: 'signed-in'; session: SignedIn; ends: Ends }
  | { kind: 'locked'; session: SignedIn }

/** When the session ends, by this machine's own clock: by idleness, and at the latest. */
export type Ends = { idle: Temporal.Instant; latest: Temporal.Instant }

export type SignInOutcome = { ok: true } | { ok: false; problem: Problem }

type Word = { kind: 'signed-in' } | { kind: 'signed-out' } | { kind: 'locked' } | { kind: 'active' }

/** The sessions of several tabs are one: they tell each other of sign-in, sign-out, lock and activity. */
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('inlieu-session')

let state: SessionState = { kind: 'unknown' }
let waiters: (() => void)[] = []
const listeners = new Set<() => void>()
const forgetters = new Set<(staying: SignedIn | undefined) => void>()

const url = '/api/session'
const json = { 'content-type': 'application/json' }

function become(next: SessionState): void {
  state = next
  for (const listener of listeners) listener()
  if (next.kind === 'signed-in') {
    const resumed = waiters
    waiters = []
    for (const resume of resumed) resume()
  }
}

/** What is known of the session now. */
export const sessionState = (): SessionState => state

/** Calls the listener at every change; returns the function that stops it. */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Calls the listener when what one person left in this browser must be forgotten: on sign-out (with
 * `undefined`), and on a sign-in (with who is here now, whose own things may stay).
 */
export function onForget(listener: (staying: SignedIn | undefined) => void): () => void {
  forgetters.add(listener)
  return () => forgetters.delete(listener)
}

const forget = (staying: SignedIn | undefined): void => {
  for (const listener of forgetters) listener(staying)
}

/** Resolves at once when signed in, else when the person has signed in again over the page. */
export function signedInAgain(): Promise<void> {
  if (state.kind === 'signed-in') return Promise.resolve()
  return new Promise((resolve) => waiters.push(resolve))
}

function accept(session: SignedIn, ends: Ends): void {
  setOfficeNow(session.officeNow)
  const before = state.kind === 'signed-in' || state.kind === 'locked' ? state.session : undefined
  if (before && (before.account.id !== session.account.id || before.agency.id !== session.agency.id)) {
    // Another person: nothing on this page is theirs. Start from nothing.
    forget(session)
    globalThis.location.reload()
    return
  }
  if (!before) forget(session)
  become({ kind: 'signed-in', session, ends })
}

/** Asks the office who is signed in; also tells the office that the person is active. */
export async function loadSession(): Promise<void> {
  const response = await fetch(url, { headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`The office answered ${response.status} when asked who is signed in.`)
  const session = (await response.json()) as Answer
  if (session.signedIn) accept(session, endsOf(session, response))
  else if (state.kind === 'signed-in') lockHere()
  else if (state.kind === 'unknown') become({ kind: 'signed-out' })
}

/** Signs in, first time or again over the page. Never throws: an unreachable office is a problem to show. */
export async function signIn(credentials: Credentials): Promise<SignInOutcome> {
  try {
    const response = await fetch(url, { method: 'POST', headers: json, body: JSON.stringify(credentials) })
    const body: unknown = await response.json().catch(() => undefined)
    if (!response.ok) return { ok: false, problem: readProblem(body, response.status) }
    const session = body as SignedIn
    accept(session, endsOf(session, response))
    tell({ kind: 'signed-in' })
    return { ok: true }
  } catch {
    return { ok: false, problem: { status: 0, code: 'unreachable', message: '', fields: [] } }
  }
}

/** Ends the session on the server, then forgets everything here. Throws when the office cannot be reached. */
export async function signOut(): Promise<void> {
  await endOnServer()
  tell({ kind: 'signed-out' })
  leave()
}

/**
 * Hides the page behind the sign-in dialog (AC-11). The session also ends on the server, so that opening the
 * address anew does not show what was just hidden.
 */
export function lock(): void {
  if (state.kind !== 'signed-in') return
  endOnServer().catch(() => undefined)
  tell({ kind: 'locked' })
  lockHere()
}

/** Hides the page because the server no longer knows the session. */
export function lockHere(): void {
  if (state.kind === 'signed-in') become({ kind: 'locked', session: state.session })
}

async function endOnServer(): Promise<void> {
  if (state.kind !== 'signed-in') return
  const headers = { 'x-inlieu-csrf': state.session.csrf }
  const response = await fetch('/api/session/end', { method: 'POST', headers, keepalive: true })
  if (!response.ok && response.status !== 401)
    throw new Error(`Sign-out was answered with ${response.status}.`)
}

function leave(): void {
  forget(undefined)
  become({ kind: 'signed-out' })
  // A fresh document: no person's data stays in the memory of this tab.
  globalThis.location.assign('/')
}

/** Leaves the locked page without signing in again: what was typed on it is given up. */
export function giveUpPage(): void {
  leave()
}

// A session ends by the wall clock, while a demonstration's office may stand on a later day: the moment of the
// answer itself is the measure.
function endsOf(session: SignedIn, response: Response): Ends {
  const here = Temporal.Now.instant()
  const sent = response.headers.get('date')
  const there = sent === null ? here : Temporal.Instant.fromEpochMilliseconds(Date.parse(sent))
  const onThisClock = (at: string): Temporal.Instant => here.add(there.until(at))
  return { idle: onThisClock(session.idleEndsAt), latest: onThisClock(session.endsAt) }
}

/** Whole seconds until the session ends, by idleness or by its length, whichever is first. */
export function secondsLeft(ends: Ends, now: Temporal.Instant = Temporal.Now.instant()): number {
  const first = Temporal.Instant.compare(ends.idle, ends.latest) < 0 ? ends.idle : ends.latest
  return Math.floor(now.until(first).total('seconds'))
}

/** Tells the office, and the other tabs, that the person is still here. */
export async function stayActive(): Promise<void> {
  await loadSession()
  tell({ kind: 'active' })
}

function tell(word: Word): void {
  tabs?.postMessage(word)
}

tabs?.addEventListener('message', (event: MessageEvent<Word>) => {
  const { kind } = event.data
  if (kind === 'signed-out' && state.kind !== 'signed-out') leave()
  else if (kind === 'locked') lockHere()
  else if (kind === 'signed-in' || kind === 'active') loadSession().catch(() => undefined)
})
