import { type Base, decode, encode, startOf, textIn } from './messages/codec.ts'
import type { Packed, PackedFix, Stretch } from './state.ts'
import type { Fix, Millis, SetAside } from './types.ts'

/** What is different in `state` from `before`, its time apart. Between two stretches that is the last fix and little else. */
export function differenceOf<S extends object>(state: S, before: Readonly<S>): Packed<S> {
  const difference: Packed<S> = {}
  for (const name of Object.keys(state) as (keyof S)[]) {
    const value = state[name]
    if (name === 'at' || value === before[name] || JSON.stringify(value) === JSON.stringify(before[name]))
      continue
    difference[name] = isFix(value) ? { fix: encode(value, NOWHERE, startOf(NOWHERE)) } : value
  }
  return difference
}

/** The state at the beginning of the last of some stretches. */
export function stateAt<S extends { at: number }>(stretches: readonly Stretch<S>[], initial: Readonly<S>): S {
  const state = { ...initial, at: stretches.at(-1)!.at }
  for (const { state: difference } of stretches) {
    for (const name of Object.keys(difference) as (keyof S)[]) {
      const value = difference[name]
      state[name] = (isPackedFix(value) ? decode(value.fix, NOWHERE)[0] : value) as S[keyof S]
    }
  }
  return state
}

const NOWHERE: Base = { at: 0, lat: 0, lon: 0, device: null }

const isFix = (value: unknown): value is Fix =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'fix'

const isPackedFix = (value: unknown): value is PackedFix =>
  typeof value === 'object' && value !== null && 'fix' in value && typeof value.fix === 'string'

/** The stretches without the first `dropped`: what the first of the others is different in is told with it. */
export function withoutFirst<S extends object>(
  stretches: readonly Stretch<S>[],
  dropped: number,
): Stretch<S>[] {
  const state: Packed<S> = Object.assign({}, ...stretches.slice(0, dropped + 1).map((one) => one.state))
  return [{ ...stretches[dropped]!, state }, ...stretches.slice(dropped + 1)]
}

/** What was set aside, told short: enough to know it again. */
export const asideIn = ({ key, at, reason }: SetAside): string =>
  `${reason} ${at.toString(36)} ${textIn(key.slice(-8))};`

export const asideOf = (text: string): string[] => text.split(/(?<=;)/)

/**
 * Whether a time lies in another stretch than the beginning of this one. Stretches follow the clock, so that those of both
 * lanes and the pages of messages begin and end together.
 */
export const isOfAnother = (began: Millis, at: Millis, length: Millis): boolean =>
  Math.floor(at / length) > Math.floor(began / length)
