import type { Work } from '../../platform/act.ts'
import { changedMeanwhile } from '../../platform/conflict.ts'
import type { Problem } from '../../platform/problem.ts'
import { contractDays } from '../schedule/standing.ts'

/** Says that another version of the contract was made after the page was shown, and what its days are. */
export async function refuseOtherVersion(work: Work<'work'>, enrolmentId: string): Promise<Problem> {
  const latest = await work.db
    .selectFrom('work.contract')
    .select(['id', 'version'])
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const days = await contractDays(work.db, enrolmentId)
  return changedMeanwhile(work, {
    room: 'work',
    record: 'contract',
    name: 'the work contract',
    rowId: latest?.id ?? '',
    current: {
      version: latest?.version ?? 0,
      days: days
        .filter((day) => day.standing === 'open')
        .map((day) => ({ day: day.day.toString(), siteId: day.siteId, siteName: day.siteName })),
    },
  })
}
