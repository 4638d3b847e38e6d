import type { Fix } from './types.ts'

/**
 * The key of a fix: its unit, its measured time and a digest of its own record, so that the same record sent again in
 * any message is known, and a second record of the same second, with a cut strap, is a fix of its own (DESIGN).
 *
 * @param record the fix without its key and without what changes from sending to sending
 * @example keyOf('unit-9', { at: 1764000000000, lat: 38.58, lon: -121.49, strap: true })
 */
export function keyOf(
  device: string,
  record: Omit<Partial<Fix>, 'key' | 'received' | 'kind'> & { at: number },
): string {
  const told = Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `${device}:${record.at}:${digest(JSON.stringify(told))}`
}

/** 64 bits in two halves of FNV-1a: enough to tell records of one unit and one instant apart; no secret, no signature. */
function digest(text: string): string {
  let first = 0x811c9dc5
  let second = 0x9747b28c
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    first = Math.imul(first ^ code, 0x01000193)
    second = Math.imul(second ^ (code + i), 0x85ebca6b)
  }
  return [first, second].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
