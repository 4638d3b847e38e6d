import type { ReactNode } from 'react'
import css from './status.module.css'

/** What a state asks of the reader: nothing, a wait, a hand now, or that it is settled or over. */
export type Tone = 'settled' | 'waiting' | 'now' | 'over' | 'plain'

const shapes: Record<Tone, string> = { settled: '●', waiting: '◐', now: '▲', over: '■', plain: '○' }

/** A state as a shape and a word; its color only repeats what both already say. */
export function Status({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`${css.status} ${css[tone] ?? ''}`}>
      <span aria-hidden="true">{shapes[tone]}</span> {children}
    </span>
  )
}
