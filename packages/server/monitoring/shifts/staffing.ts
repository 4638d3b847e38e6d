import { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../../platform/database.ts'
import type { Staffing } from '../guidelines/numbers.ts'
import type { Post } from './plan-shift.ts'
import { type Uncovered, uncovered } from './uncovered.ts'

export const posts: readonly Post[] = ['supervisor', 'operator']

/** How many are needed at a post at any time (EMP-7.1). */
export const neededAt = (post: Post, staffing: Staffing): number =>
  post === 'supervisor' ? 1 : staffing.operatorsAtLeast

/**
 * From when on the center is staffed: when its first shift began. Null where none was ever planned: an office that
 * follows nobody has no gaps.
 */
export async function staffedSince(tx: RoomTx<'monitoring'>): Promise<Temporal.Instant | null> {
  const { first } = await tx
    .selectFrom('monitoring.shift')
    .select(({ fn }) => fn.min('from_at').as('first'))
    .where('cancelled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return first
}

/** A span of the plan in which a post lacks somebody. */
export interface PlannedGap extends Uncovered {
  post: Post
  needed: number
}

/** Gaps of the plan that touch [from, to), whole: they begin where the plan leaves off, also before `from`. */
export async function gapsOfPlan(
  tx: RoomTx<'monitoring'>,
  staffing: Staffing,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<PlannedGap[]> {
  const since = await staffedSince(tx)
  if (!since) return []
  // A gap that began earlier keeps its beginning; none is followed back further than a week.
  const back = from.subtract({ hours: 7 * 24 })
  const first = Temporal.Instant.compare(since, back) > 0 ? since : back
  if (Temporal.Instant.compare(first, to) >= 0) return []
  const shifts = await tx
    .selectFrom('monitoring.shift')
    .select(['post', 'from_at', 'to_at'])
    .where('cancelled_at', 'is', null)
    .where('to_at', '>', first)
    .where('from_at', '<', to)
    .execute()
  return posts.flatMap((post) => {
    const spans = shifts
      .filter((row) => row.post === post)
      .map((row) => ({ from: row.from_at, to: row.to_at }))
    const needed = neededAt(post, staffing)
    return uncovered(spans, needed, first, to)
      .filter((gap) => Temporal.Instant.compare(gap.to, from) > 0)
      .map((gap) => ({ ...gap, post, needed }))
  })
}
