import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import {
  distanceIn,
  isBeyondReach,
  nearby,
  type Reach,
  signedDistance,
} from '../packages/watch/geometry/index.ts'
import { keyOf } from '../packages/watch/keys.ts'
import { initialState } from '../packages/watch/state.ts'
import { step } from '../packages/watch/step.ts'
import type { Fix, Input, TemplateLibrary } from '../packages/watch/types.ts'
import {
  numbersFrom,
  peopleWithZones,
  rounded,
  somewhere,
  templateIndex,
  templateZones,
  zonesAbout,
} from './watch-scene.ts'

const TEMPLATE = 5_000
const ACCURACY = 15
const FIXES = 400_000
const ROUNDS = 7

/** One row of the figures. */
export interface WatchFigure {
  name: string
  people: number
  perSecond: number
  /** Times the reference of the same run. */
  ratio: number
  bytesAPerson: number
}

/**
 * Evaluations a second on one core: one fix against five zones of its person and a template of 5,000 polygons. The
 * reference is a plain loop that asks five boxes whether they hold the point, on the same fixes of the same run.
 * Seconds are of this process on the processor, so that other work on the machine counts little; of seven rounds after
 * one that is not counted the least disturbed is taken.
 */
export function measureWatch(ladder: readonly number[], tell: (line: string) => void): WatchFigure[] {
  const figures: WatchFigure[] = []
  for (const people of ladder) {
    const before = memory()
    const zones = peopleWithZones(people)
    const bytesAPerson = (memory() - before) / people
    const fixes = fixesOf(zones, people)
    const reference = rate(() => inBoxes(zones, fixes), FIXES)
    figures.push({
      name: 'reference: in which of five boxes',
      people,
      perSecond: reference,
      ratio: 1,
      bytesAPerson: 0,
    })
    const add = (name: string, perSecond: number, bytes: number) => {
      figures.push({ name, people, perSecond, ratio: reference / perSecond, bytesAPerson: bytes })
      tell(`${name}, ${people} people: ${Math.round(perSecond)} a second`)
    }
    add(
      'five own zones, signed distance',
      rate(() => ownZones(zones, fixes), FIXES),
      bytesAPerson,
    )
    const index = templateIndex(TEMPLATE)
    add(
      'and a template of 5,000 polygons',
      rate(() => withTemplate(zones, fixes, index), FIXES),
      bytesAPerson,
    )
  }
  return figures
}

/** Fixes in no order of people, near home for the most part, some anywhere about it. Flat arrays: they cost nothing. */
interface Fixes {
  person: Uint32Array
  lon: Float64Array
  lat: Float64Array
}

function fixesOf(zones: readonly Reach[], people: number): Fixes {
  const random = numbersFrom(7)
  const fixes = { person: new Uint32Array(FIXES), lon: new Float64Array(FIXES), lat: new Float64Array(FIXES) }
  for (let i = 0; i < FIXES; i++) {
    const person = Math.floor(random() * people)
    const home = zones[person]!.areas[0]!
    const far = random() < 0.7 ? 0.0005 : 0.06
    fixes.person[i] = person
    fixes.lon[i] = home.middleLon + far * (random() - 0.5)
    fixes.lat[i] = (home.south + home.north) / 2 + far * (random() - 0.5)
  }
  return fixes
}

function inBoxes(zones: readonly Reach[], fixes: Fixes): number {
  let held = 0
  for (let i = 0; i < FIXES; i++) {
    const lon = fixes.lon[i]!
    const lat = fixes.lat[i]!
    for (const area of zones[fixes.person[i]!]!.areas) {
      const east = lon - area.middleLon
      if (east >= area.west && east <= area.east && lat >= area.south && lat <= area.north) held++
    }
  }
  return held
}

/** What a crossing asks of each zone: is the fix beyond the line by more than its accuracy? */
const judged = (distance: number): number => (distance > ACCURACY ? 1 : distance < -ACCURACY ? 2 : 0)

/** As the crossing detector asks: the reach of all first, and the line only where it may matter. */
function judgedOwn(reach: Reach, point: { lon: number; lat: number }): number {
  let sum = 0
  for (let place = 0; place < reach.areas.length; place++) {
    if (isBeyondReach(reach, place, point.lat, point.lon)) sum += 1
    else sum += judged(distanceIn(reach, place, point, ACCURACY))
  }
  return sum
}

function ownZones(zones: readonly Reach[], fixes: Fixes): number {
  let sum = 0
  for (let i = 0; i < FIXES; i++) {
    sum += judgedOwn(zones[fixes.person[i]!]!, { lon: fixes.lon[i]!, lat: fixes.lat[i]! })
  }
  return sum
}

function withTemplate(
  zones: readonly Reach[],
  fixes: Fixes,
  index: ReturnType<typeof templateIndex>,
): number {
  let sum = 0
  const found: number[] = []
  for (let i = 0; i < FIXES; i++) {
    const point = { lon: fixes.lon[i]!, lat: fixes.lat[i]! }
    sum += judgedOwn(zones[fixes.person[i]!]!, point)
    for (const at of nearby(index, point, 0, found))
      sum += judged(signedDistance(point, index.areas[at]!, ACCURACY))
  }
  return sum
}

/** Hours that the whole watch is given: long enough that the log of a person has its full length. */
const HOURS = 6

/** Minutes in which everybody's fix is a step of its own, as when it comes live. */
const LIVE_MINUTES = 30

/** What the whole watch does and costs. */
export interface StepFigure {
  /** Fixes a second, an hour of fixes at a time. */
  perSecond: number
  /** Microseconds of a step with one fix, in order, the log of its person at full length. */
  microsecondsLive: number
  /** Microseconds to write a person's state as JSON. */
  microsecondsStored: number
  bytesAPerson: number
  /** Of them the settings: zones and template names. */
  bytesOfSettings: number
  happenings: number
}

/**
 * The whole watch: states, detectors, evidence and all, first an hour of everybody's fixes at a time, then fix by fix. Each
 * person has four zones of their own and the template.
 */
export function measureStep(people: number): StepFigure {
  const name = 'schools@1'
  const library: TemplateLibrary = {
    [name]: { id: 'schools', version: '1', zones: templateZones(TEMPLATE) },
  }
  const start = Date.parse('2026-11-23T08:00:17Z')
  const given = Array.from({ length: people }, () => begun(start, name))
  let states = given.map(({ input }, i) => step(initialState(`p${i}`), [input], library).state)
  const random = numbersFrom(11)
  let happenings = 0
  const take = (batches: readonly (readonly Input[])[]): number => {
    const began = processorSeconds()
    states = states.map((state, i) => {
      const out = step(state, batches[i]!, library)
      happenings += out.happenings.length
      return out.state
    })
    return processorSeconds() - began
  }
  const minutes = (from: number, count: number) =>
    given.map(({ home }, i) => fixesAt(home, `u${i}`, start + from * 60_000, count, random))
  let seconds = 0
  for (let hour = 0; hour < HOURS; hour++) seconds += take(minutes(hour * 60, 60))
  let live = 0
  for (let minute = 0; minute < LIVE_MINUTES; minute++) live += take(minutes(HOURS * 60 + minute, 1))
  const began = processorSeconds()
  const stored = states.map((state) => JSON.stringify(state).length)
  const storing = processorSeconds() - began
  const mean = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0) / people
  return {
    perSecond: (people * HOURS * 60) / seconds,
    microsecondsLive: (live * 1e6) / (people * LIVE_MINUTES),
    microsecondsStored: (storing * 1e6) / people,
    bytesAPerson: mean(stored),
    bytesOfSettings: mean(states.map(({ settings }) => JSON.stringify(settings).length)),
    happenings,
  }
}

function begun(start: number, template: string): { home: { lon: number; lat: number }; input: Input } {
  const home = somewhere()
  const change = {
    zones: zonesAbout(home.lon, home.lat).filter((zone) => zone.id !== 'work'),
    templates: [template],
  }
  return { home, input: { kind: 'setting', key: 's', at: start, received: start, change } }
}

function fixesAt(
  home: { lon: number; lat: number },
  device: string,
  start: number,
  count: number,
  random: () => number,
): Fix[] {
  return Array.from({ length: count }, (_, minute) => {
    const at = start + minute * 60_000
    const record = {
      device,
      at,
      lon: rounded(home.lon + 0.0004 * (random() - 0.5)),
      lat: rounded(home.lat + 0.0004 * (random() - 0.5)),
      accuracy: ACCURACY,
      battery: 0.8,
    }
    return {
      kind: 'fix',
      key: keyOf(device, record),
      received: at + 1000 + Math.floor(2000 * random()),
      ...record,
    }
  })
}

/** Runs a second, the best of some rounds. What a round sums up is compared, so that nothing is optimised away. */
function rate(round: () => number, runs: number): number {
  const expected = round()
  const seconds = Array.from({ length: ROUNDS }, () => {
    const began = processorSeconds()
    if (round() !== expected) throw new Error('Two rounds over the same fixes did not agree.')
    return processorSeconds() - began
  })
  return runs / Math.min(...seconds)
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Bytes in use after a collection, objects and arrays. */
function memory(): number {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

// The collector is called by name only where the engine is told to show it.
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
