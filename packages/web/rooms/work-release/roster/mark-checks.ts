import type { Mark } from '../parts/words.ts'
import type { Excuse } from './mark-words.ts'

/** A day as it was ticked, with what belongs to the tick. */
export type Ticked = {
  mark: Mark | null
  minutes: number | null
  excuse: Excuse | null
  verification: string
}

/** Parts of a tick that something can be wrong with. */
export type TickPart = 'minutes' | 'excuse' | 'verification'

/** What a tick still lacks; the office asks for the same (WAP-P5.2). */
export function lacking({ mark, minutes, excuse, verification }: Ticked): TickPart[] {
  if (mark === 'worked') return minutes ? [] : ['minutes']
  if (mark === 'sent-home') return minutes === null ? ['minutes'] : []
  if (mark !== 'absent-excused') return []
  return [
    ...(excuse === null ? (['excuse'] as const) : []),
    ...(verification === '' ? (['verification'] as const) : []),
  ]
}

/** The tick without what was typed for another mark. */
export function settled(tick: Ticked): Ticked {
  const isExcused = tick.mark === 'absent-excused'
  return {
    mark: tick.mark,
    minutes: tick.mark === 'worked' || tick.mark === 'sent-home' ? tick.minutes : null,
    excuse: isExcused ? tick.excuse : null,
    verification: isExcused ? tick.verification : '',
  }
}
