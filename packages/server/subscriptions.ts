import type { Subject, Verb } from './platform/act.ts'

/** What an upper room does, in the same transaction, when a lower room says that something happened. */
export interface Subscription {
  kind: `${string}.${string}`
  verb: Verb<string, Subject, unknown>
}

/**
 * Everything that goes up, in one list. Calls go down the layers; this is the only other way.
 * It is filled by the rooms as they arrive.
 */
export const subscriptions: readonly Subscription[] = []
