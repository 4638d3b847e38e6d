import { useSyncExternalStore } from 'react'
import {
  onSessionChange,
  type Permission,
  type SessionState,
  type SignedIn,
  sessionState,
} from '../api/session-store.ts'

/** The session as it is now; the component draws anew when it changes. */
export const useSessionState = (): SessionState => useSyncExternalStore(onSessionChange, sessionState)

/**
 * Who is signed in. For components inside the staff frame only, where someone always is (a locked page counts:
 * it stands as it was, hidden).
 */
export function useSignedIn(): SignedIn {
  const state = useSessionState()
  if (state.kind === 'signed-in' || state.kind === 'locked') return state.session
  throw new Error('This part stands inside the staff frame, where someone is signed in.')
}

/** Whether the person may do what the permission names; null is allowed to everyone who is signed in. */
export function useMay(): (permission: Permission | null) => boolean {
  const { permissions } = useSignedIn()
  return (permission) => permission === null || permissions.includes(permission)
}
