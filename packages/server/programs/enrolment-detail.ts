import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'
import { notFound } from '../platform/problem.ts'
import { commitmentsOf, waitingCommitments } from './commitments-shown.ts'
import type { EnrolmentDetail } from './enrolment-schemas.ts'
import { goodTimeOf } from './good-time/good-time-shown.ts'
import { programOf, programRun } from './program.ts'
import type { ReturnReason } from './return-reasons.ts'
import { type ServedAtHome, servedAtHome } from './served-at-home.ts'
import { stateOf } from './state-of.ts'
import { type EnrolmentState, isEnded, type StepKind } from './steps.ts'
import { casePath, type Standing, whatIsNext } from './what-is-next.ts'
import { latestWorksheet, type StoredWorksheet } from './worksheets.ts'

/**
 * An enrolment with everything its head and overview show, as it stands on a day.
 * @throws Problem `not-found`
 */
export async function enrolmentDetailOf(
  tx: RoomTx<'programs'>,
  enrolmentId: string,
  today: Temporal.PlainDate,
): Promise<EnrolmentDetail> {
  const row = await tx
    .selectFrom('programs.enrolment')
    .selectAll()
    .where('id', '=', enrolmentId)
    .executeTakeFirst()
  const now = row ? await stateOf(tx, row.id, today) : null
  if (!row || !now) throw notFound('enrolment')
  const steps = await stepsOf(tx, row.id)
  const waiting = await waitingCommitments(tx, row.person_id)
  const sheet = await latestWorksheet(tx, row.id)
  const progress = await progressOf(tx, row.id)
  const worksheet = sheet && worksheetShown(sheet)
  const served = programRun(row.pack)?.served ?? 'by-work'
  const atHome = await servedAtHome(tx, row, sheet, isEnded(now.state) ? now.since : today)
  const standing: Standing = {
    served,
    state: now.state,
    worksheet,
    waiting,
    fees: await feesOf(tx, row.id),
    contract: progress && {
      openDays: progress.openDays,
      creditedDays: progress.creditedDays,
      owedDays: worksheet?.adjustedDays ?? progress.days,
    },
    atHome: atHome && {
      isOver: atHome.isOver,
      isNothingLeft: atHome.isNothingLeft,
      worn: atHome.worn.length,
      homeZone: atHome.homeZone,
    },
  }
  return {
    id: row.id,
    number: row.number,
    program: {
      pack: row.pack,
      name: programRun(row.pack)?.name ?? row.pack,
      version: programOf(row).version,
      served,
    },
    person: await personOf(tx, row.person_id, today),
    state: now.state,
    since: now.since,
    openedOn: row.opened_on,
    version: row.version,
    commitments: await commitmentsOf(tx, row.id),
    waiting,
    worksheet,
    progress,
    atHome: atHome && atHomeShown(atHome, now.state),
    daysLeft: daysLeft(worksheet?.adjustedDays ?? null, atHome?.servedDays ?? progress?.creditedDays ?? 0),
    goodTime: await goodTimeOf(tx, row, now.state, today),
    fees: standing.fees,
    steps,
    path: casePath(standing, new Set(steps.map((step) => step.kind))),
    next: whatIsNext(standing),
  }
}

const daysLeft = (adjusted: number | null, credited: number): number | null =>
  adjusted === null ? null : Math.max(0, adjusted - credited)

function atHomeShown(
  { placedOn, servedDays, isOver, worn, homeZone }: ServedAtHome,
  state: EnrolmentState,
): EnrolmentDetail['atHome'] {
  const isServing = state === 'active' && !isOver
  return {
    placedOn,
    servedDays,
    worn,
    isUnfollowed: isServing && worn.length === 0,
    homeZone,
    isHomeUnwatched: isServing && worn.length > 0 && homeZone !== 'in-force',
  }
}

async function personOf(
  tx: RoomTx<'programs'>,
  personId: string,
  today: Temporal.PlainDate,
): Promise<EnrolmentDetail['person']> {
  const row = await tx
    .selectFrom('people.v_person')
    .select(['id', 'family_name', 'given_names', 'suffix', 'birth_date'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    familyName: row.family_name,
    givenNames: row.given_names,
    suffix: row.suffix,
    birthDate: row.birth_date,
    age: row.birth_date ? row.birth_date.until(today, { largestUnit: 'years' }).years : null,
  }
}

async function stepsOf(tx: RoomTx<'programs'>, enrolmentId: string): Promise<EnrolmentDetail['steps']> {
  const rows = await tx
    .selectFrom('programs.step as s')
    .leftJoin('access.v_account as a', (join) =>
      join.onRef('a.agency_id', '=', 's.agency_id').onRef('a.id', '=', 's.by'),
    )
    .select(['s.kind', 's.on_day', 's.at', 's.note', 's.about', 'a.display_name'])
    .where('s.enrolment_id', '=', enrolmentId)
    .orderBy('s.number')
    .execute()
  return rows.map((row) => ({
    kind: row.kind as StepKind,
    onDay: row.on_day,
    at: row.at,
    byName: row.display_name,
    note: row.note,
    returned: returnedOf(row),
  }))
}

// A step of an earlier release, or recorded without the verb, says no reason.
function returnedOf(row: { kind: string; about: unknown }): EnrolmentDetail['steps'][number]['returned'] {
  if (row.kind !== 'returned-to-court') return null
  const about = row.about as { reason?: ReturnReason; courtDocument?: string; bureauDocument?: string | null }
  if (!about.reason || !about.courtDocument) return null
  return {
    reason: about.reason,
    courtDocument: about.courtDocument,
    bureauDocument: about.bureauDocument ?? null,
  }
}

function worksheetShown(sheet: StoredWorksheet): NonNullable<EnrolmentDetail['worksheet']> {
  const { id, number, computedOn, result, releaseDay } = sheet
  const computed = result.kind === 'worksheet' ? result : null
  return {
    id,
    number,
    kind: result.kind,
    computedOn,
    adjustedDays: computed?.adjustedDays ?? null,
    releaseDay,
    readingAsked: (computed?.askOfficer ?? false) && sheet.reading.by === null,
  }
}

async function progressOf(tx: RoomTx<'programs'>, enrolmentId: string): Promise<EnrolmentDetail['progress']> {
  const row = await tx
    .selectFrom('work.v_progress')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst()
  if (!row) return null
  return {
    days: row.days ?? 0,
    creditedDays: row.credited_days ?? 0,
    openDays: row.open_days ?? 0,
    lostDays: row.lost_days ?? 0,
    firstDay: row.first_day,
    lastDay: row.last_day,
  }
}

async function feesOf(tx: RoomTx<'programs'>, enrolmentId: string): Promise<EnrolmentDetail['fees']> {
  const row = await tx
    .selectFrom('money.v_balance')
    .select(['balance_cents'])
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst()
  if (!row) return 'not-assessed'
  return (row.balance_cents ?? 0) > 0 ? 'owed' : 'settled'
}
