import type { Shape, Tone } from '../../../parts/map/types.ts'

/** The mark of each state, the gravest first: its shape, and the color that repeats it. */
export const stateMarks = {
  alarm: { shape: 'triangle', tone: 'now' },
  tamper: { shape: 'diamond', tone: 'now' },
  'out-of-place': { shape: 'square', tone: 'wait' },
  silent: { shape: 'cross', tone: 'wait' },
  'no-position': { shape: 'ring', tone: 'wait' },
  battery: { shape: 'dot', tone: 'wait' },
  fine: { shape: 'circle', tone: 'settled' },
  'never-heard': { shape: 'ring', tone: 'plain' },
} as const satisfies Record<string, { shape: Shape; tone: Tone }>

/** How a person stands, as the office names it. */
export type MapState = keyof typeof stateMarks

/** Whether a word of the address names a state. */
export const isState = (text: string | undefined): text is MapState =>
  text !== undefined && text in stateMarks
