import type { paths } from '../../../api/schema.gen.ts'
import { holds } from '../../../parts/list/arrange.ts'
import type { Mark } from '../../../parts/map/types.ts'
import { type MapState, stateMarks } from '../parts/states.ts'

/** The office's answer: people as columns. */
export type MapAnswer = paths['/api/monitoring/map']['post']['responses'][200]['content']['application/json']

/** One person of the map. Times are epoch milliseconds. */
export type MapPerson = {
  id: string
  name: string
  pack: string
  /** The deputy named for the person; '' where none is. */
  officer: string
  state: MapState
  alarms: number
  contact: number | null
  at: number | null
  lat: number | null
  lon: number | null
  accuracy: number | null
  /** Hundredths. */
  battery: number | null
  /** The position came in only after the moment that is shown. */
  later: boolean
}

/** The columns as people, in their order. */
export function peopleOf(answer: MapAnswer): MapPerson[] {
  const millis = (seconds: number | null | undefined): number | null =>
    seconds === null || seconds === undefined ? null : seconds * 1000
  return answer.id.map((id, i) => ({
    id,
    name: [answer.family[i], answer.given[i]].filter(Boolean).join(', '),
    pack: answer.packs[answer.pack[i] ?? 0] ?? '',
    officer: answer.officers[answer.officer[i] ?? 0] ?? '',
    state: answer.states[answer.state[i] ?? 0] ?? 'never-heard',
    alarms: answer.alarms[i] ?? 0,
    contact: millis(answer.contact[i]),
    at: millis(answer.at[i]),
    lat: answer.lat[i] ?? null,
    lon: answer.lon[i] ?? null,
    accuracy: answer.accuracy[i] ?? null,
    battery: answer.battery[i] ?? null,
    later: answer.later[i] ?? false,
  }))
}

export type MapFilters = { q?: string; pack?: string; officer?: string; state?: string }

/** Alarms say the given name first, the map the family's: what is typed may stand in either order. */
const wordsOf = (typed: string): string[] => typed.split(/[\s,]+/).filter((word) => word !== '')

/** The people that pass the filters of the page. */
export const passing = (
  people: readonly MapPerson[],
  { q = '', pack = '', officer = '', state = '' }: MapFilters,
): MapPerson[] =>
  people.filter(
    (person) =>
      (pack === '' || person.pack === pack) &&
      (officer === '' || person.officer === officer) &&
      (state === '' || person.state === state) &&
      wordsOf(q).every((word) => holds(person.name, word)),
  )

/** How many stand in each state, in the order of the legend. */
export function counted(people: readonly MapPerson[]): [MapState, number][] {
  const counts = new Map<MapState, number>()
  for (const { state } of people) counts.set(state, (counts.get(state) ?? 0) + 1)
  return (Object.keys(stateMarks) as MapState[]).map((state) => [state, counts.get(state) ?? 0])
}

/** The gravest first; of the same state by name. */
export function byGravity(people: readonly MapPerson[]): MapPerson[] {
  const order = Object.keys(stateMarks)
  const groups = Map.groupBy(people, ({ state }) => state)
  return order.flatMap((state) => groups.get(state as MapState) ?? [])
}

/** The marks of those whose place is known. */
export function marksOf(people: readonly MapPerson[], word: (state: MapState) => string): Mark[] {
  return people.flatMap(({ id, name, lat, lon, state }): Mark[] =>
    lat === null || lon === null
      ? []
      : [
          {
            id,
            name,
            lat,
            lon,
            word: word(state),
            shape: stateMarks[state].shape,
            tone: stateMarks[state].tone,
          },
        ],
  )
}
