import type { TemplateLibrary, TemplateSet, Zone } from '@inlieu/watch'
import type { RoomTx } from '../../platform/database.ts'
import type { PlainClient } from '../plain-client.ts'

/** Every version of a template set that these settings name, as the watch looks them up: `<id>@<version>`. */
export async function libraryOf(tx: RoomTx<'monitoring'>, names: Iterable<string>): Promise<TemplateLibrary> {
  const asked = new Set(names)
  if (asked.size === 0) return {}
  const ids = [...new Set([...asked].map((name) => name.slice(0, name.indexOf('@'))))]
  const rows = await tx
    .selectFrom('home.v_template_version')
    .where('set_id', 'in', ids)
    .select(['set_id', 'number', 'zones'])
    .execute()
  const sets = rows.map((row) => templateSetOf(row.set_id, row.number, row.zones))
  return Object.fromEntries(
    sets.map((set) => [`${set.id}@${set.version}`, set] as const).filter(([name]) => asked.has(name)),
  )
}

/** Every version of every template set, as the watch holds them. A version never changes; a new one is told of. */
export async function everyTemplate(client: PlainClient): Promise<TemplateLibrary> {
  const { rows } = await client.query('select set_id, number, zones from home.v_template_version', [])
  const kept = rows as { set_id: string; number: number; zones: KeptZone[] }[]
  const sets = kept.map((row) => templateSetOf(row.set_id, row.number, row.zones))
  return Object.fromEntries(sets.map((set) => [`${set.id}@${set.version}`, set]))
}

/** A zone of a set as it is kept. */
interface KeptZone {
  id: string
  name: string
  area: Zone['area']
  buffer: number
  severity: Zone['severity'] | null
}

/** A stored version of a set as the watch takes it: exclusion zones, each version one value that never changes. */
export function templateSetOf(id: string, number: number, zones: readonly KeptZone[]): TemplateSet {
  return {
    id,
    version: String(number),
    zones: zones.map((zone) => ({
      id: zone.id,
      rule: 'exclusion',
      area: zone.area,
      name: zone.name,
      version: String(number),
      ...(zone.buffer === 0 ? {} : { buffer: zone.buffer }),
      ...(zone.severity ? { severity: zone.severity } : {}),
    })),
  }
}
