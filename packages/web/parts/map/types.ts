// What a map shows, in the words of its pages. Places are degrees WGS 84, lengths metres.

/** A corner as GeoJSON writes it: longitude first. */
export type Corner = readonly [lon: number, lat: number]

/** The form of a mark. Together with its word it says the state; the color only repeats it. */
export const shapes = ['circle', 'ring', 'square', 'diamond', 'triangle', 'cross', 'dot', 'home'] as const
export type Shape = (typeof shapes)[number]

/** `now` is for what needs a person now. */
export const tones = ['plain', 'accent', 'settled', 'wait', 'now'] as const
export type Tone = (typeof tones)[number]

/** A place with a shape and a word. */
export type Mark = {
  id: string
  lat: number
  lon: number
  shape: Shape
  tone: Tone
  /** The state in one or two words; it stands under the mark when one is near enough. */
  word: string
  /** Who or what it is; shown when pointed at, and at the picked mark. */
  name: string
  isSmall?: boolean
}

/** How exact a position is: the circle in which the unit may be. */
export type Accuracy = { id: string; lat: number; lon: number; radius: number; tone?: Tone }

/** The form of an area, as the watch knows it. */
export type AreaForm =
  | { kind: 'circle'; center: Corner; radius: number }
  | { kind: 'polygon'; coordinates: readonly (readonly Corner[])[] }
  | { kind: 'multipolygon'; coordinates: readonly (readonly (readonly Corner[])[])[] }

/** An area with its name: a full line where one must be, a broken line where one must not. */
export type MapArea = { id: string; name: string; rule: 'inclusion' | 'exclusion' | 'plain'; form: AreaForm }

/** A line: where somebody went, or a broken one across what is not known. */
export type MapLine = { id: string; points: readonly Corner[]; kind: 'track' | 'gap'; tone?: Tone }

/** Everything that lies on the map. */
export type MapContent = {
  marks?: readonly Mark[] | undefined
  circles?: readonly Accuracy[] | undefined
  areas?: readonly MapArea[] | undefined
  lines?: readonly MapLine[] | undefined
}
