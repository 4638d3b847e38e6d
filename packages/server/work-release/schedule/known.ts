import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { workLimits } from '../sites/limits.ts'
import { type Circumstances, type NumberedCircumstances, readCircumstances } from './circumstances.ts'

/** Who told something: it was asked at the scheduling, or stands in the application. */
export type Source = 'asked' | 'application' | 'unknown'

/** What is known of a person for the choice of site and days, and from where. */
export interface Known {
  asked: Circumstances
  version: number
  sources: { employed: Source; limits: Source; availableWeekdays: Source; notBefore: Source }
  /** Limits the application names in words, outside the office's codes. */
  otherLimits: string
  /** How the application says that the person gets to work (WAP-P5.1). */
  transport: string | null
}

/** What the application says, as far as it can be understood here. */
interface Applied {
  employed: boolean | null
  limits: Circumstances['limits']
  availableWeekdays: Circumstances['availableWeekdays']
  notBefore: Temporal.PlainDate | null
  exceptions: Circumstances['exceptions']
  otherLimits: string
  transport: string | null
}

/** What was asked at the scheduling; where that is silent, the application (WAP-BOOK.2); else unknown. */
export async function readKnown(tx: RoomTx<'work'>, enrolmentId: string): Promise<Known> {
  const here = await readCircumstances(tx, enrolmentId)
  return known(here, await readApplied(tx, enrolmentId))
}

/** Puts both together: what was asked later counts before what was written earlier. */
export function known(here: NumberedCircumstances, applied: Applied): Known {
  const { asked, version } = here
  const isAsked = (kind: string) => asked.exceptions.some((exception) => exception.kind === kind)
  const from = (own: unknown, other: unknown): Source =>
    own !== null ? 'asked' : other !== null ? 'application' : 'unknown'
  return {
    version,
    asked: {
      ...asked,
      employed: asked.employed ?? applied.employed,
      limits: asked.limits ?? applied.limits,
      availableWeekdays: asked.availableWeekdays ?? applied.availableWeekdays,
      notBefore: asked.notBefore ?? applied.notBefore,
      exceptions: [...asked.exceptions, ...applied.exceptions.filter((one) => !isAsked(one.kind))],
    },
    sources: {
      employed: from(asked.employed, applied.employed),
      limits: from(asked.limits, applied.limits),
      availableWeekdays: from(asked.availableWeekdays, applied.availableWeekdays),
      notBefore: from(asked.notBefore, applied.notBefore),
    },
    otherLimits: applied.otherLimits,
    transport: applied.transport,
  }
}

const weekdaysForm = z.array(z.int().min(1).max(7)).min(1)
const limitsForm = z.array(z.string())

const nothingApplied: Applied = {
  employed: null,
  limits: null,
  availableWeekdays: null,
  notBefore: null,
  exceptions: [],
  otherLimits: '',
  transport: null,
}

async function readApplied(tx: RoomTx<'work'>, enrolmentId: string): Promise<Applied> {
  const row = await tx
    .selectFrom('intake.v_application')
    .select(['employed', 'days_available', 'work_limits', 'other_work_limits', 'unable_until'])
    .select(['job_loss', 'transport'])
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst()
  if (!row) return nothingApplied
  const codes = limitsForm.safeParse(row.work_limits).data ?? null
  const days = weekdaysForm.safeParse(row.days_available).data ?? null
  return {
    employed: row.employed,
    limits: codes && workLimits.filter((limit) => codes.includes(limit)),
    availableWeekdays: days as Circumstances['availableWeekdays'],
    notBefore: row.unable_until ? Temporal.PlainDate.from(row.unable_until) : null,
    exceptions: jobLossOf(row.job_loss),
    otherLimits: row.other_work_limits ?? '',
    transport: row.transport,
  }
}

// WAP-P4.2: who would lose the job by working on weekdays works on weekends, once that is verified.
function jobLossOf(stated: string | null): Circumstances['exceptions'] {
  if (stated !== 'claimed' && stated !== 'verified') return []
  return [
    {
      kind: 'job-loss',
      verified: stated === 'verified',
      verification: 'As the application says',
      weekdays: [6, 7],
      daysAWeek: null,
    },
  ]
}
