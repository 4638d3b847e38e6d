import type { Kind } from '../kinds.ts'
import { initialState, type WatchState } from '../state.ts'
import { step } from '../step.ts'
import type {
  DeviceEvent,
  DeviceInput,
  Fix,
  Happening,
  Input,
  Settings,
  SettledInput,
  TemplateLibrary,
  UnitFlags,
  Zone,
} from '../types.ts'

// A small language for telling a person's day in tests: minutes from a start, metres from a home.

export const START = Date.parse('2026-11-23T12:00:00Z')
export const MINUTE = 60_000
export const HOME = { lat: 38.58, lon: -121.49 }

const NORTH = 111_008
const EAST = 87_136

/** The instant `minutes` after the start. */
export const at = (minutes: number): number => START + Math.round(minutes * MINUTE)

/** Metres east and north of home, in degrees. */
export const place = (east: number, north = 0) => ({
  lat: HOME.lat + north / NORTH,
  lon: HOME.lon + east / EAST,
})

/** A fix, so many metres east of home, with 10 m accuracy, received at once. */
export function fix(minutes: number, east: number, more: Partial<Fix> = {}): Fix {
  const time = at(minutes)
  return {
    kind: 'fix',
    key: `f${minutes}/${east}`,
    at: time,
    received: time,
    ...place(east),
    accuracy: 10,
    ...more,
  }
}

export function device(
  minutes: number,
  event: DeviceEvent,
  more: Partial<UnitFlags & Pick<Fix, 'key' | 'received'>> = {},
): DeviceInput {
  const time = at(minutes)
  return { kind: 'device', key: `d${minutes}/${event.event}`, at: time, received: time, ...event, ...more }
}

export const setting = (minutes: number, change: Partial<Settings>, key = `s${minutes}`): Input => ({
  kind: 'setting',
  key,
  at: at(minutes),
  received: at(minutes),
  change,
})

export const tick = (minutes: number): Input => ({
  kind: 'tick',
  key: `t${minutes}`,
  at: at(minutes),
  received: at(minutes),
})

export const settled = (minutes: number, of: SettledInput['of']): Input => ({
  kind: 'settled',
  key: `i${minutes}`,
  at: at(minutes),
  received: at(minutes),
  of,
})

/** A circle around a place so many metres east of home. */
export function circle(
  id: string,
  rule: Zone['rule'],
  east: number,
  radius: number,
  more: Partial<Zone> = {},
): Zone {
  const { lat, lon } = place(east)
  return { id, rule, area: { kind: 'circle', center: [lon, lat], radius }, version: `${id}-1`, ...more }
}

export const home: Zone = circle('home', 'inclusion', 0, 100)
export const school: Zone = circle('school', 'exclusion', 1000, 100)

/** Minutes one after the other, at the same place. */
export const stay = (from: number, to: number, east: number, more: Partial<Fix> = {}): Fix[] =>
  Array.from({ length: to - from }, (_, i) => fix(from + i, east, more))

export interface Played {
  state: WatchState
  happenings: Happening[]
  /** What stands at the end, by key: said last, not withdrawn, not joined. */
  alarms: Happening[]
  setAside: string[]
}

/** Gives batches to the watch, one after the other. */
export function play(
  batches: readonly (readonly Input[])[],
  from: WatchState = initialState('p'),
  library: TemplateLibrary = {},
): Played {
  let state = from
  const happenings: Happening[] = []
  const setAside: string[] = []
  for (const batch of batches) {
    const out = step(state, batch, library)
    state = out.state
    happenings.push(...out.happenings)
    setAside.push(...out.setAside.map((one) => one.reason))
  }
  const last = new Map(happenings.map((one) => [one.key, one]))
  const alarms = [...last.values()].filter((one) => !one.withdrawn && one.joined === undefined)
  return { state, happenings, alarms, setAside }
}

/** Gives inputs one at a time, in the order given. */
export const live = (inputs: readonly Input[]): Played => play(inputs.map((input) => [input]))

/** Kinds and minutes, in order: `zone-left 12`. */
export const told = (played: Played): string[] =>
  [...played.alarms]
    .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
    .map((one) => `${one.kind} ${(one.at - START) / MINUTE}`)

export const ofKind = (played: Played, kind: Kind): Happening[] =>
  played.alarms.filter((one) => one.kind === kind)
