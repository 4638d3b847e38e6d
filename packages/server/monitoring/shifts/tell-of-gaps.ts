import type { Selectable } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../../platform/act.ts'
import type { DB } from '../../platform/database.ts'
import { askMessage, type MessageTaken } from '../messages/ask-message.ts'
import { plainClient } from '../plain-client.ts'
import type { Reachable } from './on-duty.ts'
import { wayTo } from './way-to.ts'

export type Gap = Selectable<DB['monitoring.gap']>

/** Somebody who is to hear of a gap. */
export interface Asked {
  gap: Gap
  who: Reachable
}

/** Gaps that one message names: a plan that nobody has begun is open for a week. */
const mostNamed = 10

/**
 * Writes to each of them once, whatever was found in a round: by text message where the telephone takes them. Without
 * a way the board says to call.
 */
export async function tell(work: Work<'monitoring'>, asked: readonly Asked[]): Promise<void> {
  for (const [, of] of Map.groupBy(asked, ({ who }) => who.staffId)) {
    const { who } = of[0]!
    await write(
      work,
      who,
      of.map(({ gap }) => gap),
    )
  }
}

async function write(work: Work<'monitoring'>, who: Reachable, gaps: readonly Gap[]): Promise<void> {
  const way = wayTo(who)
  const { ctx, db } = work
  const message = way && (await send(work, who, way, gaps))
  await db
    .insertInto('monitoring.gap_asked')
    .values(
      gaps.map((gap) => ({
        agency_id: ctx.agency.id,
        gap_id: gap.id,
        staff_id: who.staffId,
        at: ctx.now,
        message_id: message?.messageId ?? null,
      })),
    )
    // Who comes up again in a list that has changed meanwhile was asked already.
    .onConflict((conflict) => conflict.constraint('gap_asked_key').doNothing())
    .execute()
}

function send(
  { ctx, db }: Work<'monitoring'>,
  who: Reachable,
  way: NonNullable<ReturnType<typeof wayTo>>,
  gaps: readonly Gap[],
): Promise<MessageTaken> {
  return askMessage(
    plainClient(db),
    ctx.agency.id,
    {
      ...way,
      recipient: who.name,
      title: titleOf(gaps),
      text: wordingOf(gaps, ctx.agency.timeZone),
      gapId: gaps[0]!.id,
    },
    ctx.now,
  )
}

function titleOf(gaps: readonly Gap[]): string {
  const now = gaps.filter(({ kind }) => kind === 'in-fact').length
  if (now > 0) return now === 1 ? 'A post is not filled now' : `${now} posts are not filled now`
  return gaps.length === 1 ? 'A shift is not filled' : `${gaps.length} shifts are not filled`
}

/** What is open now first, then what is to come. */
function wordingOf(gaps: readonly Gap[], timeZone: string): string {
  const local = (at: Temporal.Instant) =>
    at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
  const line = ({ kind, post, from_at, to_at }: Gap) => {
    const who = post === 'supervisor' ? 'no supervisor' : 'too few operators'
    return kind === 'planned'
      ? `${who} planned from ${local(from_at)} to ${to_at ? local(to_at) : 'open'}`
      : `${who} since ${local(from_at)}`
  }
  const now = gaps.filter(({ kind }) => kind === 'in-fact')
  const planned = gaps.filter(({ kind }) => kind === 'planned')
  const asking = [
    ...(now.length > 0
      ? [`Please take the ${now.length === 1 ? 'post' : 'posts'} over, or call the center.`]
      : []),
    ...(planned.length > 0 ? [`Please fill the ${planned.length === 1 ? 'shift' : 'shifts'}.`] : []),
  ].join(' ')
  const named = [...now, ...planned].slice(0, mostNamed).map(line)
  const more = gaps.length - named.length
  if (gaps.length === 1) return `Monitoring center: ${named[0]}. ${asking}`
  return [
    'Monitoring center:',
    ...named.map((one) => `- ${one}`),
    ...(more > 0 ? [`- and ${more} more, on the board`] : []),
    asking,
  ].join('\n')
}
