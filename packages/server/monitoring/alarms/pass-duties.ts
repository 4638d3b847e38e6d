import { randomUUID } from 'node:crypto'
import { type Kind, kinds } from '@inlieu/watch'
import type { Temporal } from 'temporal-polyfill'
import type { Protocol } from '../guidelines/protocol.ts'
import { askMessage } from '../messages/ask-message.ts'
import type { PlainClient } from '../plain-client.ts'
import { type OnDuty, onDuty } from '../shifts/on-duty.ts'
import { wayTo } from '../shifts/way-to.ts'
import { actForAgency } from './as-watch.ts'
import { type Asked, askedInOrder } from './escalation.ts'
import type { AlarmNews } from './news.ts'

/** A duty whose time has run out, with what is needed to ask the next on the list. */
interface Overdue {
  agency_id: string
  id: string
  alarm_id: string
  kind: string
  due_at: Temporal.Instant
  asked: number
  missed_at: Temporal.Instant | null
  number: number
  person_id: string | null
  alarm_kind: Kind
  why: string
  drill: boolean
  protocol: Protocol
}

/** At most so many in one second; the others in the next. */
const atOnce = 200

/**
 * Marks duties whose time ran out as missed and asks the next on the list, then the supervisor (monitoring rule 5).
 * A missed duty stays owed. For all agencies; runs each second in the watch's transaction, as its role. An alarm
 * that somebody is closing at this moment is left to the next second.
 */
export async function passDuties(client: PlainClient, now: Temporal.Instant): Promise<AlarmNews[]> {
  const { rows } = await client.query(
    `select d.agency_id, d.id, d.alarm_id, d.kind, d.due_at, d.asked, d.missed_at, a.number, a.person_id,
       a.kind as alarm_kind, a.why, a.drill,
       (select p.content from monitoring.alarm_protocol p
         where p.agency_id = d.agency_id and p.alarm_id = d.alarm_id order by p.number desc limit 1) as protocol
     from monitoring.duty d
     join monitoring.alarm a on a.agency_id = d.agency_id and a.id = d.alarm_id
     where d.done_at is null and d.escalate_at <= $1
     order by d.escalate_at, d.id limit ${atOnce}
     for key share of a skip locked for no key update of d skip locked`,
    [now.toString()],
  )
  const news: AlarmNews[] = []
  const onDutyOf = new Map<string, OnDuty>()
  // By agency: what follows is written for one office after the other.
  const overdue = (rows as Overdue[]).sort((one, other) => (one.agency_id < other.agency_id ? -1 : 1))
  for (const duty of overdue) {
    const { agency_id: agencyId } = duty
    if (!onDutyOf.has(agencyId)) {
      await actForAgency(client, agencyId)
      onDutyOf.set(agencyId, await onDuty(client, agencyId, now))
    }
    await passOn(client, duty, onDutyOf.get(agencyId)!, now)
    news.push({
      agencyId,
      kind: 'monitoring.alarm-changed',
      subject: { alarm: duty.alarm_id, ...(duty.person_id === null ? {} : { person: duty.person_id }) },
    })
  }
  return news
}

async function passOn(
  client: PlainClient,
  duty: Overdue,
  there: OnDuty,
  now: Temporal.Instant,
): Promise<void> {
  if (duty.missed_at === null) {
    await step(client, duty, 'missed', '', { dueAt: duty.due_at.toString() }, now)
  }
  const list = askedInOrder(duty.protocol, there)
  const next = list[duty.asked]
  if (next) await ask(client, duty, next, now)
  const more = duty.asked + 1 < list.length
  await client.query(
    `update monitoring.duty set missed_at = coalesce(missed_at, $3), asked = $4, escalate_at = $5
     where agency_id = $1 and id = $2`,
    [
      duty.agency_id,
      duty.id,
      now.toString(),
      duty.asked + (next ? 1 : 0),
      more ? now.add({ minutes: duty.protocol.minutes.acknowledge }).toString() : null,
    ],
  )
}

/** Asks one of the list, by message where there is a way; otherwise the step says to call. */
async function ask(
  client: PlainClient,
  duty: Overdue,
  { as, who }: Asked,
  now: Temporal.Instant,
): Promise<void> {
  const way = who && wayTo(who)
  // A drill rings nobody outside: that the time ran out is what it was to show.
  const message =
    way && !duty.drill
      ? await askMessage(
          client,
          duty.agency_id,
          {
            ...way,
            recipient: who.name,
            title: `Alarm ${duty.number}: ${duty.kind} overdue`,
            text: wording(duty),
            alarmId: duty.alarm_id,
          },
          now,
        )
      : null
  await step(
    client,
    duty,
    'escalated',
    who?.name ?? '',
    {
      as,
      staff: who?.staffId ?? null,
      phone: who?.phone ?? null,
      way: way?.channel ?? null,
      message: message?.messageId ?? null,
      // Never "sent": what became of the message is read from the message.
      state: message?.state ?? (duty.drill ? 'drill' : who ? 'no-address' : 'nobody'),
    },
    now,
  )
}

// To people who may read it on any telephone: what is owed and since when, and nobody's name.
function wording(duty: Overdue): string {
  const what = kinds[duty.alarm_kind]?.says ?? duty.alarm_kind
  return `Alarm ${duty.number} (${what}): the time to ${duty.kind} ran out. Open the alarm or call the center.`
}

async function step(
  client: PlainClient,
  duty: Overdue,
  kind: 'missed' | 'escalated',
  note: string,
  about: Record<string, string | null>,
  now: Temporal.Instant,
): Promise<void> {
  await client.query(
    `insert into monitoring.alarm_step (agency_id, id, alarm_id, kind, at, code, note, about)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      duty.agency_id,
      randomUUID(),
      duty.alarm_id,
      kind,
      now.toString(),
      duty.kind,
      note,
      JSON.stringify(about),
    ],
  )
}
