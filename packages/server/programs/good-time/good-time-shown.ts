import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../../platform/database.ts'
import { programOf } from '../program.ts'
import { endingOf, returnReasons } from '../return-reasons.ts'
import type { EnrolmentState } from '../steps.ts'
import { goodTimePaper } from './good-time-paper.ts'
import type { GoodTimeShown } from './good-time-schema.ts'
import { lossesOf } from './losses.ts'
import { mayLoseGoodTime } from './may-be-lost.ts'
import { standingOf } from './standing.ts'
import { isOverFor, lastViolation, wasAtHome } from './violation.ts'

type Tx = RoomTx<'programs'>
type Enrolment = { id: string; person_id: string; pack: string }

/** The good time of a case as its page shows it (SCC-2.D); null where the program knows none. */
export async function goodTimeOf(
  tx: Tx,
  enrolment: Enrolment,
  state: EnrolmentState,
  today: Temporal.PlainDate,
): Promise<GoodTimeShown | null> {
  const pack = programOf(enrolment)
  if (!pack.sentence.goodTime) return null
  const standing = await standingOf(tx, enrolment, today)
  const isOpen = (await wasAtHome(tx, enrolment.id)) && !isOverFor(state)
  const violation = isOpen ? await lastViolation(tx, enrolment) : null
  const isLeft = standing.some(({ standingDays }) => standingDays > 0)
  return {
    commitments: standing.map(({ commitment, docket, standingDays, lostDays }) => ({
      commitmentId: commitment,
      docket,
      standingDays,
      lostDays,
    })),
    reasons: isOpen ? returnReasons.filter((reason) => mayLoseGoodTime(pack, endingOf(reason))) : [],
    lossFor: isLeft ? (violation?.returnedOn ?? null) : null,
    decisions: await decisionsShown(tx, enrolment),
  }
}

async function decisionsShown(tx: Tx, enrolment: Enrolment): Promise<GoodTimeShown['decisions']> {
  const losses = await lossesOf(tx, enrolment.id)
  if (losses.length === 0) return []
  const names = await namesOf(
    tx,
    losses.map(({ decidedBy }) => decidedBy),
  )
  const dockets = await docketsOf(
    tx,
    losses.map(({ commitmentId }) => commitmentId),
  )
  const papers = await papersOf(tx, enrolment)
  return losses.toReversed().map(({ ending: _, decidedBy, ...loss }) => ({
    ...loss,
    docket: dockets.get(loss.commitmentId) ?? '',
    byName: names.get(decidedBy) ?? null,
    documentId: papers.get(loss.id) ?? null,
  }))
}

async function namesOf(tx: Tx, accounts: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('access.v_account')
    .select(['id', 'display_name'])
    .where('id', 'in', [...accounts])
    .execute()
  return new Map(rows.map((row) => [row.id, row.display_name]))
}

async function docketsOf(tx: Tx, commitments: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('court.v_commitment')
    .select(['id', 'docket'])
    .where('id', 'in', [...commitments])
    .execute()
  return new Map(rows.map((row) => [row.id, row.docket]))
}

/** The papers that were made of decisions, by the decision. */
async function papersOf(tx: Tx, enrolment: Enrolment): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('platform.v_document')
    .select(['id', 'about'])
    .where('person_id', '=', enrolment.person_id)
    .where('kind', '=', goodTimePaper)
    .execute()
  return new Map(rows.map((row) => [(row.about as { loss?: string }).loss ?? '', row.id]))
}
