import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { type Route, route } from '../../platform/route.ts'
import { id, text } from '../../platform/schemas.ts'
import { lossEntered } from './good-time-schema.ts'
import { loseGoodTime } from './lose-good-time.ts'
import { putGoodTimeRight } from './put-right.ts'

const days = lossEntered.shape.days
const record = z.object({ id })

/** Good time lost after a return for a rule violation, and put right (SCC-2.D). */
export const goodTimeRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/programs/enrolments/:id/good-time-lost',
    permission: 'screening.decide',
    summary: 'Good-time days lost, decided after a return for a rule violation (SCC-2.D); makes the paper',
    params: z.strictObject({ id }),
    body: lossEntered.extend({ days: days.min(1, 'Type one day or more.'), reason: text(1000) }),
    response: record,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, loseGoodTime, { enrolmentId: params.id, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/programs/enrolments/:id/good-time-lost/:lossId/put-right',
    permission: 'screening.decide',
    summary: 'Put right a loss of good time that was entered in error; the earlier decision stays on record',
    params: z.strictObject({ id, lossId: id }),
    body: z.strictObject({ days, reason: text(1000) }),
    response: record,
    handle: ({ office, ctx, params, body }) =>
      act(office.db, ctx, putGoodTimeRight, { enrolmentId: params.id, lossId: params.lossId, ...body }),
  }),
]
