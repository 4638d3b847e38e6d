import { useSyncExternalStore } from 'react'
import { onForget, sessionState } from '../../../api/session-store.ts'
import type { ChosenPurpose } from './looking-words.ts'

/** A sitting: the purpose was asked once, and every look until it ends is recorded under it. */
export type Sitting = { sitting: string; purpose: ChosenPurpose; why: string }

let current: (Sitting & { account: string }) | null = null
const watchers = new Set<() => void>()

function become(next: typeof current): void {
  current = next
  for (const watcher of watchers) watcher()
}

/** A sitting that nothing was looked at in yet. */
export const newSitting = (purpose: ChosenPurpose, why: string): Sitting => ({
  sitting: crypto.randomUUID(),
  purpose,
  why,
})

/** Begins a sitting. It lasts until it is ended, the page is loaded anew, or somebody else signs in. */
export function beginSitting(sitting: Sitting): void {
  const session = sessionState()
  if (session.kind === 'signed-in') become({ ...sitting, account: session.session.account.id })
}

/** Ends the sitting: what is looked at next asks for its purpose again. */
export const endSitting = (): void => become(null)

onForget((staying) => {
  if (current && staying?.account.id !== current.account) become(null)
})

/** The sitting as it is now; null before the purpose is said. */
export function useSitting(): Sitting | null {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => current,
  )
}

/** A look from an alarm: the alarm is its purpose. It begins no sitting: what is looked at next asks for its own. */
export type AlarmLooking = { sitting: string; purpose: 'alarm'; alarmId: string }

/** What a request says of the sitting. */
export const lookingOf = ({ sitting, purpose, why }: Sitting) => ({ sitting, purpose, why })
