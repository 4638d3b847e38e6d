import { randomUUID } from 'node:crypto'
import { type Kind, kinds } from '@inlieu/watch'
import type { Temporal } from 'temporal-polyfill'
import type { Protocol } from '../guidelines/protocol.ts'
import { askMessage } from '../messages/ask-message.ts'
import type { PlainClient } from '../plain-client.ts'
import { wayTo } from '../shifts/way-to.ts'
import { actForAgency } from './as-watch.ts'
import { type Asked, askedInOrder, type Reach, reachNow } from './escalation.ts'
import type { AlarmNews } from './news.ts'

/** A duty whose time has run out, with what is needed to ask the next on the list. */
export interface Overdue {
  agencyId: string
  id: string
  alarmId: string
  kind: string
  dueAt: Temporal.Instant
  missedAt: Temporal.Instant | null
  /** Ids of those of the center who have been asked for it. */
  asked: string[]
  number: number
  personId: string | null
  alarmKind: Kind
  drill: boolean
  protocol: Protocol
}

/** At most so many in one second; the others in the next. */
const atOnce = 200

/** Ids of those who have been asked for duty `d`, from the record of its alarm: of a kind, one is owed at a time. */
const askedFor = `array(select s.about ->> 'staff' from monitoring.alarm_step s
  where s.agency_id = d.agency_id and s.alarm_id = d.alarm_id and s.kind = 'escalated' and s.code = d.kind
    and s.at >= d.made_at and s.about ->> 'staff' is not null)`

/** The protocol that the alarm of duty `d` is worked by. */
const protocolOf = `(select p.content from monitoring.alarm_protocol p
  where p.agency_id = d.agency_id and p.alarm_id = d.alarm_id order by p.number desc limit 1)`

/**
 * The duties of all agencies of which the next on the list is to be asked now, held against being done meanwhile.
 * An alarm that somebody is closing at this moment is left to the next second; so is what was put off.
 */
export async function overdueDuties(client: PlainClient, now: Temporal.Instant): Promise<Overdue[]> {
  const { rows } = await client.query(
    `select d.agency_id as "agencyId", d.id, d.alarm_id as "alarmId", d.kind, d.due_at as "dueAt",
       d.missed_at as "missedAt", a.number, a.person_id as "personId", a.kind as "alarmKind", a.drill,
       ${askedFor} as asked, ${protocolOf} as protocol
     from monitoring.duty d
     join monitoring.alarm a on a.agency_id = d.agency_id and a.id = d.alarm_id
     where d.done_at is null and d.escalate_at <= $1 and not exists (
       select from monitoring.put_off o where o.agency_id = d.agency_id and o.subject = d.id and o.until_at > $1)
     order by d.escalate_at, d.id limit ${atOnce}
     for key share of a skip locked for no key update of d skip locked`,
    [now.toString()],
  )
  // By agency: what follows is written for one office after the other.
  return (rows as Overdue[]).sort((one, other) => (one.agencyId < other.agencyId ? -1 : 1))
}

/**
 * Marks duties whose time ran out as missed and asks the first on the list of now who has not been asked for it
 * (monitoring rule 5). A missed duty stays owed. Runs each second in the watch's transaction, as its role.
 */
export async function passDuties(
  client: PlainClient,
  overdue: readonly Overdue[],
  now: Temporal.Instant,
): Promise<AlarmNews[]> {
  const news: AlarmNews[] = []
  const reachOf = new Map<string, Reach>()
  for (const duty of overdue) {
    const { agencyId, alarmId, personId } = duty
    if (!reachOf.has(agencyId)) {
      await actForAgency(client, agencyId)
      reachOf.set(agencyId, await reachNow(client, agencyId, now))
    }
    if (!(await passOn(client, duty, reachOf.get(agencyId)!, now))) continue
    const subject = { alarm: alarmId, ...(personId === null ? {} : { person: personId }) }
    news.push({ agencyId, kind: 'monitoring.alarm-changed', subject })
  }
  return news
}

/**
 * Lets the duties be passed on that nobody was left to be asked for, once somebody is there who has not been. Until
 * then nothing is written of them, however long they are owed.
 */
export async function resumeEscalation(client: PlainClient, now: Temporal.Instant): Promise<void> {
  const { rows } = await client.query(
    'select distinct agency_id as id from monitoring.duty where done_at is null and escalate_at is null',
  )
  for (const { id } of rows as { id: string }[]) {
    await actForAgency(client, id)
    const { onCall, supervisors } = await reachNow(client, id, now)
    const ids = (list: Reach['onCall']) => list.map(({ staffId }) => staffId)
    await client.query(
      `update monitoring.duty set escalate_at = $2 where agency_id = $1 and id = any(array(
         select d.id from monitoring.duty d
         where d.agency_id = $1 and d.done_at is null and d.escalate_at is null and not (
           $3::text[] || case when ${protocolOf} -> 'escalate' ? 'on-call' then $4::text[] else '{}' end
         ) <@ ${askedFor}
         for no key update skip locked))`,
      [id, now.toString(), ids(supervisors), ids(onCall)],
    )
  }
}

/** @returns whether there is anything new about the alarm */
async function passOn(
  client: PlainClient,
  duty: Overdue,
  reach: Reach,
  now: Temporal.Instant,
): Promise<boolean> {
  const isNew = duty.missedAt === null
  if (isNew) await step(client, duty, 'missed', '', { dueAt: duty.dueAt.toString() }, now)
  const next = askedInOrder(duty.protocol, reach).find(({ who }) => !duty.asked.includes(who.staffId))
  if (next) await ask(client, duty, next, now)
  // Said once: nothing more is written until somebody is there.
  else if (isNew) await step(client, duty, 'escalated', '', { state: 'nobody' }, now)
  await client.query(
    `update monitoring.duty set missed_at = coalesce(missed_at, $3), escalate_at = $4
     where agency_id = $1 and id = $2`,
    [
      duty.agencyId,
      duty.id,
      now.toString(),
      next ? now.add({ minutes: duty.protocol.minutes.acknowledge }).toString() : null,
    ],
  )
  return isNew || next !== undefined
}

/** Asks one of the list, by message where there is a way; otherwise the step says to call. */
async function ask(
  client: PlainClient,
  duty: Overdue,
  { as, who }: Asked,
  now: Temporal.Instant,
): Promise<void> {
  const way = wayTo(who)
  // A drill rings nobody outside: that the time ran out is what it was to show.
  const message =
    way && !duty.drill
      ? await askMessage(
          client,
          duty.agencyId,
          {
            ...way,
            recipient: who.name,
            title: `Alarm ${duty.number}: ${duty.kind} overdue`,
            text: wording(duty),
            alarmId: duty.alarmId,
          },
          now,
        )
      : null
  await step(
    client,
    duty,
    'escalated',
    who.name,
    {
      as,
      staff: who.staffId,
      phone: who.phone,
      way: way?.channel ?? null,
      message: message?.messageId ?? null,
      // Never "sent": what became of the message is read from the message.
      state: message?.state ?? (duty.drill ? 'drill' : 'no-address'),
    },
    now,
  )
}

// To people who may read it on any telephone: what is owed and since when, and nobody's name.
function wording(duty: Overdue): string {
  const what = kinds[duty.alarmKind]?.says ?? duty.alarmKind
  return `Alarm ${duty.number} (${what}): the time to ${duty.kind} ran out. Open the alarm or call the center.`
}

async function step(
  client: PlainClient,
  { agencyId, alarmId, kind: code }: Overdue,
  kind: 'missed' | 'escalated',
  note: string,
  about: Record<string, string | null>,
  now: Temporal.Instant,
): Promise<void> {
  await client.query(
    `insert into monitoring.alarm_step (agency_id, id, alarm_id, kind, at, code, note, about)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [agencyId, randomUUID(), alarmId, kind, now.toString(), code, note, JSON.stringify(about)],
  )
}
