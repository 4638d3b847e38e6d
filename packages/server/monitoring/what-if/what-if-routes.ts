import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { type Route, route } from '../../platform/route.ts'
import { id } from '../../platform/schemas.ts'
import { proposal } from './proposal.ts'
import { setProposal } from './set-proposal.ts'
import { tried, tryChange } from './try-change.ts'
import { triedSet, trySet } from './try-set.ts'

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
  route({
    method: 'POST',
    path: '/api/monitoring/zone-sets/:id/what-if',
    permission: 'zone-template.write',
    summary:
      'Which alarms a changed set of zones, or other people under it, would have made over the last 14 days; the look is recorded',
    params: z.object({ id }),
    body: z.strictObject({ proposed: setProposal }),
    response: triedSet,
    bodyLimit: 8 * 1024 * 1024,
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, trySet, { setId: params.id, proposed: body.proposed }),
  }),
]
