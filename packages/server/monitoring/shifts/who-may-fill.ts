import type { Work } from '../../platform/act.ts'
import { plainClient } from '../plain-client.ts'
import { centerSupervisors } from './center-supervisors.ts'
import { onDuty, type Reachable, toReachable } from './on-duty.ts'
import type { Post } from './plan-shift.ts'

type Here = Work<'monitoring'>

const reachable = [
  's.id as staffId',
  's.account_id as accountId',
  's.name',
  's.phone',
  's.email',
  's.texts',
] as const

/** Whom to ask to fill a post now, in order: who is planned, the supervisors, then who is on call. Each once. */
export async function whoMayFill(work: Here, post: Post): Promise<Reachable[]> {
  const { ctx } = work
  const duty = await onDuty(plainClient(work.db), ctx.agency.id, ctx.now)
  const present = new Set(
    [...duty.operators, ...(duty.supervisorPresent && duty.supervisor ? [duty.supervisor] : [])].map(
      (each) => each.staffId,
    ),
  )
  const planned = (await plannedNow(work, post)).filter((each) => !present.has(each.staffId))
  const inOrder = [...planned, ...(await supervisorsToTell(work)), ...duty.onCall]
  return inOrder.filter(
    (each, place) => inOrder.findIndex((other) => other.staffId === each.staffId) === place,
  )
}

/** The supervisors of the center, by name. */
export const supervisorsToTell = ({ ctx, db }: Here): Promise<Reachable[]> =>
  centerSupervisors(plainClient(db), ctx.agency.id, ctx.now)

async function plannedNow({ ctx, db }: Here, post: Post): Promise<Reachable[]> {
  const rows = await db
    .selectFrom('monitoring.shift as f')
    .innerJoin('monitoring.staff as s', (join) =>
      join.onRef('s.agency_id', '=', 'f.agency_id').onRef('s.id', '=', 'f.staff_id'),
    )
    .select(reachable)
    .where('f.post', '=', post)
    .where('f.cancelled_at', 'is', null)
    .where('f.from_at', '<=', ctx.now)
    .where('f.to_at', '>', ctx.now)
    .orderBy('s.name')
    .orderBy('s.id')
    .execute()
  return rows.map(toReachable)
}
