import { type AreaIndex, buildIndex, type PreparedArea, prepareArea } from '../geometry/index.ts'
import type { TemplateLibrary, TemplateSet, Zone } from '../types.ts'

// Zones are made ready once and kept beside the stored state, by the identity of the value they were made from: a state
// that was stored and loaded makes them again.

const areas = new WeakMap<Zone, PreparedArea>()
const sets = new WeakMap<TemplateSet, PreparedTemplates>()

export interface PreparedTemplates {
  set: TemplateSet
  /** Buffers are part of it. */
  index: AreaIndex
  /** Where in the set a zone stands, by its id. */
  places: ReadonlyMap<string, number>
}

/** The area of a zone made ready, or in words what is wrong with it. */
export function areaOf(zone: Zone): PreparedArea | string {
  const known = areas.get(zone)
  if (known) return known
  const prepared = prepareArea(zone.area)
  if (!prepared.ok) return `zone ${zone.id}: ${prepared.problem.where}: ${prepared.problem.what}`
  areas.set(zone, prepared.area)
  return prepared.area
}

/** A template set with its index, or in words what is wrong. Drawn once, applied to populations (EMP-8.3). */
export function templatesOf(name: string, library: TemplateLibrary): PreparedTemplates | string {
  const set = library[name]
  if (!set) return `template set ${name} is not in the library`
  const known = sets.get(set)
  if (known) return known
  const prepared: PreparedArea[] = []
  for (const zone of set.zones) {
    const area = areaOf(zone)
    if (typeof area === 'string') return area
    if (zone.rule !== 'exclusion')
      return `template set ${name}: zone ${zone.id}: only exclusion zones can be templates`
    prepared.push(area)
  }
  const ready = {
    set,
    index: buildIndex(
      prepared,
      set.zones.map((zone) => zone.buffer ?? 0),
    ),
    places: new Map(set.zones.map((zone, place) => [zone.id, place])),
  }
  sets.set(set, ready)
  return ready
}
