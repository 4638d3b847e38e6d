import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { verb, type Work } from '../../platform/act.ts'
import { notFound } from '../../platform/problem.ts'
import { withoutSecrets } from '../doors/secrets.ts'
import type { Sitting } from '../looks/purposes.ts'
import { recordLook } from '../looks/record-look.ts'
import { timesIn } from './times-in.ts'

/** More of a message is not kept (`monitoring.set_aside`), and not shown. */
const mostShown = 60_000

export const openedMessage = z.object({
  id: z.string(),
  /** As it was kept, without the secrets in it. */
  body: z.string(),
  /** The message was longer, and only its beginning is kept. */
  cut: z.boolean(),
})
export type OpenedMessage = z.output<typeof openedMessage>

/** What is opened, and why. */
export interface Opening {
  id: number
  looking: Sitting
}

/**
 * Opens what a unit sent and the office could not take or not evaluate. It may say where somebody was, so the look is
 * recorded in the same act, at everybody who wore the unit when it was sent or when it says it was measured. A message
 * whose credential nobody has is opened by nobody: it may be of somebody of another office.
 * @throws Problem `not-found`
 */
export const openMessage = verb(
  'monitoring.open-message-not-taken',
  async (work: Work<'monitoring'>, { id, looking }: Opening): Promise<OpenedMessage> => {
    const { ctx, db } = work
    const row = await db
      .selectFrom('monitoring.set_aside')
      .select(['unit_id', 'received_at', 'reason', 'detail', 'body'])
      .where('agency_id', '=', ctx.agency.id)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw notFound('message')
    const times = [...timesIn(row.body, row.received_at), row.received_at]
    const named = row.reason === 'not-evaluated' ? personNamed(row.detail) : []
    await recordLook(work, {
      ...looking,
      scope: 'message',
      ...spanOf(times),
      personIds: [...named, ...(await wearers(work, row.unit_id, times))],
    })
    const { body } = row
    return {
      id: String(id),
      body: withoutSecrets(body).slice(0, mostShown),
      cut: body.length >= mostShown,
    }
  },
)

/** Whose messages the watch could not evaluate stands with the fault. */
const personNamed = (detail: string): string[] => /^Person ([0-9a-f-]{36}):/.exec(detail)?.slice(1) ?? []

function spanOf(times: readonly Temporal.Instant[]): {
  periodFrom: Temporal.Instant
  periodTo: Temporal.Instant
} {
  const sorted = times.toSorted((one, other) => one.epochMilliseconds - other.epochMilliseconds)
  return { periodFrom: sorted[0]!, periodTo: sorted.at(-1)!.add({ minutes: 1 }) }
}

/** Who wore a unit at any of these times. */
async function wearers(
  { db }: Work<'monitoring'>,
  unitId: string | null,
  times: readonly Temporal.Instant[],
): Promise<string[]> {
  if (unitId === null) return []
  const { rows } = await sql<{ person_id: string }>`
    select distinct f.person_id from equipment.v_fitting f
    where f.unit_id = ${unitId} and exists (
      select from unnest(${times.map(String)}::timestamptz[]) as t (at)
      where f.fitted_at <= t.at and (f.removed_at is null or f.removed_at > t.at))`.execute(db)
  return rows.map(({ person_id }) => person_id)
}
