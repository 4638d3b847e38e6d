import type { FeeInput } from '@inlieu/law'
import { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'
import { isEnded, programRun, type StepKind } from '../programs/index.ts'

/** What an enrolment is as far as its fees are counted from it. */
interface Counted {
  enrolmentId: string
  pack: string
  adjustedDays: number
  /** The last day of the sentence; null where there is none. */
  releaseDay: Temporal.PlainDate | null
}

/**
 * What the fees of an enrolment are counted from. A program of work charges the days of the adjusted sentence when it
 * begins (WAP-FEE.1). At home each day under supervision is charged once it has come (SCC-3.A1), the application once it
 * is decided: a denied applicant owes nothing (own).
 */
export async function feeInputOf(
  tx: RoomTx<'money'>,
  { enrolmentId, pack, adjustedDays, releaseDay }: Counted,
  today: Temporal.PlainDate,
): Promise<FeeInput> {
  if (programRun(pack)?.served !== 'at-home') return { adjustedDays, reschedulings: [] }
  const steps = await tx
    .selectFrom('programs.v_step')
    .select(['kind', 'on_day'])
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('number')
    .execute()
  return {
    application: decided(steps.map(({ kind }) => kind as StepKind)),
    days: daysSupervised(steps as Step[], today, releaseDay),
    abilityReviewedOn: await abilityReviewedOn(tx, enrolmentId),
  }
}

/** A step of an enrolment with its day. */
export interface Step {
  kind: StepKind
  on_day: Temporal.PlainDate
}

function decided(kinds: readonly StepKind[]): 'admitted' | 'denied' | 'pending' {
  const last = kinds.findLast((kind) => kind === 'accepted' || kind === 'denied')
  if (last === undefined) return 'pending'
  return last === 'accepted' ? 'admitted' : 'denied'
}

/**
 * Days at home under supervision until today, first and last counted, each day once; time after an ending is none until
 * the enrolment is reopened, nor is time after the last day of the sentence, whenever the unit came off (own).
 * @param lastDay of the sentence; null while no worksheet tells it, or where nothing is left to serve
 */
export function daysSupervised(
  steps: readonly Step[],
  today: Temporal.PlainDate,
  lastDay: Temporal.PlainDate | null = null,
): number {
  let [days, since, next] = [0, null as Temporal.PlainDate | null, null as Temporal.PlainDate | null]
  const until = (day: Temporal.PlainDate) => {
    if (since === null) return 0
    const last = earlier(day, lastDay ?? day)
    const first = later(since, next ?? since)
    next = last.add({ days: 1 })
    return Math.max(0, first.until(last).days + 1)
  }
  let placed = false
  for (const { kind, on_day } of steps) {
    if (kind === 'placed' || (kind === 'reopened' && placed)) {
      placed = true
      since ??= on_day
    } else if (isEnding(kind)) {
      days += until(on_day)
      since = null
    }
  }
  return days + until(today)
}

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other
const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  earlier(one, other) === one ? other : one

const isEnding = (kind: StepKind): boolean =>
  kind !== 'opened' && kind !== 'reopened' && isEnded(kind as Parameters<typeof isEnded>[0])

/** The day of the latest decision on the person's budget (EMP-11.5); null: no review is on file. */
async function abilityReviewedOn(tx: RoomTx<'money'>, enrolmentId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('money.waiver as w')
    .innerJoin('money.waiver_decision as d', 'd.waiver_id', 'w.id')
    .select('d.on_day')
    .where('w.enrolment_id', '=', enrolmentId)
    .orderBy('d.at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.on_day.toString() ?? null
}
