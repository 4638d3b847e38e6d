import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReportsBy } from './participants.ts'

/** The unit that somebody of the demonstration wears, and how it gets in at its door. */
export interface WornUnit {
  unitId: string
  serial: string
  reportsBy: ReportsBy
  /** Of its own door; '' where a forwarder speaks for it. */
  secret: string
  /** Epoch milliseconds of the office's clock. */
  fittedAt: number
  /** Whether what it stored before was sent. */
  pastSent: boolean
}

/** Somebody who is in the office already. */
export interface Settled {
  personId: string
  enrolmentId: string
  /** Null: wears none. */
  unit: WornUnit | null
}

/** What the simulator must know again after it was stopped. It holds secrets of made-up units. */
export interface Notes {
  /** When the second office began to fill, on the office's clock (epoch milliseconds). */
  began: number
  /** The secret of the forwarder. */
  forwarder: string | null
  /** By the participant's number. */
  settled: Record<string, Settled>
  /** Whether the alarms of the stored past were worked. */
  pastWorked: boolean
}

/** The file in the keys folder, readable by its owner only. */
const fileIn = (keysDir: string) => join(keysDir, 'demonstration-units.json')

/** Reads the notes of an earlier run; null where there was none. */
export function readNotes(keysDir: string): Notes | null {
  try {
    return JSON.parse(readFileSync(fileIn(keysDir), 'utf8')) as Notes
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Writes them down whole: another file first, so that a crash leaves one or the other. */
export function writeNotes(keysDir: string, notes: Notes): void {
  const file = fileIn(keysDir)
  writeFileSync(`${file}.new`, JSON.stringify(notes), { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
}
