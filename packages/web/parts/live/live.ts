import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { onSessionChange, sessionState } from '../../api/session-store.ts'
import { type Heard, type LiveEvent, stream } from './stream.ts'
import type { TabWord } from './worker.ts'

export type { LiveEvent }

const listeners = new Set<(event: LiveEvent | 'reload') => void>()
const watchers = new Set<() => void>()
let state: 'live' | 'lost' = 'live'
let say: ((word: TabWord, account?: string) => void) | undefined
let lostTimer: ReturnType<typeof setTimeout> | undefined

/** A connection that is back within this time was never worth a word. */
const patience = 8_000

function hear(heard: Heard): void {
  if (heard.what === 'event') for (const listener of listeners) listener(heard.event)
  if (heard.what === 'reload') for (const listener of listeners) listener('reload')
  if (heard.what !== 'state') return
  clearTimeout(lostTimer)
  if (heard.state === 'live') become('live')
  else lostTimer = setTimeout(() => become('lost'), patience)
}

function become(next: typeof state): void {
  state = next
  for (const watcher of watchers) watcher()
}

function connect(): NonNullable<typeof say> {
  if (typeof SharedWorker === 'undefined') return connectAlone()
  const worker = new SharedWorker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: 'inlieu-live',
  })
  worker.port.onmessage = ({ data }: MessageEvent<Heard>) => hear(data)
  addEventListener('pagehide', () => worker.port.postMessage({ word: 'bye' satisfies TabWord }))
  return (word, account) => worker.port.postMessage({ word, account })
}

/** Some phones have no shared workers: there each tab has its own stream. */
function connectAlone(): NonNullable<typeof say> {
  const own = stream('/api/stream', hear)
  return (word) => (word === 'open' ? own.open() : own.close())
}

let openedFor: string | undefined

function follow(): void {
  const session = sessionState()
  const account = session.kind === 'signed-in' ? session.session.account.id : undefined
  if (account === openedFor) return
  openedFor = account
  say ??= connect()
  if (account === undefined) say('close')
  else say('open', account)
}

function start(): void {
  if (say) return
  onSessionChange(follow)
  follow()
}

/** Whether the page still hears of what happens at the office. */
export function useLiveState(): 'live' | 'lost' {
  return useSyncExternalStore(
    (watcher) => {
      start()
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => state,
  )
}

/**
 * Hears what happens at the office while the component is shown. `kinds` are event kinds, or the first part of many
 * with a star: `money.*`. After a gap the listener hears `'reload'` once, whatever its kinds.
 *
 * @example useLive(['work.attendance-marked'], () => refetch())
 */
export function useLive(kinds: readonly string[], onEvent: (event: LiveEvent | 'reload') => void): void {
  const latest = useRef(onEvent)
  useEffect(() => {
    latest.current = onEvent
  })
  const wanted = kinds.join(' ')
  useEffect(() => {
    start()
    const patterns = wanted.split(' ')
    const listener = (event: LiveEvent | 'reload'): void => {
      if (event === 'reload' || isOfKind(event.kind, patterns)) latest.current(event)
    }
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [wanted])
}

/** Asks anew for the data under the query key when one of the kinds happens; a burst of events asks once. */
export function useLiveQuery(kinds: readonly string[], queryKey: QueryKey): void {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useLive(kinds, () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => client.invalidateQueries({ queryKey }), 250)
  })
}

const isOfKind = (kind: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) =>
    pattern.endsWith('*') ? kind.startsWith(pattern.slice(0, -1)) : kind === pattern,
  )
