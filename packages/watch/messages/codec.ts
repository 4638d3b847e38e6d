import type { Evidence } from '../state.ts'
import type { DeviceInput, Fix, Millis } from '../types.ts'
import { longDigest, shortDigest } from './digest.ts'

// Messages as text, because a person's state is stored with each of the last two hours: some forty bytes each in place of
// two hundred. A message is columns, between commas; places and times are told as differences from the page's base. What no
// detector reads (speed, course, satellites) is not kept: the caller has the record. A detector that is to read more needs
// a column here.

/** What the entries of a page are told from. */
export interface Base {
  at: Millis
  /** Ten-millionths of a degree. */
  lat: number
  lon: number
  device: string | null
}

/** What the entry before said, to which the next is compared. */
export interface Before {
  at: Millis
  battery?: number | undefined
}

/** Before the first entry of a page. */
export const startOf = ({ at }: Base): Before => ({ at })

export const beforeOf = (input: Evidence): Before => ({
  at: input.at,
  battery: input.kind === 'settled' ? undefined : input.battery,
})

const BETWEEN = ' '
/** In a degree: one is a centimetre. */
export const PARTS = 10_000_000

/** One message as an entry of a page, with what parts it from the next. */
export const encode = (input: Evidence, base: Base, before: Before): string =>
  (isPlain(input, before)
    ? columnsOf(input, base, before)
    : `j${encodeURIComponent(JSON.stringify(input))}`) + BETWEEN

/** All messages of a page, in their order. */
export function decode(text: string, base: Base): Evidence[] {
  let before = startOf(base)
  return text
    .split(BETWEEN)
    .slice(0, -1)
    .map((entry) => {
      const input = decodeOne(entry, base, before)
      before = beforeOf(input)
      return input
    })
}

const plainEvents: ReadonlySet<string> = new Set<DeviceInput['event']>([
  'heartbeat',
  'charging',
  'unplugged',
  'battery',
  'battery-low',
  'shut-down',
  'strap',
  'strap-closed',
  'case',
  'case-closed',
  'rf-in',
  'rf-out',
  'base-moved',
  'power-lost',
  'power-restored',
  'alcohol',
  'alcohol-obstructed',
  'alcohol-tamper',
  'sos',
  'jamming',
  'shielding',
  'antenna-cut',
  'fall',
])

/** Whether columns can tell all of it: results of tests and inspections are rare and kept as they are. */
const isPlain = (input: Evidence, before: Before): input is Fix | DeviceInput =>
  input.kind !== 'settled' &&
  Number.isInteger(before.at) &&
  Number.isInteger(input.at) &&
  Number.isInteger(input.received) &&
  (input.kind === 'fix' || plainEvents.has(input.event))

function columnsOf(input: Fix | DeviceInput, base: Base, before: Before): string {
  const { at, received } = input
  const when = `${spanIn(at - before.at)},${spanIn(received - at)},`
  const level =
    input.battery === before.battery ? '' : input.battery === undefined ? '-' : numberIn(input.battery)
  const about = `${keyIn(input)},${level},${deviceIn(input.device, base)},${flagsIn(input)}`
  if (input.kind === 'fix') {
    const { lat, lon, accuracy } = input
    return trimmed(
      `f${when}${degreesIn(lat, base.lat)},${degreesIn(lon, base.lon)},${numberIn(accuracy)},${about}`,
    )
  }
  const reading = input.event === 'alcohol' ? input.alcohol : undefined
  return trimmed(`d${when}${input.event},${numberIn(reading)},,${about}`)
}

function decodeOne(entry: string, base: Base, before: Before): Evidence {
  if (entry[0] === 'j') return JSON.parse(decodeURIComponent(entry.slice(1))) as Evidence
  const [when, later, first, second, third, key, level, unit, flags] = entry.slice(1).split(',')
  const at = before.at + spanOf(when!)
  const received = at + spanOf(later!)
  const device = unit === '-' ? undefined : unit ? textOf(unit.slice(1)) : (base.device ?? undefined)
  const battery = level === '-' ? undefined : level ? Number(level) : before.battery
  const about = {
    key: keyOf(key ?? '', device, at),
    at,
    received,
    ...(device === undefined ? {} : { device }),
    ...(battery === undefined ? {} : { battery }),
    ...flagsOf(flags ?? ''),
  }
  if (entry[0] === 'd') {
    return {
      kind: 'device',
      event: first,
      ...(second ? { alcohol: Number(second) } : {}),
      ...about,
    } as DeviceInput
  }
  return {
    kind: 'fix',
    ...about,
    lat: degreesOf(first, base.lat),
    lon: degreesOf(second, base.lon),
    ...(third ? { accuracy: Number(third) } : {}),
  }
}

/** Without the empty columns at its end. */
function trimmed(columns: string): string {
  let end = columns.length
  while (columns.charCodeAt(end - 1) === COMMA) end -= 1
  return end === columns.length ? columns : columns.slice(0, end)
}

const COMMA = 44

/** Whole numbers are told with thirty-six digits, which are fewer; times in seconds, or after a point in milliseconds. */
const spanIn = (millis: Millis): string =>
  millis % 1000 === 0 ? (millis / 1000).toString(36) : `.${millis.toString(36)}`

const spanOf = (column: string): Millis =>
  column[0] === '.' ? Number.parseInt(column.slice(1), 36) : Number.parseInt(column, 36) * 1000

const numberIn = (value: number | undefined): string =>
  typeof value === 'number' && Number.isFinite(value) ? String(value) : ''

/** Ten-millionths of a degree from the base where that tells it exactly, as nearly always; else the number itself. */
function degreesIn(degrees: number | null, base: number): string {
  if (degrees === null || !Number.isFinite(degrees)) return ''
  const parts = Math.round(degrees * PARTS)
  return Math.abs(degrees) <= 360 && parts / PARTS === degrees ? (parts - base).toString(36) : `=${degrees}`
}

function degreesOf(column: string | undefined, base: number): number | null {
  if (!column) return null
  return column[0] === '=' ? Number(column.slice(1)) : (Number.parseInt(column, 36) + base) / PARTS
}

/** The key is its unit, its time and a digest nearly always (`keyOf`): then the digest is kept. */
function keyIn({ key, device, at }: Fix | DeviceInput): string {
  const begins = device === undefined ? -1 : device.length + 1
  const digest = begins + 14
  const isMade =
    begins > 0 &&
    key.length === digest + 16 &&
    key.startsWith(device!) &&
    key[begins - 1] === ':' &&
    key[digest - 1] === ':' &&
    Number(key.slice(begins, digest - 1)) === at
  return (isMade && shortDigest(key.slice(digest))) || `=${textIn(key)}`
}

function keyOf(column: string, device: string | null | undefined, at: Millis): string {
  return column[0] === '=' ? textOf(column.slice(1)) : `${device}:${at}:${longDigest(column)}`
}

const deviceIn = (device: string | undefined, base: Base): string =>
  device === undefined ? '-' : device === base.device ? '' : `=${textIn(device)}`

const SAFE = /^[\w.:/-]+$/

export const textIn = (text: string): string =>
  SAFE.test(text) ? text : `%${encodeURIComponent(JSON.stringify(text))}`

const textOf = (column: string): string =>
  column[0] === '%' ? (JSON.parse(decodeURIComponent(column.slice(1))) as string) : column

/** Small where true, capital where false, absent where the unit did not say. */
const flagNames: Readonly<Record<string, string>> = {
  s: 'strap',
  c: 'case',
  g: 'charging',
  b: 'beacon',
  l: 'lastKnown',
}
const flags = Object.entries(flagNames) as [string, 'strap' | 'case' | 'charging' | 'beacon'][]

function flagsIn(input: Fix | DeviceInput): string {
  let said = ''
  for (const [letter, name] of flags) {
    const value = input[name]
    if (value !== undefined && value !== null) said += value ? letter : letter.toUpperCase()
  }
  return said
}

const flagsOf = (said: string): Partial<Fix> =>
  Object.fromEntries([...said].map((flag) => [flagNames[flag.toLowerCase()], flag === flag.toLowerCase()]))
