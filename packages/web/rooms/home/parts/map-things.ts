import type { MapArea, Mark } from '../../../parts/map/types.ts'
import { asArea, type ZonesPage } from './words.ts'

/** The zones of sets that bind a person, as a map draws them. */
export const setAreas = (page: ZonesPage): MapArea[] =>
  page.sets.flatMap((set) =>
    set.zones.map(
      ({ id, name, area }): MapArea => ({
        id,
        name: `${set.name}: ${name}`,
        rule: 'exclusion',
        form: asArea(area),
      }),
    ),
  )

/** The person's own zones; without `but`, the one that is worked on. */
export const ownAreas = (page: ZonesPage, but?: string): MapArea[] =>
  page.zones
    .filter(({ id }) => id !== but)
    .map(({ id, name, rule, area }): MapArea => ({ id, name, rule, form: asArea(area) }))

/** The approved places that are on the map. */
export const placeMarks = (page: ZonesPage, words: { home: string; place: string }): Mark[] =>
  page.places.flatMap(({ id, kind, name, address, lat, lon }): Mark[] =>
    lat === null || lon === null
      ? []
      : [
          {
            id,
            lat,
            lon,
            shape: kind === 'home' ? 'home' : 'square',
            tone: 'plain',
            word: kind === 'home' ? words.home : words.place,
            name: [name, address].filter(Boolean).join(', '),
          },
        ],
  )
