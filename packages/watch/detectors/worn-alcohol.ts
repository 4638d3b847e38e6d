import type { Detector } from '../machine.ts'
import type { Moment } from '../moment.ts'
import type { Evidence, PersonState } from '../state.ts'

/** Of a long rise only so many readings are named in the evidence. */
const NAMED = 20

/**
 * Worn alcohol readings (monitoring, test units; ARS-L): one reading is no drinking event. Readings at or above the
 * level, enough of them, and then a fall, are: perfume rises and is gone within a reading or two.
 */
export const wornAlcohol: Detector<PersonState, Evidence> = {
  name: 'worn-alcohol',
  onInput(state, input, moment) {
    if (input.kind !== 'device') return
    if (input.event === 'alcohol-obstructed') obstructed(state, input, moment)
    if (input.event !== 'alcohol') return
    const { parameters } = moment.phase
    const rise = state.alcohol
    if (rise && fallen(rise.peak, input.alcohol, moment)) {
      if (rise.readings >= parameters.alcoholReadings) drank(state, input, rise, moment)
      state.alcohol = null
    }
    if (input.alcohol < parameters.alcoholLevel || (rise && !state.alcohol)) return
    const { readings, peak, since, keys } = rise ?? { readings: 0, peak: 0, since: input.at, keys: [] }
    state.alcohol = {
      readings: readings + 1,
      peak: Math.max(peak, input.alcohol),
      since,
      keys: keys.length < NAMED ? [...keys, input.key] : keys,
    }
  },
}

const fallen = (peak: number, reading: number, moment: Moment): boolean =>
  reading < moment.phase.parameters.alcoholLevel || reading <= peak * moment.phase.parameters.alcoholFall

function drank(
  state: PersonState,
  input: { key: string; at: number; received: number; alcohol: number },
  rise: NonNullable<PersonState['alcohol']>,
  moment: Moment,
): void {
  moment.say(state, {
    kind: 'alcohol-event',
    at: rise.since,
    confirmedAt: input.at,
    why: `${rise.readings} readings at or above the level, to a peak of ${rise.peak}, and then a fall.`,
    inputs: [...rise.keys, input.key],
    parameters: ['alcoholLevel', 'alcoholReadings', 'alcoholFall'],
    values: { readings: rise.readings, peak: rise.peak, fellTo: input.alcohol },
    group: 'alcohol',
    by: input,
  })
  moment.endIncident(state, 'alcohol', input.at)
}

function obstructed(
  state: PersonState,
  input: { key: string; at: number; received: number },
  moment: Moment,
): void {
  moment.say(state, {
    kind: 'alcohol-obstructed',
    at: input.at,
    why: 'The worn sensor reports that something covers it.',
    inputs: [input.key],
    group: 'alcohol-obstructed',
    by: input,
  })
  moment.endIncident(state, 'alcohol-obstructed', input.at)
}
