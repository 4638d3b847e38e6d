import { z } from 'zod'
import { instant } from '../../platform/schemas.ts'
import { programName } from './file-words.ts'
import { type MapState, stateOf, states } from './state.ts'

/** A unit on a person, where it was last, and what holds. */
export interface UnitOnMap {
  person_id: string
  family_name: string
  given_names: string
  suffix: string
  pack: string
  /** The deputy named for the person (EMP-0.10); null where none is. */
  officer: string | null
  /** Epoch seconds. */
  contact: number | null
  at: number | null
  lat: number | null
  lon: number | null
  accuracy: number | null
  /** 0 to 1. */
  battery: number | null
  /** The position came in only after the moment that is shown. */
  later: boolean | null
  matters: readonly string[]
}

/** One person of the map. */
export interface PersonOnMap {
  id: string
  family: string
  given: string
  pack: string
  officer: string
  state: MapState
  alarms: number
  contact: number | null
  at: number | null
  lat: number | null
  lon: number | null
  accuracy: number | null
  battery: number | null
  later: boolean
}

/**
 * The people of the units, one each: where several units are worn, the one that saw its place last tells it, and
 * what holds for any of them holds for the person.
 */
export function peopleOf(units: readonly UnitOnMap[], alarms: ReadonlyMap<string, number>): PersonOnMap[] {
  return [...Map.groupBy(units, ({ person_id }) => person_id)].map(([id, worn]) => {
    const seen = worn.reduce((a, b) => ((b.at ?? -1) > (a.at ?? -1) ? b : a))
    const contacts = worn.flatMap(({ contact }) => contact ?? [])
    const open = alarms.get(id) ?? 0
    return {
      id,
      family: [seen.family_name, seen.suffix].filter(Boolean).join(' '),
      given: seen.given_names,
      pack: seen.pack,
      officer: seen.officer ?? '',
      state: stateOf({
        matters: worn.flatMap(({ matters }) => matters),
        alarms: open,
        isHeard: contacts.length > 0,
      }),
      alarms: open,
      contact: contacts.length > 0 ? Math.max(...contacts) : null,
      at: seen.at,
      lat: seen.lat,
      lon: seen.lon,
      accuracy: seen.accuracy,
      battery: seen.battery,
      later: seen.later ?? false,
    }
  })
}

const column = <S extends z.ZodType>(of: S) => z.array(of)

/**
 * People of a map as columns, the same place in each being the same person: thousands go over in one answer. Words
 * that repeat stand once, and the column holds their place. Times are epoch seconds.
 */
export const mapAnswer = z.object({
  now: instant,
  /** The moment that is shown; the same as `now` on the live map. */
  asOf: instant,
  states: column(z.enum(states)),
  packs: column(z.string()),
  /** What people call each of the packs. */
  programs: column(z.string()),
  officers: column(z.string()),
  id: column(z.uuid()),
  family: column(z.string()),
  given: column(z.string()),
  pack: column(z.int()),
  officer: column(z.int()),
  state: column(z.int()),
  alarms: column(z.int()),
  contact: column(z.int().nullable()),
  at: column(z.int().nullable()),
  lat: column(z.number().nullable()),
  lon: column(z.number().nullable()),
  accuracy: column(z.int().nullable()),
  /** Hundredths. */
  battery: column(z.int().nullable()),
  /** The position, and what it tells of the battery, came in only after the moment that is shown. */
  later: column(z.boolean()),
})

type Columns = Omit<z.output<typeof mapAnswer>, 'now' | 'asOf'>

/** Turns people into columns, in the order in which they stand. */
export function columnsOf(people: readonly PersonOnMap[]): Columns {
  const packs = [...new Set(people.map(({ pack }) => pack))]
  const officers = [...new Set(people.map(({ officer }) => officer))]
  const placeOf = <T>(words: readonly T[]) => new Map(words.map((word, place) => [word, place]))
  const [packAt, officerAt, stateAt] = [placeOf(packs), placeOf(officers), placeOf<MapState>(states)]
  return {
    states: [...states],
    packs,
    programs: packs.map((pack) => programName(pack)),
    officers,
    id: people.map(({ id }) => id),
    family: people.map(({ family }) => family),
    given: people.map(({ given }) => given),
    pack: people.map(({ pack }) => packAt.get(pack)!),
    officer: people.map(({ officer }) => officerAt.get(officer)!),
    state: people.map(({ state }) => stateAt.get(state)!),
    alarms: people.map(({ alarms }) => alarms),
    contact: people.map(({ contact }) => contact),
    at: people.map(({ at }) => at),
    lat: people.map(({ lat }) => fine(lat)),
    lon: people.map(({ lon }) => fine(lon)),
    accuracy: people.map(({ accuracy }) => (accuracy === null ? null : Math.round(accuracy))),
    battery: people.map(({ battery }) => (battery === null ? null : Math.round(battery * 100))),
    later: people.map(({ later }) => later),
  }
}

/** To a metre: finer than any unit measures. */
const fine = (degrees: number | null): number | null =>
  degrees === null ? null : Math.round(degrees * 1e5) / 1e5
