import { z } from 'zod'
import type { Permission } from '../../access/index.ts'
import { act, type Verb } from '../../platform/act.ts'
import { done, type Route, route } from '../../platform/route.ts'
import { id, text } from '../../platform/schemas.ts'
import { acknowledgeAlarm, takeAlarmOver } from './acknowledge.ts'
import { addNote, noteBody, recordReply, replyBody } from './add-note.ts'
import { closeAlarm, closeBody } from './close-alarm.ts'
import { addDeadSpot, deadSpotBody, endDeadSpot } from './dead-spots.ts'
import { askDispatch, decideDispatch } from './dispatch.ts'
import { doStep } from './do-step.ts'
import { deed, outcomes } from './outcomes.ts'
import { reopenAlarm } from './reopen-alarm.ts'
import { sendBody, sendOfficer } from './send-officer.ts'
import { drillBody, startDrill } from './start-drill.ts'

/** A route that does one thing to an alarm and has nothing to tell but that it is done. */
const toAlarm = <B extends z.ZodObject>(
  path: string,
  permission: Permission,
  summary: string,
  body: B,
  verb: Verb<'monitoring', z.output<B> & { alarmId: string }, unknown>,
): Route =>
  route({
    method: 'POST',
    path: `/api/monitoring/alarms/:id/${path}`,
    permission,
    summary,
    params: z.object({ id }),
    body,
    response: done,
    handle: async ({ office, ctx, params, body: asked }) => {
      await act(office.db, ctx, verb, { ...(asked as z.output<B>), alarmId: params.id })
      return { done: true as const }
    },
  })

/** What is done about alarms. */
export const alarmWorkRoutes: Route[] = [
  toAlarm('acknowledge', 'alarm.work', 'Take an alarm on', z.strictObject({}), acknowledgeAlarm),
  toAlarm(
    'take-over',
    'alarm.work',
    'Take an alarm over from who has it',
    z.strictObject({ note: text(500, false).default('') }),
    takeAlarmOver,
  ),
  route({
    method: 'POST',
    path: '/api/monitoring/alarms/:id/steps',
    permission: 'alarm.work',
    summary: 'Do a step of the protocol',
    params: z.object({ id }),
    body: z.strictObject({ code: text(40), deed }),
    response: z.object({ outcome: z.enum(outcomes) }),
    handle: ({ office, ctx, params, body }) => act(office.db, ctx, doStep, { alarmId: params.id, ...body }),
  }),
  toAlarm('notes', 'alarm.work', 'Write something down about an alarm', noteBody, addNote),
  toAlarm('replies', 'alarm.work', 'Capture what the participant answered', replyBody, recordReply),
  toAlarm('close', 'alarm.work', 'Close an alarm with a coded reason', closeBody, closeAlarm),
  toAlarm(
    'reopen',
    'alarm.work',
    'Open a closed alarm again',
    z.strictObject({ reason: text(500) }),
    reopenAlarm,
  ),
  toAlarm(
    'send-officer',
    'alarm.work',
    'Send somebody for an alarm, whether its protocol has a step for it or not',
    sendBody,
    sendOfficer,
  ),
  toAlarm(
    'ask-dispatch',
    'alarm.work',
    'Ask a supervisor to approve sending somebody where it was false before',
    z.strictObject({ where: text(300), note: text(500) }),
    askDispatch,
  ),
  toAlarm(
    'decide-dispatch',
    'alarm.supervise',
    'Approve or refuse sending somebody where it was false before',
    z.strictObject({ approve: z.boolean(), reason: text(500) }),
    decideDispatch,
  ),
  route({
    method: 'POST',
    path: '/api/monitoring/drills',
    permission: 'alarm.supervise',
    summary: 'Begin a drill',
    body: drillBody,
    response: z.object({ id }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, startDrill, body),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/dead-spots',
    permission: 'alarm.work',
    summary: 'Note that units lose their signal at a place',
    body: deadSpotBody,
    response: z.object({ id }),
    handle: ({ office, ctx, body }) => act(office.db, ctx, addDeadSpot, body),
  }),
  route({
    method: 'POST',
    path: '/api/monitoring/dead-spots/:id/end',
    permission: 'alarm.work',
    summary: 'Take back the note of a dead spot',
    params: z.object({ id }),
    body: z.strictObject({}),
    response: done,
    handle: async ({ office, ctx, params }) => {
      await act(office.db, ctx, endDeadSpot, { spotId: params.id })
      return { done: true as const }
    },
  }),
]
