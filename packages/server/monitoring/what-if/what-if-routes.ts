import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { type Route, route } from '../../platform/route.ts'
import { id } from '../../platform/schemas.ts'
import { proposal } from './proposal.ts'
import { tried, tryChange } from './try-change.ts'

/** A change tried before it is saved (monitoring rule 7). */
export const whatIfRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/monitoring/enrolments/:id/what-if',
    permission: 'zone.write',
    summary:
      'Which alarms a zone or weekly hours would have made over the last 14 days; the look is recorded',
    params: z.object({ id }),
    body: z.strictObject({ proposed: proposal }),
    response: tried,
    bodyLimit: 4 * 1024 * 1024,
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, tryChange, { enrolmentId: params.id, proposed: body.proposed }),
  }),
]
