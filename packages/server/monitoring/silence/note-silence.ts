import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { type Verb, verb, type Work } from '../../platform/act.ts'
import { askMessage } from '../messages/ask-message.ts'
import { plainClient } from '../plain-client.ts'
import { onDuty, type Reachable } from '../shifts/on-duty.ts'
import { wayTo } from '../shifts/way-to.ts'
import { supervisorsToTell } from '../shifts/who-may-fill.ts'

type Here = Work<'monitoring'>

/**
 * A dead system looks dead: the watch has not evaluated for too long. Recorded once, and the supervisors and who is on
 * call are written to, because nobody who only looks at the queue would see that nothing comes any more.
 */
export const noteSilence: Verb<'monitoring', { lastEvaluatedAt: Temporal.Instant | null }, void> = verb(
  'monitoring.note-silence',
  async (work, { lastEvaluatedAt }) => {
    const { ctx, db, emit } = work
    if (await openSilence(db)) return
    const people = await peopleToTell(work)
    await db
      .insertInto('monitoring.silence')
      .values({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        last_evaluated_at: lastEvaluatedAt,
        found_at: ctx.now,
        told: people.length,
      })
      .execute()
    const since = lastEvaluatedAt ? `since ${localTime(work, lastEvaluatedAt)}` : 'since it was started'
    await tell(
      work,
      people,
      'The watch does not run',
      `Inlieu: the watch has evaluated nothing ${since}. Alarms do not come. Have it started, and call who must be watched.`,
    )
    await emit('monitoring.watch-silent', { agency: ctx.agency.id })
  },
)

/** The watch evaluates again; those who were told are told so. */
export const endSilence: Verb<'monitoring', Record<never, never>, void> = verb(
  'monitoring.end-silence',
  async (work) => {
    const { ctx, db, emit } = work
    const open = await openSilence(db)
    if (!open) return
    await db.updateTable('monitoring.silence').set({ ended_at: ctx.now }).where('id', '=', open.id).execute()
    await tell(
      work,
      await peopleToTell(work),
      'The watch runs again',
      `Inlieu: the watch evaluates again since ${localTime(work, ctx.now)}. What units stored meanwhile comes late and is marked so.`,
    )
    await emit('monitoring.watch-back', { agency: ctx.agency.id })
  },
)

const openSilence = (db: Here['db']) =>
  db.selectFrom('monitoring.silence').select('id').where('ended_at', 'is', null).executeTakeFirst()

async function peopleToTell(work: Here): Promise<Reachable[]> {
  const duty = await onDuty(plainClient(work.db), work.ctx.agency.id, work.ctx.now)
  const all = [...(await supervisorsToTell(work)), ...duty.onCall]
  return all.filter((each, place) => all.findIndex((other) => other.staffId === each.staffId) === place)
}

const localTime = ({ ctx }: Here, at: Temporal.Instant): string =>
  at
    .toZonedDateTimeISO(ctx.agency.timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')

async function tell(work: Here, people: readonly Reachable[], title: string, text: string): Promise<void> {
  for (const who of people) {
    const way = wayTo(who)
    if (!way) continue
    await askMessage(
      plainClient(work.db),
      work.ctx.agency.id,
      { ...way, recipient: who.name, title, text },
      work.ctx.now,
    )
  }
}
