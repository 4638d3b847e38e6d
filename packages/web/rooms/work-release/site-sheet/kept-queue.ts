import type { Queue, Tick } from './queue.ts'

/*
 * Waiting ticks stay on this device until the office has them: through a reload, a closed browser and a sign-out. They
 * name a day by its id and say nothing of a person; each account finds only its own.
 */
const keyOf = (account: string): string => `inlieu-site-ticks ${account}`

/** The ticks that this account left waiting. */
export function readQueue(account: string): Queue {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(account)) ?? '[]')
    return Array.isArray(kept) ? (kept as Tick[]) : []
  } catch {
    return []
  }
}

/** Keeps the queue. @returns false when this device cannot keep it: then it lasts as long as the page is open */
export function keepQueue(account: string, queue: Queue): boolean {
  try {
    if (queue.length === 0) localStorage.removeItem(keyOf(account))
    else localStorage.setItem(keyOf(account), JSON.stringify(queue))
    return true
  } catch {
    return false
  }
}
