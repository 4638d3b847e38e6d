import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { verb, type Work } from '../../platform/act.ts'
import { changedMeanwhile } from '../../platform/conflict.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { text, version } from '../../platform/schemas.ts'
import { actorOf } from '../actor.ts'
import { authorityFor } from '../authority.ts'
import { type HomeEnrolment, readEnrolment, runningEnrolment } from '../zones/enrolment.ts'
import { datesOf } from './absences.ts'
import { requireAllowed } from './allowed-kinds.ts'
import { denyCodes, endCodes, grantCodes, type LeaveKind } from './codes.ts'
import { requireGrantBeforeRelease } from './within-program.ts'

const note = text(500, false).default('')

/** How a leave is decided: with a coded reason, and words where the code is `other`. */
export const decisionBody = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('granted'), code: z.enum(grantCodes), note, version }),
  z.strictObject({ outcome: z.literal('denied'), code: z.enum(denyCodes), note, version }),
])

export type DecideLeave = { leaveId: string; decision: z.output<typeof decisionBody> }

/**
 * Decides a leave (EMP-0.1, EMP-1.5): the authority table says who may. Granted, it suspends the inclusion zones in
 * its own span, an exclusion zone never; what of it lies before the decision stays as it was.
 * @throws Problem `not-found`, `conflict`; `already-done` when it is decided; `not-allowed` with the clause;
 *   `cannot-be` where it is over, runs past the release day, or its kind is not open to the person
 */
export const decideLeave = verb(
  'home.decide-leave',
  async (work, { leaveId, decision }: DecideLeave): Promise<{ version: number }> => {
    const { ctx, db, emit } = work
    const leave = await holdLeave(work, leaveId, decision.version)
    if (leave.decided_at || leave.ended_at)
      throw new Problem(
        'already-done',
        'This leave was decided, or taken back, already. Load the page again.',
      )
    requireNote(decision)
    const enrolment = await runningEnrolment(db, leave.enrolment_id)
    if (decision.outcome === 'granted') await requireGrantable(work, leave, enrolment)
    const authority = await authorityFor(work, {
      decision: 'absence-approval',
      pack: enrolment.pack,
      requestedBy: leave.asked_by,
    })
    await db
      .updateTable('home.leave')
      .set({
        decided_at: ctx.now,
        decided_by: actorOf(ctx),
        outcome: decision.outcome,
        code: decision.code,
        note: decision.note,
        authority: JSON.stringify(authority),
        version: leave.version + 1,
      })
      .where('id', '=', leaveId)
      .execute()
    await emit('home.leave-decided', {
      leave: leaveId,
      person: leave.person_id,
      enrolment: leave.enrolment_id,
      outcome: decision.outcome,
    })
    return { version: leave.version + 1 }
  },
)

async function requireGrantable(
  { ctx, db }: Work<'home'>,
  leave: Awaited<ReturnType<typeof holdLeave>>,
  { releaseDay }: HomeEnrolment,
): Promise<void> {
  if (Temporal.Instant.compare(leave.to_at, ctx.now) <= 0)
    throw new Problem('cannot-be', 'The time of this leave is over: it can only be denied.')
  requireGrantBeforeRelease(
    datesOf(
      {
        kind: leave.kind,
        from: leave.from_local,
        to: leave.to_local,
        repeatDays: leave.repeat_days,
        repeatUntil: leave.repeat_until,
      },
      ctx.agency.timeZone,
    ),
    releaseDay,
  )
  await requireAllowed(db, leave.enrolment_id, leave.kind as LeaveKind)
}

/** Why a leave ends, or is taken back before it is decided. */
export const endBody = z.strictObject({ code: z.enum(endCodes), note, version })

export type EndLeave = { leaveId: string; end: z.output<typeof endBody> }

/**
 * Ends a granted leave before its time, or takes back one that nobody has decided: from now on the zones bind again.
 * @throws Problem `not-found`, `conflict`; `already-done` where nothing of it is left
 */
export const endLeave = verb(
  'home.end-leave',
  async (work, { leaveId, end }: EndLeave): Promise<{ version: number }> => {
    const { ctx, db, emit } = work
    const leave = await holdLeave(work, leaveId, end.version)
    const isOver = Temporal.Instant.compare(leave.to_at, ctx.now) <= 0
    if (leave.ended_at || leave.outcome === 'denied' || (leave.outcome === 'granted' && isOver))
      throw new Problem('already-done', 'Nothing of this leave is left to end.')
    requireNote(end)
    // Taking back what nobody decided is the asker's; what was granted is ended by who may grant it.
    if (leave.outcome === 'granted') {
      const { pack } = await readEnrolment(db, leave.enrolment_id)
      await authorityFor(work, { decision: 'absence-approval', pack })
    }
    await db
      .updateTable('home.leave')
      .set({
        ended_at: ctx.now,
        ended_by: actorOf(ctx),
        ended_code: end.code,
        ended_note: end.note,
        version: leave.version + 1,
      })
      .where('id', '=', leaveId)
      .execute()
    await emit('home.leave-ended', {
      leave: leaveId,
      person: leave.person_id,
      enrolment: leave.enrolment_id,
    })
    return { version: leave.version + 1 }
  },
)

function requireNote({ code, note }: { code: string; note: string }): void {
  if (code === 'other' && note.trim() === '') throw fieldProblem('note', 'Say in words what the reason is.')
}

async function holdLeave(work: Work<'home'>, leaveId: string, version: number) {
  const leave = await work.db
    .selectFrom('home.leave')
    .where('id', '=', leaveId)
    .selectAll()
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!leave) throw notFound('leave')
  if (leave.version !== version)
    throw await changedMeanwhile(work, {
      room: 'home',
      record: 'leave',
      rowId: leaveId,
      name: 'this leave',
      current: { version: leave.version },
    })
  return leave
}
