import type { Problem } from '../../../api/problem.ts'

/** What a site supervisor can say of a day. */
export type SiteMark = 'worked' | 'sent-home' | 'absent' | 'stood-down'

/** A tick that the office has not answered yet, or has refused. It names the day by its id only: nothing of a person. */
export type Tick = {
  contractDayId: string
  /** The day itself, `YYYY-MM-DD`. */
  on: string
  /** Which mark of the day the sheet showed. */
  version: number
  mark: SiteMark
  /** Minutes worked; null: the whole work day of the site, or none. */
  minutes: number | null
  /** Key under which the office does it once, however often it arrives. */
  key: string
  /** Why the office did not take it; it is sent no more until the person says so. */
  refused?: Problem
}

export type Queue = readonly Tick[]

/**
 * Puts a tick at the end. It takes the place of one that waits for the same day: only the last word is sent.
 * @param sending key of the tick that is under way and cannot be called back
 */
export function withTick(queue: Queue, tick: Tick, sending?: string): Queue {
  const others = queue.filter((one) => one.contractDayId !== tick.contractDayId || one.key === sending)
  return [...others, tick]
}

/** The tick to be sent next: the first that was not refused. */
export const nextOf = (queue: Queue): Tick | undefined => queue.find((tick) => tick.refused === undefined)

/** The office took it: a later tick of the same day now stands over the mark that it made. */
export function afterTaken(queue: Queue, taken: Tick, version: number): Queue {
  return queue
    .filter((tick) => tick.key !== taken.key)
    .map((tick) => (tick.contractDayId === taken.contractDayId ? { ...tick, version } : tick))
}

/** The office refused it: it stays in sight with the reason, unless a later tick of the same day waits. */
export function afterRefused(queue: Queue, refused: Tick, problem: Problem): Queue {
  const isOvertaken = queue.some(
    (tick) => tick.contractDayId === refused.contractDayId && tick.key !== refused.key,
  )
  if (isOvertaken) return queue.filter((tick) => tick.key !== refused.key)
  return queue.map((tick) => (tick.key === refused.key ? { ...tick, refused: problem } : tick))
}

/** The last word on a day that is not on record yet. */
export const tickOf = (queue: Queue, contractDayId: string): Tick | undefined =>
  queue.findLast((tick) => tick.contractDayId === contractDayId)

/** Refused ticks of days that are not on the sheet any more, as those of an earlier week. */
export const strays = (queue: Queue, onSheet: ReadonlySet<string>): Tick[] =>
  queue.filter((tick) => tick.refused !== undefined && !onSheet.has(tick.contractDayId))

/** Ticks that still have to reach the office. */
export const waiting = (queue: Queue): number => queue.filter((tick) => tick.refused === undefined).length
