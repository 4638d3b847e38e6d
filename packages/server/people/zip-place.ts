import { createRequire } from 'node:module'

/** A ZIP area: its post town and the middle of it. */
export interface ZipPlace {
  city: string
  state: string
  latitude: number
  longitude: number
}

interface ZipTable {
  codes: Record<string, (ZipPlace & { country: string }) | undefined>
}

let table: ZipTable | undefined

/**
 * The ZIP area's post town and centre, or null when the table does not know it.
 * @example zipPlace('94553')?.city // => 'Martinez'
 */
export function zipPlace(zip: string): ZipPlace | null {
  // Five megabytes of towns: read when first asked for, not at start-up.
  table ??= createRequire(import.meta.url)('zipcodes') as ZipTable
  const found = Object.hasOwn(table.codes, zip.slice(0, 5)) ? table.codes[zip.slice(0, 5)] : undefined
  if (found?.country !== 'US') return null
  const { city, state, latitude, longitude } = found
  return { city, state, latitude, longitude }
}
