import type { DeviceInput, Fix } from '@inlieu/watch'
import { amount } from './parameters.ts'
import type { Random } from './random.ts'
import type { TrueSpan, Truth } from './truth.ts'
import type { Place } from './walk.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const within = (spans: readonly TrueSpan[], at: number): boolean =>
  spans.some((span) => span.from <= at && at < span.to)

/** Spells that come so often a day and last so long on average. */
function spells(random: Random, from: number, to: number, aDay: number, minutes: number): TrueSpan[] {
  const found: TrueSpan[] = []
  for (let at = from + random.exponential(DAY / aDay); at < to; at += random.exponential(DAY / aDay)) {
    const ends = Math.min(to, at + random.exponential(minutes * MINUTE))
    found.push({ from: at, to: ends })
    at = ends
  }
  return found
}

/** How the unit of a person fared: what it sent, and what was true of it. */
export interface Worn {
  inputs: (Fix | DeviceInput)[]
  truth: Pick<Truth, 'silent' | 'blind' | 'low' | 'strapCut'>
}

/** A fix a minute, sent at once where there is contact and else when there is contact again (EMP-8.1, EMP-8.6). */
export function wear(
  random: Random,
  { from, to, phase, strap }: { from: number; to: number; phase: number; strap: boolean },
  whereAt: (at: number) => Place & { indoors: boolean },
  degreesOf: (place: Place) => { lat: number; lon: number },
): Worn {
  const battery = batteryOf(random, from, to)
  const dead = battery.dead
  const lost = spells(random, from, to, amount('contactLost'), amount('contactLostMinutes'))
  const blind = spells(random, from, to, amount('positionLost'), amount('positionLostMinutes'))
  const drifts = driftsOf(random, from, to)
  const cutAt = random.chance((amount('strapCut') * (to - from)) / DAY) ? random.between(from, to) : null
  const cut = strap ? cutAt : null
  const inputs: (Fix | DeviceInput)[] = []
  let error: Place = { east: 0, north: 0 }
  for (let at = from + phase; at < to; at += MINUTE) {
    if (within(dead, at)) continue
    const { indoors, ...place } = whereAt(at)
    error = nextError(random, error, indoors)
    const gap = lost.find((span) => span.from <= at && at < span.to)
    const received = Math.ceil((gap ? gap.to : at) + random.between(500, 4000))
    const about = {
      at,
      received,
      battery: battery.levelAt(at),
      charging: battery.chargingAt(at),
      ...(cut !== null && at >= cut ? { strap: true } : {}),
    }
    if (within(blind, at)) {
      inputs.push({ kind: 'device', event: 'heartbeat', key: `h${at}`, ...about })
      continue
    }
    const drift = indoors ? drifts.find((one) => one.from <= at && at < one.to) : undefined
    const wild = random.chance(amount('wildFix') / 1440)
    const off = wild
      ? { east: 20_000 * random.normal(), north: 20_000 * random.normal() }
      : (drift?.by ?? error)
    const seen = { east: place.east + off.east, north: place.north + off.north }
    inputs.push({
      kind: 'fix',
      key: `f${at}`,
      ...about,
      ...degreesOf(seen),
      accuracy: accuracyOf(random, indoors, wild ? null : (drift?.by ?? null)),
    })
  }
  inputs.sort((a, b) => a.received - b.received)
  return {
    inputs,
    truth: { silent: [...lost, ...dead], blind, low: battery.low, strapCut: cut === null ? [] : [cut] },
  }
}

/** One sigma in each direction, from the standard's circles. */
const sigma = (indoors: boolean): number =>
  indoors ? amount('indoors') / Math.sqrt(2 * Math.log(5)) : amount('outdoors') / Math.sqrt(2 * Math.log(10))

/** Errors go on from minute to minute, indoors more than in the open. */
function nextError(random: Random, error: Place, indoors: boolean): Place {
  const [keep, width] = [indoors ? 0.8 : 0.5, sigma(indoors)]
  const fresh = width * Math.sqrt(1 - keep * keep)
  return {
    east: keep * error.east + fresh * random.normal(),
    north: keep * error.north + fresh * random.normal(),
  }
}

function accuracyOf(random: Random, indoors: boolean, drift: Place | null): number {
  const honest = sigma(indoors) * random.logBetween(0.7, 1.5)
  const said = drift ? Math.max(honest, Math.hypot(drift.east, drift.north) * amount('driftHonesty')) : honest
  return Math.max(3, Math.round(said))
}

function driftsOf(random: Random, from: number, to: number): (TrueSpan & { by: Place })[] {
  return spells(random, from, to, amount('drift'), amount('driftMinutes')).map((span) => {
    const metres = random.logBetween(amount('driftNear'), amount('driftFar'))
    const turn = random.between(0, 2 * Math.PI)
    return { ...span, by: { east: metres * Math.cos(turn), north: metres * Math.sin(turn) } }
  })
}

interface Battery {
  dead: TrueSpan[]
  low: TrueSpan[]
  levelAt(at: number): number
  chargingAt(at: number): boolean
}

/** Charged every evening from eight to ten, unless forgotten. */
function batteryOf(random: Random, from: number, to: number): Battery {
  const levels: number[] = []
  const charging: boolean[] = []
  let level = 1
  for (let at = from; at < to; at += DAY) {
    const charges = !random.chance(amount('chargeForgotten'))
    for (let minute = 0; minute < 1440; minute++) {
      const charges_ = charges && minute >= 20 * 60 && minute < 22 * 60
      level = charges_ ? Math.min(1, level + 1 / 110) : Math.max(0, level - 1 / (amount('batteryHours') * 60))
      levels.push(level)
      charging.push(charges_)
    }
  }
  const minuteOf = (at: number) => Math.min(levels.length - 1, Math.floor((at - from) / MINUTE))
  const runs = (isSo: (level: number) => boolean): TrueSpan[] => {
    const spans: TrueSpan[] = []
    levels.forEach((one, minute) => {
      if (!isSo(one)) return
      const at = from + minute * MINUTE
      const last = spans.at(-1)
      if (last?.to === at) last.to = at + MINUTE
      else spans.push({ from: at, to: at + MINUTE })
    })
    return spans
  }
  return {
    dead: runs((one) => one === 0),
    low: runs((one) => Math.round(one * 100) <= 25),
    levelAt: (at) => Math.round(levels[minuteOf(at)]! * 100) / 100,
    chargingAt: (at) => charging[minuteOf(at)]!,
  }
}
