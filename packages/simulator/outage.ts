import { initialState, outage, silenceOf, step } from '@inlieu/watch'
import { amount } from './parameters.ts'
import { type Simulated, simulate } from './simulate.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What was told of a day on which the network of one of two carriers was down once. */
export interface OutageFound {
  /** People whose unit was on it, spoke shortly before and was silent through it. */
  there: number
  /** Of them, those in the outage that was told. */
  found: number
  /** In an outage that was told and not on that carrier, or told of another time. */
  wrong: number
}

/** A day of many people, half of them on each of two carriers; the network of one is down from two in the afternoon. */
export function outageFound(people: number): OutageFound {
  const { from } = simulate(0, 1)
  const down = { from: from + 14 * HOUR, to: from + (14 + amount('outageHours')) * HOUR }
  const runs = Array.from({ length: people }, (_, seed) =>
    simulate(seed, 1, { outages: seed % 2 === 0 ? [down] : [] }),
  )
  const result: OutageFound = { there: 0, found: 0, wrong: 0 }
  for (let at = from + HOUR; at < down.to; at += HOUR / 4) {
    const silent = runs.map((run, seed) => silenceAt(run, seed % 2 === 0 ? 'one' : 'other', at))
    const told = outage(silent.filter((one) => one !== null))
    const isTrue = (one: (typeof told)[number]) => one.carrier === 'one' && one.from >= down.from - 5 * MINUTE
    result.wrong += told.filter((one) => !isTrue(one)).length
    if (at + HOUR / 4 < down.to) continue
    const isOut = (one: (typeof silent)[number]) =>
      one?.carrier === 'one' && one.lastContact >= down.from - 5 * MINUTE
    result.there = silent.filter(isOut).length
    result.found = told.filter(isTrue).reduce((sum, one) => sum + one.people.length, 0)
  }
  return result
}

/** Runs a person up to an instant. */
function silenceAt({ person, settings, inputs }: Simulated, carrier: string, at: number) {
  const set = { kind: 'setting', key: 's', at: 0, received: 0, change: { ...settings, carrier } } as const
  const come = inputs.filter(({ received }) => at - 4 * HOUR <= received && received <= at)
  const tick = { kind: 'tick', key: `t${at}`, at, received: at } as const
  return silenceOf(step(initialState(person), [set, ...come, tick]).state)
}
