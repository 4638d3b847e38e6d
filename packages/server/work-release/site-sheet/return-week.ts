import { verb } from '../../platform/act.ts'
import { returnRoster } from '../rosters/record-roster.ts'
import { mondayOf } from '../rosters/week.ts'
import { refuseOtherSite } from './site-sheet.ts'

/**
 * Returns this week's sheet of the supervisor's own site (WAP-P6.2): everything on it is ticked already.
 * @throws Problem `not-found`; `already-done`; `cannot-be` before the week is worked
 */
export const returnWeek = verb(
  'work.return-week',
  async (work, input: { siteId: string }): Promise<{ id: string }> => {
    const { ctx, db } = work
    await refuseOtherSite(db, ctx, input.siteId)
    const { id } = await returnRoster(work, {
      siteId: input.siteId,
      week: mondayOf(ctx.today),
      onDay: ctx.today,
      how: 'site-sheet',
      note: '',
      paperId: null,
      marks: [],
      source: 'site',
    })
    return { id }
  },
)
