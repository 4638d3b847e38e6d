import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { verb } from '../../platform/act.ts'
import type { RoomTx } from '../../platform/database.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import { instant } from '../../platform/schemas.ts'
import { plainClient } from '../plain-client.ts'
import { addressProblem, type Medium } from './address.ts'
import { askMessage } from './ask-message.ts'
import { type ChannelSettings, channelSettings, checkChannel } from './channel-settings.ts'
import { messageState } from './message-list.ts'

export const medium = z.enum(['email', 'text'])

/**
 * Sets by which way a kind of message leaves from now on. The one before it ends and stays on record.
 * @throws Problem `cannot-be` at the field
 */
export const setChannel = verb(
  'monitoring.set-channel',
  async (
    { ctx, db, emit },
    input: { medium: Medium; settings: ChannelSettings },
  ): Promise<{ id: string }> => {
    if (!ctx.actor) throw new Problem('not-allowed', 'A person sets this; the office itself cannot.')
    checkChannel(input.medium, input.settings)
    await db
      .updateTable('monitoring.channel')
      .set({ ended_at: ctx.now })
      .where('medium', '=', input.medium)
      .where('ended_at', 'is', null)
      .execute()
    const id = randomUUID()
    await db
      .insertInto('monitoring.channel')
      .values({
        agency_id: ctx.agency.id,
        id,
        medium: input.medium,
        settings: JSON.stringify(input.settings),
        set_at: ctx.now,
        set_by: ctx.actor,
      })
      .execute()
    await emit('monitoring.channel-changed', { channel: id })
    return { id }
  },
)

/** Ends a channel: from now on every step says to call. @throws Problem `not-found` */
export const endChannel = verb(
  'monitoring.end-channel',
  async ({ ctx, db, emit }, input: { medium: Medium }) => {
    const ended = await db
      .updateTable('monitoring.channel')
      .set({ ended_at: ctx.now })
      .where('medium', '=', input.medium)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!ended) throw notFound('channel')
    await emit('monitoring.channel-changed', { channel: ended.id })
  },
)

/**
 * Asks for a trial message, to see whether a channel works before an alarm needs it.
 * @throws Problem `cannot-be` without a channel, or at the field
 */
export const tryChannel = verb(
  'monitoring.try-channel',
  async (work, input: { medium: Medium; to: string }): Promise<{ messageId: string }> => {
    const { ctx, db } = work
    const wrong = addressProblem(input.medium, input.to)
    if (wrong) throw fieldProblem('to', wrong)
    const { messageId, state } = await askMessage(
      plainClient(db),
      ctx.agency.id,
      {
        channel: input.medium,
        to: input.to,
        title: 'Trial message',
        text: `This is a trial message of ${ctx.agency.name}. Nothing needs to be done.`,
        askedBy: ctx.actor,
        trial: true,
      },
      ctx.now,
    )
    if (state === 'no-channel') throw new Problem('cannot-be', 'No channel is set. Set it first.')
    await work.emit('monitoring.message-changed', { message: messageId })
    return { messageId }
  },
)

export const channelShown = z.object({
  medium,
  /** Null: no channel is set, and every step says to call. */
  settings: channelSettings.nullable(),
  setAt: instant.nullable(),
  setByName: z.string().nullable(),
  /** The last trial, and what became of it. */
  trial: z
    .object({ at: instant, to: z.string(), state: messageState, stateAt: instant, detail: z.string() })
    .nullable(),
})
export type ChannelShown = z.output<typeof channelShown>

/** Both ways out, set or not. */
export async function channels(tx: RoomTx<'monitoring'>): Promise<ChannelShown[]> {
  const set = await tx
    .selectFrom('monitoring.channel as c')
    .innerJoin('access.v_account as a', (join) =>
      join.onRef('a.agency_id', '=', 'c.agency_id').onRef('a.id', '=', 'c.set_by'),
    )
    .selectAll('c')
    .select('a.display_name')
    .where('c.ended_at', 'is', null)
    .execute()
  return Promise.all(
    medium.options.map(async (of): Promise<ChannelShown> => {
      const row = set.find((each) => each.medium === of)
      return {
        medium: of,
        settings: row ? channelSettings.parse(row.settings) : null,
        setAt: row?.set_at ?? null,
        setByName: row?.display_name ?? null,
        trial: row ? await lastTrial(tx, of, row.set_at) : null,
      }
    }),
  )
}

async function lastTrial(
  tx: RoomTx<'monitoring'>,
  of: Medium,
  since: Temporal.Instant,
): Promise<ChannelShown['trial']> {
  const row = await tx
    .selectFrom('monitoring.message as m')
    .selectAll('m')
    .select((eb) =>
      eb
        .selectFrom('monitoring.message_step as s')
        .select('s.detail')
        .whereRef('s.agency_id', '=', 'm.agency_id')
        .whereRef('s.message_id', '=', 'm.id')
        .orderBy('s.number', 'desc')
        .limit(1)
        .as('detail'),
    )
    .where('m.trial', '=', true)
    .where('m.medium', '=', of)
    .where('m.asked_at', '>=', since)
    .orderBy('m.asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    at: row.asked_at,
    to: row.address,
    state: messageState.parse(row.state),
    stateAt: row.state_at,
    detail: row.detail ?? '',
  }
}
