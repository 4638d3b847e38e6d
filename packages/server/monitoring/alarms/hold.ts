import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Common, Work } from '../../platform/act.ts'
import type { DB, RoomTx } from '../../platform/database.ts'
import { spoken } from '../../platform/files.ts'
import { notFound, Problem } from '../../platform/problem.ts'
import type { Protocol } from '../guidelines/protocol.ts'

export type AlarmRow = Selectable<DB['monitoring.alarm']>

/**
 * Holds an alarm against everybody else at the desks. `closing` also holds what the watch may add to it: only who
 * closes or opens it again asks for that, so that nobody's hands stop the watch.
 * @throws Problem `not-found`
 */
export async function holdAlarm(
  work: Work<'monitoring'>,
  alarmId: string,
  closing = false,
): Promise<AlarmRow> {
  const asked = work.db.selectFrom('monitoring.alarm').selectAll().where('id', '=', alarmId)
  const row = await (closing ? asked.forUpdate() : asked.forNoKeyUpdate()).executeTakeFirst()
  if (!row) throw notFound('alarm')
  return row
}

/** The same for an alarm that must be open. */
export async function holdOpenAlarm(
  work: Work<'monitoring'>,
  alarmId: string,
  closing = false,
): Promise<AlarmRow> {
  const alarm = await holdAlarm(work, alarmId, closing)
  if (alarm.closed_at) {
    const changedBy = await nameOf(work.db, alarm.closed_by)
    throw new Problem(
      'conflict',
      `${changedBy} closed this alarm meanwhile as “${spoken(alarm.closed_code ?? '')}”. Open it again if it is not over.`,
      {
        conflict: {
          changedBy,
          changedAt: alarm.closed_at.toString(),
          current: { closedCode: alarm.closed_code },
        },
      },
    )
  }
  return alarm
}

/** The protocol that an alarm is worked by: the last one it was given. */
export async function protocolOfAlarm(db: RoomTx<'monitoring'>, alarmId: string): Promise<Protocol> {
  const row = await db
    .selectFrom('monitoring.alarm_protocol')
    .select('content')
    .where('alarm_id', '=', alarmId)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  // Checked when it was entered.
  return row.content as unknown as Protocol
}

/** An account's name as people write it; "The office" where nobody acted. */
export async function nameOf(db: RoomTx<'monitoring'>, accountId: string | null): Promise<string> {
  const row = accountId
    ? await db
        .selectFrom('access.v_account')
        .select('display_name')
        .where('id', '=', accountId)
        .executeTakeFirst()
    : undefined
  return row?.display_name ?? 'The office'
}

/** What people add to the record of an alarm. */
export interface AlarmStep {
  kind:
    | 'acknowledged'
    | 'step'
    | 'note'
    | 'reply'
    | 'dispatch-asked'
    | 'dispatch-approved'
    | 'dispatch-refused'
    | 'unreached'
    | 'closed'
    | 'reopened'
  code?: string
  note?: string
  about?: Record<string, string | number | boolean | null>
}

/** Adds to the record of an alarm; nothing in it is ever changed. */
export async function addStep(work: Work<'monitoring'>, alarmId: string, step: AlarmStep): Promise<string> {
  const { ctx, db } = work
  const id = randomUUID()
  await db
    .insertInto('monitoring.alarm_step')
    .values({
      agency_id: ctx.agency.id,
      id,
      alarm_id: alarmId,
      kind: step.kind,
      at: ctx.now,
      by: ctx.actor,
      code: step.code ?? '',
      note: step.note ?? '',
      about: JSON.stringify(step.about ?? {}),
    })
    .execute()
  return id
}

/** Tells open pages that an alarm is different now. */
export async function sayChanged(work: Common, alarm: Pick<AlarmRow, 'id' | 'person_id'>): Promise<void> {
  const { id, person_id } = alarm
  await work.emit('monitoring.alarm-changed', {
    alarm: id,
    ...(person_id === null ? {} : { person: person_id }),
  })
}
