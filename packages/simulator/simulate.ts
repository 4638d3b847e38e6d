import type { Input, Settings } from '@inlieu/watch'
import { amount } from './parameters.ts'
import { Random } from './random.ts'
import { spansWhere, type Truth } from './truth.ts'
import { wear } from './unit.ts'
import { type Place, type Walk, walkOf, whereAt } from './walk.ts'

const HOUR = 3_600_000
const LOOK_EVERY = 10_000
/** Monday, midnight in Phoenix, where clocks never change. */
const START = Date.UTC(2026, 10, 23, 7)

/** Some days of one person: what the watch is given, and what was true. */
export interface Simulated {
  person: string
  settings: Partial<Settings>
  /** In the order in which they came; time passes by the minute to the end. */
  inputs: Input[]
  truth: Truth
  from: number
  to: number
}

const FORBIDDEN_RADIUS = 120

/**
 * A person's days. The same seed is the same person.
 *
 * @example simulate(17, 7).truth.absent
 */
export function simulate(seed: number, days: number): Simulated {
  const random = new Random(seed)
  const [from, to] = [START, START + days * 24 * HOUR]
  const home = { lat: random.between(33, 34), lon: random.between(-112.5, -111.5) }
  const degreesOf = ({ east, north }: Place) => ({
    lat: home.lat + north / 111_200,
    lon: home.lon + east / (111_320 * Math.cos((home.lat * Math.PI) / 180)),
  })
  const work = { east: random.between(2000, 6000), north: random.between(-3000, 3000) }
  const forbidden = { east: -random.between(600, 2000), north: random.between(-500, 500) }
  const walk = walkOf(random, days, work, forbidden)
  const placeAt = (at: number) => whereAt(walk, (at - from) / HOUR)
  const { inputs, truth } = wear(random, from, to, placeAt, degreesOf)
  return {
    person: `p${seed}`,
    settings: settingsOf(degreesOf, forbidden),
    inputs,
    truth: { ...truth, ...placesOf(walk, from, to, forbidden) },
    from,
    to,
  }
}

function placesOf(
  walk: Walk,
  from: number,
  to: number,
  forbidden: Place,
): Pick<Truth, 'absent' | 'forbidden'> {
  const at = (time: number) => whereAt(walk, (time - from) / HOUR)
  const binds = (time: number) => {
    const hour = ((time - from) / HOUR) % 24
    return hour >= amount('curfewBegins') || hour < amount('curfewEnds')
  }
  return {
    absent: spansWhere(from, to, LOOK_EVERY, (time) => {
      const { east, north } = at(time)
      return binds(time) && Math.hypot(east, north) > amount('homeRadius')
    }),
    forbidden: spansWhere(from, to, LOOK_EVERY, (time) => {
      const { east, north } = at(time)
      return Math.hypot(east - forbidden.east, north - forbidden.north) < FORBIDDEN_RADIUS
    }),
  }
}

function settingsOf(
  degreesOf: (place: Place) => { lat: number; lon: number },
  forbidden: Place,
): Partial<Settings> {
  const circle = (place: Place, radius: number) => {
    const { lat, lon } = degreesOf(place)
    return { kind: 'circle', center: [lon, lat], radius } as const
  }
  const hour = (value: number) => `${String(value).padStart(2, '0')}:00`
  return {
    zones: [
      { id: 'home', rule: 'inclusion', area: circle({ east: 0, north: 0 }, amount('homeRadius')) },
      { id: 'forbidden', rule: 'exclusion', area: circle(forbidden, FORBIDDEN_RADIUS) },
    ],
    schedule: {
      timeZone: 'America/Phoenix',
      weekly: [
        {
          zone: 'home',
          days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
          from: hour(amount('curfewBegins')),
          to: hour(amount('curfewEnds')),
        },
      ],
    },
  }
}
