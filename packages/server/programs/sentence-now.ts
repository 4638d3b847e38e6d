import { isDeepStrictEqual } from 'node:util'
import { type CannotCompute, computeSentence, type SentenceInput, type Worksheet } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'
import { parametersOn } from './parameters-on.ts'
import { programOf } from './program.ts'
import { type ChosenReading, keptReading } from './reading.ts'
import { sentenceInput } from './sentence-input.ts'
import { sentenceSituation } from './sentence-situation.ts'
import type { StoredWorksheet } from './worksheets.ts'

/** A sentence as computed, with all that it was computed from. */
export interface ComputedSentence {
  input: SentenceInput
  result: Worksheet | CannotCompute
  reading: ChosenReading
  packVersion: string
  packHash: string
}

/** What to compute. `chosen`: a reading to take; without it the one before goes on while it may. */
export interface SentenceNow {
  enrolment: { id: string; pack: string }
  before: StoredWorksheet | null
  chosen?: ChosenReading | undefined
  /** Commitments that are not joined yet, as if they were. */
  besides?: readonly string[]
  asOf: Temporal.PlainDate
}

/** The sentence of an enrolment on the papers and the attendance as they are on record now. Stores nothing. */
export async function sentenceNow(tx: RoomTx<'programs'>, asked: SentenceNow): Promise<ComputedSentence> {
  const pack = programOf(asked.enrolment)
  const situation = await sentenceSituation(tx, {
    enrolmentId: asked.enrolment.id,
    asOf: asked.asOf,
    besides: asked.besides ?? [],
    goodTime: pack.sentence.goodTime,
  })
  const papers = sentenceInput(situation)
  const reading = asked.chosen ?? keptReading(asked.before, papers)
  const input = { ...papers, reading: reading.choice }
  return {
    input,
    result: computeSentence(pack, input, await parametersOn(tx, pack.name, asked.asOf)),
    reading,
    packVersion: pack.version,
    packHash: pack.hash,
  }
}

/** Whether computing gave nothing new. The day it is computed on makes no difference by itself. */
export function isSameSentence(before: StoredWorksheet, after: ComputedSentence): boolean {
  return (
    before.packHash === after.packHash &&
    isDeepStrictEqual(before.reading, after.reading) &&
    isDeepStrictEqual({ ...before.input, asOf: '' }, { ...after.input, asOf: '' })
  )
}
