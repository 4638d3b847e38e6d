import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import type { WornUnit } from '../sacramento/notes.ts'
import type { Participant } from '../sacramento/participants.ts'
import type { KnownTruth } from './lives.ts'

/** What the truths of the simulator are called in the file. */
const words: Readonly<Record<KnownTruth['kind'], string>> = {
  absent: 'not home while home binds',
  forbidden: 'where nobody may go',
  silent: 'the unit sends nothing',
  blind: 'the unit sees no satellites',
  low: 'battery at a quarter or under',
  strapCut: 'the strap is open',
}

/** The file in the data folder with what really was, a JSON line each; the watch never sees it. */
export const truthFile = (dataDir: string): string => join(dataDir, 'demonstration-truth.jsonl')

const iso = (at: number) => Temporal.Instant.fromEpochMilliseconds(Math.round(at)).toString()

/** Writes down what was so of somebody. */
export function keepTruths(
  dataDir: string,
  who: Participant,
  unit: WornUnit,
  truths: readonly KnownTruth[],
): void {
  const lines = truths.map(({ kind, from, to }) =>
    JSON.stringify({
      person: `${who.person.givenNames} ${who.person.familyName}`,
      unit: unit.serial,
      kind,
      what: words[kind],
      from: iso(from),
      to: iso(to),
    }),
  )
  if (lines.length > 0) appendFileSync(truthFile(dataDir), `${lines.join('\n')}\n`, { mode: 0o600 })
}
