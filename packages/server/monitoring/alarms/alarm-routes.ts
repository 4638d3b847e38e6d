import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { csv, csvAnswer } from '../../platform/files.ts'
import { read } from '../../platform/read.ts'
import { type Route, route } from '../../platform/route.ts'
import { id } from '../../platform/schemas.ts'
import { alarmFile, takeAlarmFile } from './alarm-file.ts'
import { type AlarmPage, alarmPage, readAlarm } from './alarm-page.ts'
import { alarmShown, type Pulse, pulse, readPulse } from './alarm-shown.ts'
import { type DeadSpot, deadSpot, deadSpots } from './dead-spots.ts'
import { evidence, openEvidence } from './evidence.ts'
import { type Queue, queueColumns, queueFileName, queueFilter, readQueue } from './queue.ts'

/** What is open, one alarm, its evidence, and how the room and the watch are. */
export const alarmRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/monitoring/alarms',
    permission: 'alarm.read',
    summary: 'Alarms: everything that is not closed, oldest duty first, or those closed; as CSV where asked',
    query: queueFilter,
    response: z.object({
      alarms: z.array(alarmShown),
      /** How many fit the filter: more than `alarms` where the limit cut them. */
      total: z.int(),
      pulse,
    }),
    handle: async ({ office, ctx, query, reply }) => {
      const found = await read<'monitoring', Queue & { pulse: Pulse }>(office.db, ctx, async (tx) => ({
        ...(await readQueue(tx, query, ctx.agency.timeZone)),
        pulse: await readPulse(tx, ctx.now),
      }))
      if (query.format === 'json') return found
      const name = queueFileName(query, found.total, ctx.today.toString())
      return csvAnswer(reply, name, csv(found.alarms, queueColumns, ctx.agency.timeZone))
    },
  }),
  route({
    method: 'GET',
    path: '/api/monitoring/pulse',
    permission: 'alarm.read',
    summary: 'How many alarms are open, and when the watch last evaluated',
    response: pulse,
    handle: ({ office, ctx }) => read<'monitoring', Pulse>(office.db, ctx, (tx) => readPulse(tx, ctx.now)),
  }),
  route({
    method: 'GET',
    path: '/api/monitoring/alarms/:id',
    permission: 'alarm.read',
    summary: 'One alarm: protocol with its clocks, record, whom to call',
    params: z.object({ id }),
    response: alarmPage,
    handle: ({ office, ctx, params }) =>
      read<'monitoring', AlarmPage>(office.db, ctx, (tx) => readAlarm(tx, ctx, params.id)),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/alarms/:id/evidence',
    permission: 'location.read',
    summary: 'Open the evidence of an alarm: where somebody was and is; the look is recorded',
    params: z.object({ id }),
    body: z.strictObject({}),
    response: evidence,
    handle: ({ office, ctx, params }) => act(office.db, ctx, openEvidence, { alarmId: params.id }),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/alarms/:id/file',
    permission: 'location.read',
    summary:
      'The file of one alarm, to be given out: findings, duties, the whole record; the look is recorded',
    params: z.object({ id }),
    body: z.strictObject({}),
    response: alarmFile,
    // What leaves the room is recorded each time: no answer is kept.
    handle: ({ office, ctx, params }) =>
      act(office.db, { ...ctx, idempotencyKey: null }, takeAlarmFile, { alarmId: params.id }),
  }),
  route({
    method: 'GET',
    path: '/api/monitoring/dead-spots',
    permission: 'alarm.read',
    summary: 'Places where units lose their signal; as CSV where asked',
    query: z.object({ format: z.enum(['json', 'csv']).default('json') }),
    response: z.object({ spots: z.array(deadSpot) }),
    handle: async ({ office, ctx, query, reply }) => {
      const spots = await read<'monitoring', DeadSpot[]>(office.db, ctx, (tx) => deadSpots(tx))
      if (query.format === 'json') return { spots }
      return csvAnswer(
        reply,
        `dead-spots-${ctx.today}`,
        csv(
          spots,
          [
            { title: 'Latitude', value: (row) => row.lat },
            { title: 'Longitude', value: (row) => row.lon },
            { title: 'Radius (m)', value: (row) => row.radiusM },
            { title: 'Note', value: (row) => row.note },
            { title: 'Added', value: (row) => row.addedAt },
            { title: 'Added by', value: (row) => row.addedBy },
          ],
          ctx.agency.timeZone,
        ),
      )
    },
  }),
]
