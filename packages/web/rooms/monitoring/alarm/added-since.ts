import type { RecordEntry } from './words.ts'

/** What makes an alarm graver, or alive again: whoever closes it must have seen it. The office refuses otherwise. */
const mustBeSeen = ['folded', 'raised', 'supported']

/** Entries of that kind that came after the one with the number `seen`, oldest first. */
export const addedSince = (record: readonly RecordEntry[], seen: number): RecordEntry[] =>
  record.filter(({ number, kind }) => number > seen && mustBeSeen.includes(kind))

/** Number of the last entry; 0 where nothing is on record. */
export const lastOf = (record: readonly RecordEntry[]): number => record.at(-1)?.number ?? 0
