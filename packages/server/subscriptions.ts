import type { Subscription } from './platform/act.ts'

/**
 * Everything that goes up, in one list. Calls go down the layers; this is the only other way.
 * It is filled by the rooms as they arrive.
 */
export const subscriptions: readonly Subscription[] = []
