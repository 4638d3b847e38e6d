import { type GoodTimeStanding, goodTimeStanding } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../../platform/database.ts'
import { programOf } from '../program.ts'
import { sentenceInput } from '../sentence-input.ts'
import { sentenceSituation } from '../sentence-situation.ts'

/**
 * What good time of each commitment was granted and is not lost yet (SCC-2.D), in days, as it is on record now; empty
 * where the program knows none, and where more is lost than the papers grant any longer.
 */
export async function standingOf(
  tx: RoomTx<'programs'>,
  enrolment: { id: string; pack: string },
  asOf: Temporal.PlainDate,
): Promise<readonly GoodTimeStanding[]> {
  const pack = programOf(enrolment)
  const { goodTime } = pack.sentence
  if (!goodTime) return []
  const situation = await sentenceSituation(tx, { enrolmentId: enrolment.id, asOf, goodTime })
  return goodTimeStanding(pack, sentenceInput(situation))
}
