import { metresBetween } from '../geometry/index.ts'
import type { Detector } from '../machine.ts'
import type { Moment } from '../moment.ts'
import type { Parameters } from '../parameters.ts'
import type { Evidence, PersonState } from '../state.ts'
import type { AsideReason, Fix } from '../types.ts'

/** A fix with a position, fit for decisions about zones. */
export type FitFix = Fix & { lat: number; lon: number }

/** What looks at fit fixes only, in order. */
export interface PositionDetector {
  readonly name: string
  /** `state.fit` is still the fit fix before this one. */
  onFit(state: PersonState, fix: FitFix, moment: Moment): void
}

/** Metres; what the unit said, or what is assumed when it said nothing. */
export const accuracyOf = (fix: Fix, parameters: Parameters): number =>
  fix.accuracy !== undefined && fix.accuracy > 0 ? fix.accuracy : parameters.assumedAccuracy

/**
 * Which fixes may decide (monitoring rule 2). An unfit one is set aside with its reason: it stays on the track and
 * never alarms; what else its message says is for other detectors.
 *
 * A fix that would need an impossible speed is held until the next one comes: impossible from both neighbours, it was
 * the unit's error; possible from the next, it was true, and is judged then (field 4).
 */
export function fitness(position: readonly PositionDetector[]): Detector<PersonState, Evidence> {
  const pass = (state: PersonState, fix: Fix, moment: Moment): void => {
    for (const detector of position) detector.onFit(state, fix as FitFix, moment)
    state.fit = fix
  }
  return {
    name: 'fitness',
    onInput(state, input, moment) {
      if (input.kind !== 'fix') return
      const unfit = unfitness(input, moment.phase.parameters)
      // A unit that owes no position has nothing to be set aside.
      if (unfit === 'no-position' && !moment.phase.settings.positions) return
      if (unfit) {
        moment.setAside(state, { key: input.key, at: input.at, reason: unfit })
        return
      }
      const { held } = state
      if (held) {
        state.held = null
        if (tooFast(held, input, moment.phase.parameters)) {
          moment.setAside(state, { key: held.key, at: held.at, reason: 'impossible-speed' })
        } else pass(state, held, moment)
      }
      if (state.fit && tooFast(state.fit, input, moment.phase.parameters)) state.held = input
      else pass(state, input, moment)
    },
  }
}

function unfitness(fix: Fix, parameters: Parameters): AsideReason | null {
  const { lat, lon } = fix
  if (lat === null || lon === null || !Number.isFinite(lat) || !Number.isFinite(lon)) return 'no-position'
  if (lat === 0 && lon === 0) return 'zero-zero'
  if (lat < -90 || lat > 90 || lon < -180 || lon > 180) return 'out-of-range'
  if (fix.lastKnown) return 'last-known'
  if (accuracyOf(fix, parameters) > parameters.accuracyLimit) return 'accuracy'
  return null
}

const SECOND = 1000

/** Even if both fixes erred toward each other by their accuracy. Two within a second are taken as a second apart. */
function tooFast(a: Fix, b: Fix, parameters: Parameters): boolean {
  const seconds = Math.max(b.at - a.at, SECOND) / SECOND
  const reach = parameters.maxSpeed * seconds
  // A degree of latitude is 111 km: most pairs are near enough to see without trigonometry.
  const degrees = Math.abs(a.lat! - b.lat!) + Math.abs(a.lon! - b.lon!)
  if (degrees * 112_000 <= reach) return false
  const apart = metresBetween(a as FitFix, b as FitFix)
  return apart - accuracyOf(a, parameters) - accuracyOf(b, parameters) > reach
}
