import type { SentenceEvent } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import type { GoodTimeLoss } from './losses.ts'

/** What of a decision the sentence is computed from. */
export type CountedLoss = Pick<GoodTimeLoss, 'commitmentId' | 'days' | 'returnedOn' | 'ending' | 'onDay'>

/** An ending or opening again of the enrolment, as its steps have it. */
export interface SpellStep {
  kind: string
  onDay: Temporal.PlainDate
}

/** What was lost of good time, and the steps that say when the person went to custody and came home. */
export interface GoodTimeOnRecord {
  lost: readonly CountedLoss[]
  /** In the order in which they were recorded. */
  steps: readonly SpellStep[]
}

/**
 * What the law counts for good time lost: each loss, the return for a rule violation that it goes with, and the coming
 * home after that (SCC-2.D). Where nothing is lost nothing is told, so that a worksheet without it stays what it was.
 */
export function goodTimeEvents({ lost, steps }: GoodTimeOnRecord): SentenceEvent[] {
  const counted = lost.filter(({ days }) => days > 0)
  const endings = new Map(counted.map((loss) => [loss.returnedOn.toString(), loss.ending]))
  const returns = [...endings].sort(([one], [other]) => (one < other ? -1 : 1))
  return [
    ...returns.map(([on, ending]) => ({ kind: 'returned', on, ending, daysServed: null }) as const),
    ...returns.flatMap(([on], i) => homeAgain(on, returns[i + 1]?.[0] ?? null, steps)),
    ...counted.map(
      (loss) =>
        ({
          kind: 'good-time-lost',
          on: loss.onDay.toString(),
          commitment: loss.commitmentId,
          days: loss.days,
        }) as const,
    ),
  ]
}

/** The day on which the enrolment was opened again after a return; none while it is not. */
function homeAgain(returnedOn: string, nextReturn: string | null, steps: readonly SpellStep[]) {
  const at = steps.findLastIndex(
    ({ kind, onDay }) => kind === 'returned-to-court' && onDay.toString() === returnedOn,
  )
  const back = at < 0 ? undefined : steps.slice(at).find(({ kind }) => kind === 'reopened')
  if (!back) return []
  // On one day the law takes a return before a coming home: who was home again in the morning of the next return
  // came home, for the count, on the day before it.
  const isSameDay = back.onDay.toString() === nextReturn
  const on = isSameDay ? back.onDay.subtract({ days: 1 }) : back.onDay
  return [{ kind: 'placed', on: on.toString(), jailDaysServed: 0 } as const]
}
