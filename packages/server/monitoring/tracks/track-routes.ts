import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Context } from '../../platform/context.ts'
import { csvAnswer } from '../../platform/files.ts'
import { type Route, route } from '../../platform/route.ts'
import { day, id, instant } from '../../platform/schemas.ts'
import { dayLooking, sittingBody } from '../looks/purposes.ts'
import { dayAnswer } from './day-answer.ts'
import { mapFileBody, takeDayFile, takeMapFile } from './files.ts'
import { lookAtMap } from './live-map.ts'
import { lookAtMoment } from './moment-map.ts'
import { mapAnswer } from './people-on-map.ts'
import { lookAtDay } from './person-day.ts'
import { lookAtPerson, personPosition } from './person-position.ts'

const looking = z.strictObject({ looking: sittingBody })
const lookingAtDay = z.strictObject({ looking: dayLooking })
const whose = z.object({ personId: id })
const whichDay = z.object({ personId: id, date: day })

/** Each look is recorded: one sent again is a look of its own, and no answer is kept anywhere. */
const once = (ctx: Context): Context => ({ ...ctx, idempotencyKey: null })

/** Where people are and were. All of these record the look in the same act; that is why none is a GET. */
export const trackRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/monitoring/map',
    permission: 'location.read',
    summary: 'Everybody who wears a unit, where it was last, and how they stand',
    body: looking,
    response: mapAnswer,
    handle: ({ ctx, office, body }) => act(office.db, once(ctx), lookAtMap, body.looking),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/map/moment',
    permission: 'location.read',
    summary: 'Where everybody was at a moment',
    body: z.strictObject({ looking: sittingBody, at: instant }),
    response: mapAnswer,
    handle: ({ ctx, office, body }) => act(office.db, once(ctx), lookAtMoment, body),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/map/file',
    permission: 'location.read',
    summary: 'The people of the map as CSV',
    body: mapFileBody,
    response: 'file',
    handle: async ({ ctx, office, body, reply }) =>
      csvAnswer(reply, `map-${ctx.today}`, await act(office.db, once(ctx), takeMapFile, body)),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/people/:personId/position',
    permission: 'location.read',
    summary: 'One person who was picked on the map: units, last position, open alarms',
    params: whose,
    body: looking,
    response: personPosition,
    handle: ({ ctx, office, params, body }) =>
      act(office.db, once(ctx), lookAtPerson, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/people/:personId/days/:date',
    permission: 'location.read',
    summary:
      "A person's day: track, stops, gaps, zones as they stood, what the watch found, how well the unit did",
    params: whichDay,
    body: lookingAtDay,
    response: dayAnswer,
    handle: ({ ctx, office, params, body }) => act(office.db, once(ctx), lookAtDay, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/people/:personId/days/:date/file',
    permission: 'location.read',
    summary: "The positions of a person's day as CSV",
    params: whichDay,
    body: lookingAtDay,
    response: 'file',
    handle: async ({ ctx, office, params, body, reply }) =>
      csvAnswer(
        reply,
        `day-${params.date}`,
        await act(office.db, once(ctx), takeDayFile, { ...params, ...body }),
      ),
  }),
]
