import type { Reachable } from './on-duty.ts'

/** By which way a message reaches somebody; null where there is none and only a call helps. */
export function wayTo(who: Reachable): { channel: 'text' | 'email'; to: string } | null {
  if (who.texts && who.phone !== '') return { channel: 'text', to: who.phone }
  return who.email === '' ? null : { channel: 'email', to: who.email }
}
