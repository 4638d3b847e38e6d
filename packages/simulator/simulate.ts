import type { Input, Settings, TrackingLevel } from '@inlieu/watch'
import { loosened } from './loose-strap.ts'
import { amount } from './parameters.ts'
import { Random } from './random.ts'
import { sent, silences } from './sending.ts'
import { spansWhere, type TrueSpan, type Truth } from './truth.ts'
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

export const FORBIDDEN_RADIUS = 120

/** Where and when a person lives, where it is not chance; lengths are metres from home. */
export interface Circumstances {
  /** Midnight before the first day, local, in epoch milliseconds. */
  from: number
  /** Milliseconds that local time is ahead of UTC at an instant. */
  offsetAt(at: number): number
  /** Milliseconds of the minute at which the unit measures. */
  phase: number
  home: { lat: number; lon: number }
  work: Place
  forbidden: Place
  /** Other areas that nobody may enter. */
  closed: readonly (Place & { radius: number })[]
  /** False for a unit without a strap that could be cut. */
  strap: boolean
  /** Whether the strap opens and closes again by itself now and then. */
  looseStrap: boolean
  level: TrackingLevel
  /** When the carrier's network was down. */
  outages: readonly TrueSpan[]
}

const usual: Omit<Circumstances, 'home' | 'work' | 'forbidden'> = {
  from: START,
  offsetAt: () => 0,
  phase: 0,
  closed: [],
  strap: true,
  looseStrap: false,
  level: 'active',
  outages: [],
}

/**
 * A person's days. The same seed is the same person.
 *
 * @example simulate(17, 7).truth.absent
 */
export function simulate(seed: number, days: number, given: Partial<Circumstances> = {}): Simulated {
  const random = new Random(seed)
  // Drawn also where they are given: what follows is then the same life at another place.
  const drawn = placesFrom(random)
  const life = { ...usual, ...drawn, ...given }
  const { from, offsetAt, phase, home, work, forbidden, closed, strap, level, outages } = life
  const to = from + days * 24 * HOUR
  // By the clock on the wall, which people live by also on the day that it is moved.
  const hourOf = (at: number) => (at - from + offsetAt(at) - offsetAt(from)) / HOUR
  const degreesOf = (place: Place) => degreesFrom(home, place)
  const walk = walkOf(random, days, work, forbidden)
  const placeAt = (at: number) => whereAt(walk, hourOf(at))
  const { inputs: measured, truth } = wear(random, { from, to, phase, strap }, placeAt, degreesOf)
  const areas = [{ ...forbidden, radius: FORBIDDEN_RADIUS }, ...closed]
  const places = placesOf(walk, from, to, hourOf, areas)
  // Drawn from numbers of their own, so that the rest of a life stays what it is.
  const { messages, opened } = life.looseStrap
    ? loosened(measured, new Random(seed + 1_000_003), from, to)
    : { messages: measured, opened: [] }
  const violations = [...places.absent, ...places.forbidden]
  const inputs = sent(messages, { level, outages, violations })
  return {
    person: `p${seed}`,
    settings: { ...settingsOf(degreesOf, forbidden), level },
    inputs,
    truth: {
      ...truth,
      ...places,
      silent: level === 'active' ? [...truth.silent, ...outages] : silences(inputs, from, to),
      strapCut: [...truth.strapCut, ...opened].sort((a, b) => a - b),
    },
    from,
    to,
  }
}

/** Where a person of this seed lives, works and may not go. */
export function placesOfSeed(seed: number): Pick<Circumstances, 'home' | 'work' | 'forbidden'> {
  return placesFrom(new Random(seed))
}

function placesFrom(random: Random): Pick<Circumstances, 'home' | 'work' | 'forbidden'> {
  const home = { lat: random.between(33, 34), lon: random.between(-112.5, -111.5) }
  const work = { east: random.between(2000, 6000), north: random.between(-3000, 3000) }
  const forbidden = { east: -random.between(600, 2000), north: random.between(-500, 500) }
  return { home, work, forbidden }
}

/** A place as degrees. */
export const degreesFrom = (home: Circumstances['home'], { east, north }: Place) => ({
  lat: home.lat + north / 111_200,
  lon: home.lon + east / (111_320 * Math.cos((home.lat * Math.PI) / 180)),
})

function placesOf(
  walk: Walk,
  from: number,
  to: number,
  hourOf: (at: number) => number,
  areas: readonly (Place & { radius: number })[],
): Pick<Truth, 'absent' | 'forbidden'> {
  const at = (time: number) => whereAt(walk, hourOf(time))
  const binds = (time: number) => {
    const hour = hourOf(time) % 24
    return hour >= amount('curfewBegins') || hour < amount('curfewEnds')
  }
  return {
    absent: spansWhere(from, to, LOOK_EVERY, (time) => {
      if (!binds(time)) return false
      const { east, north } = at(time)
      return Math.hypot(east, north) > amount('homeRadius')
    }),
    forbidden: spansWhere(from, to, LOOK_EVERY, (time) => {
      const { east, north } = at(time)
      return areas.some((area) => Math.hypot(east - area.east, north - area.north) < area.radius)
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
