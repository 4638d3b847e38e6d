import { randomUUID } from 'node:crypto'
import { kindNames, kinds } from '@inlieu/watch'
import { z } from 'zod'
import { type InputOf, verb } from '../../platform/act.ts'
import { id, text } from '../../platform/schemas.ts'
import { protocolFor } from '../guidelines/in-force.ts'
import { plainClient } from '../plain-client.ts'
import { dutiesOf } from './duties.ts'
import { alarmSeverities } from './severity.ts'

/** Kinds that ask for somebody: what can be drilled. */
export const alarmKinds = kindNames.filter((kind) => kinds[kind].severity !== 'note')

export const drillBody = z.strictObject({
  kind: z.enum(alarmKinds),
  /** What the operators are told. */
  story: text(500),
  personId: id.nullable().default(null),
})

/**
 * A supervisor begins a drill: an alarm with its clocks and steps, marked as one everywhere, that reaches nobody
 * outside the room.
 */
export const startDrill = verb('monitoring.start-drill', async (work, input: InputOf<typeof drillBody>) => {
  const { ctx, db, emit } = work
  const { protocol, guidelineId } = await protocolFor(plainClient(db), ctx.agency.id, input.kind, ctx.now)
  const alarm = randomUUID()
  const own = { agency_id: ctx.agency.id, alarm_id: alarm }
  await db
    .insertInto('monitoring.alarm')
    .values({
      agency_id: ctx.agency.id,
      id: alarm,
      person_id: input.personId,
      incident: `drill ${alarm}`,
      kind: input.kind,
      severity: alarmSeverities.find((one) => one === protocol.severity) ?? 'low',
      happened_at: ctx.now,
      opened_at: ctx.now,
      why: input.story,
      drill: true,
      opened_by: ctx.actor,
    })
    .execute()
  await db
    .insertInto('monitoring.alarm_protocol')
    .values({
      ...own,
      id: randomUUID(),
      kind: input.kind,
      from_at: ctx.now,
      content: JSON.stringify(protocol),
      guideline_id: guidelineId,
    })
    .execute()
  await db
    .insertInto('monitoring.alarm_step')
    .values({
      ...own,
      id: randomUUID(),
      kind: 'opened',
      at: ctx.now,
      by: ctx.actor,
      code: input.kind,
      note: input.story,
    })
    .execute()
  await db
    .insertInto('monitoring.duty')
    .values(
      dutiesOf(protocol, ctx.now).map(({ kind, dueAt }) => ({
        ...own,
        id: randomUUID(),
        kind,
        made_at: ctx.now,
        due_at: dueAt,
        escalate_at: dueAt,
      })),
    )
    .execute()
  await emit('monitoring.alarm-opened', {
    alarm,
    ...(input.personId === null ? {} : { person: input.personId }),
  })
  return { id: alarm }
})
