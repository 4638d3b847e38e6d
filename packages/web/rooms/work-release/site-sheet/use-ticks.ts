import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '../../../api/client.ts'
import { readProblem } from '../../../api/problem.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { markUnsaved } from '../../../parts/form/unsaved.ts'
import { type SiteSheet, workKey } from '../parts/words.ts'
import { keepQueue, readQueue } from './kept-queue.ts'
import { marked } from './marked.ts'
import { afterRefused, afterTaken, nextOf, type Queue, type Tick, waiting, withTick } from './queue.ts'

/** How long to wait before a tick that did not reach the office is sent again, unless the network says it is back. */
const againMs = 10_000

/** What is ticked and not with the office yet, and what is done with it. */
export type Ticks = {
  queue: Queue
  /** The office could not be reached when a tick was last sent. */
  isCutOff: boolean
  /** This device keeps the ticks when the page is closed. */
  isKept: boolean
  tick: (tick: Omit<Tick, 'key' | 'refused'>) => void
  /** Gives up a tick that the office refused. */
  giveUp: (tick: Tick) => void
}

/** Sends ticks one after the other; what cannot be sent waits, and goes by itself when the network is back. */
export function useTicks(): Ticks {
  const { account } = useSignedIn()
  const client = useQueryClient()
  const [queue, setQueue] = useState<Queue>(() => readQueue(account.id))
  const [isCutOff, setCutOff] = useState(false)
  const [isKept, setKept] = useState(true)
  const now = useRef(queue)
  const sending = useRef<string>(undefined)

  const hold = useCallback(
    (next: Queue): void => {
      now.current = next
      setKept(keepQueue(account.id, next))
      setQueue(next)
    },
    [account.id],
  )

  const flush = useCallback(async (): Promise<void> => {
    if (sending.current !== undefined) return
    for (let tick = nextOf(now.current); tick; tick = nextOf(now.current)) {
      sending.current = tick.key
      const outcome = await send(tick).catch(() => 'cut-off' as const)
      sending.current = undefined
      setCutOff(outcome === 'cut-off')
      if (outcome === 'cut-off') return
      if ('version' in outcome)
        client.setQueryData<SiteSheet>(
          workKey.siteSheet,
          (sheet) => sheet && marked(sheet, tick, outcome.version),
        )
      hold(
        'version' in outcome
          ? afterTaken(now.current, tick, outcome.version)
          : afterRefused(now.current, tick, outcome),
      )
      // Not waited for: without network the answer would hold up the ticks behind it.
      void client.invalidateQueries({ queryKey: workKey.siteSheet })
    }
  }, [client, hold])

  useEffect(() => {
    void flush()
    const timer = setInterval(() => void flush(), againMs)
    const back = (): void => void flush()
    addEventListener('online', back)
    return () => {
      clearInterval(timer)
      removeEventListener('online', back)
    }
  }, [flush])

  useUnsaved(waiting(queue) > 0)

  return {
    queue,
    isCutOff,
    isKept,
    tick: (tick) => {
      hold(withTick(now.current, { ...tick, key: crypto.randomUUID() }, sending.current))
      void flush()
    },
    giveUp: (tick) => hold(now.current.filter(({ key }) => key !== tick.key)),
  }
}

/** @returns the new version, or the office's refusal; throws, or says so, when nobody knows whether it arrived */
async function send({ contractDayId, version, mark, minutes, key }: Tick) {
  const { data, error, response } = await api.POST('/api/work-release/site-sheet/ticks', {
    body: { contractDayId, version, mark, minutes },
    headers: { 'idempotency-key': key },
  })
  if (response.ok && data) return { version: data.version }
  if (response.status >= 500 || response.status === 429) return 'cut-off' as const
  return readProblem(error, response.status)
}

/** Signing out with ticks that wait is asked about first. */
function useUnsaved(isUnsaved: boolean): void {
  const [mark] = useState(() => Symbol('site-ticks'))
  useEffect(() => {
    markUnsaved(mark, isUnsaved)
    return () => markUnsaved(mark, false)
  }, [mark, isUnsaved])
}
