import { prepareArea } from '../geometry/index.ts'
import type { Severity } from '../kinds.ts'
import type { Area, Position, Ring, Zone, ZoneRule } from '../types.ts'
import { isObject, jsonObject } from './json-file.ts'
import { short } from './readers/values.ts'
import { Refusal } from './refusal.ts'

const WHAT_TO_DO =
  'Give a FeatureCollection whose features have a rule and an id, as docs/watch/command-line.md shows.'
const severities: readonly string[] = ['critical', 'high', 'medium', 'low', 'note']

/**
 * Zones from GeoJSON: a Polygon, a MultiPolygon, or a Point with `radius` in metres; properties `id`, `rule` (`inclusion`
 * or `exclusion`), and where wanted `buffer` (m), `name`, `version`, `severity`, `confirm` ({ fixes, seconds }).
 *
 * @throws Refusal with the first thing that is wrong, where, and what to do
 */
export function readZones(bytes: Uint8Array, file: string): Zone[] {
  return zonesOf(jsonObject(bytes, file, WHAT_TO_DO), file)
}

/** The same from parsed GeoJSON. */
export function zonesOf(value: Record<string, unknown>, file: string): Zone[] {
  const features = value.type === 'Feature' ? [value] : value.features
  if (!Array.isArray(features)) {
    throw new Refusal(file, `Its type is "${short(value.type)}", and it has no features.`, WHAT_TO_DO)
  }
  const zones = features.map((feature, place) => zoneOf(feature, `${file}: features[${place}]`))
  zones.forEach(({ id }, place) => {
    const first = zones.findIndex((zone) => zone.id === id)
    if (first === place) return
    throw new Refusal(
      `${file}: features[${place}].properties.id`,
      `Zone "${id}" is there twice, also as features[${first}].`,
      'Give each zone an id of its own.',
    )
  })
  return zones
}

function zoneOf(feature: unknown, where: string): Zone {
  if (!isObject(feature) || !isObject(feature.geometry)) {
    throw new Refusal(where, 'It has no geometry.', 'Give a Polygon, a MultiPolygon, or a Point with radius.')
  }
  const properties = isObject(feature.properties) ? feature.properties : {}
  const id = properties.id ?? feature.id
  if ((typeof id !== 'string' && typeof id !== 'number') || id === '') {
    throw new Refusal(`${where}.properties.id`, 'The zone has no id.', 'Give it one: a word, such as "home".')
  }
  const area = areaOf(feature.geometry, properties, where)
  const prepared = prepareArea(area)
  if (!prepared.ok) {
    const { problem } = prepared
    throw new Refusal(`${where} (zone "${id}"), ${problem.where}`, problem.what, problem.whatToDo)
  }
  return { id: String(id), rule: ruleOf(properties.rule, where), area, ...optional(properties, where) }
}

function ruleOf(value: unknown, where: string): ZoneRule {
  if (value === 'inclusion' || value === 'exclusion') return value
  const what = value === undefined ? 'The zone has no rule.' : `There is no rule "${short(value)}".`
  throw new Refusal(`${where}.properties.rule`, what, 'Say "inclusion" or "exclusion".')
}

/** What lies in the coordinates is looked at by the geometry itself. */
function areaOf(geometry: Record<string, unknown>, properties: Record<string, unknown>, where: string): Area {
  const { type, coordinates } = geometry
  if (type === 'Polygon') return { kind: 'polygon', coordinates: coordinates as Ring[] }
  if (type === 'MultiPolygon') return { kind: 'multipolygon', coordinates: coordinates as Ring[][] }
  if (type === 'Point') {
    if (typeof properties.radius === 'number') {
      return { kind: 'circle', center: coordinates as Position, radius: properties.radius }
    }
    throw new Refusal(
      `${where}.properties.radius`,
      'A Point needs a radius.',
      'Give it in metres, such as 100.',
    )
  }
  throw new Refusal(
    `${where}.geometry.type`,
    `A ${short(type)} is no zone.`,
    'Give a Polygon, a MultiPolygon, or a Point with radius.',
  )
}

function optional(properties: Record<string, unknown>, where: string): Partial<Zone> {
  const { buffer, version, name, severity, confirm } = properties
  const zone: Partial<Zone> = {}
  if (buffer !== undefined && buffer !== null) {
    if (typeof buffer !== 'number' || !Number.isFinite(buffer)) {
      throw new Refusal(
        `${where}.properties.buffer`,
        `"${short(buffer)}" is no number.`,
        'Give metres, such as 25.',
      )
    }
    zone.buffer = buffer
  }
  if (typeof version === 'string') zone.version = version
  if (typeof name === 'string') zone.name = name
  if (severity !== undefined) zone.severity = severityOf(severity, where)
  if (confirm !== undefined) zone.confirm = confirmOf(confirm, where)
  return zone
}

function severityOf(value: unknown, where: string): Severity {
  if (typeof value === 'string' && severities.includes(value)) return value as Severity
  throw new Refusal(
    `${where}.properties.severity`,
    `There is no severity "${short(value)}".`,
    `Use one of ${severities.join(', ')}.`,
  )
}

function confirmOf(value: unknown, where: string): NonNullable<Zone['confirm']> {
  const found: NonNullable<Zone['confirm']> = {}
  for (const [name, number] of Object.entries(isObject(value) ? value : { confirm: value })) {
    const fits = (name === 'fixes' || name === 'seconds') && typeof number === 'number' && number >= 0
    if (!fits) {
      throw new Refusal(
        `${where}.properties.confirm`,
        `"${short(value)}" says not how a crossing is confirmed.`,
        'Give {"fixes": 2, "seconds": 60}, one or both.',
      )
    }
    found[name] = number
  }
  return found
}
