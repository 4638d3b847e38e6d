import type pg from 'pg'
import type { Temporal } from 'temporal-polyfill'
import type { ToldWaiting } from './batch.ts'
import { toldColumns } from './stored-rows.ts'
import type { Command } from './world.ts'

// What the watch looks at beside the messages: what the office told it, what it is to tell units, the days ahead.

/** What is told in one commit at most. */
const mostTold = 500

/** What the office told and nobody took in yet, in order. A row is seen as soon as its act is committed. */
export async function waitingTold(client: pg.ClientBase): Promise<ToldWaiting[]> {
  const { rows } = await client.query({
    name: 'watch-told',
    text: `select t.agency_id, t.kind, t.person_id, t.unit_id, ${toldColumns} from monitoring.told t
      where t.batch is null order by t.id limit ${mostTold}`,
  })
  return rows.map(({ agency_id, person_id, unit_id, ...row }) => ({
    ...row,
    agencyId: agency_id,
    personId: person_id,
    unitId: unit_id,
  }))
}

/** What waits for units is looked through up to here; who is silent longest waits behind. */
const mostCommands = 1000

/**
 * What is still worth saying, by unit, without what was said and not yet written down. Units that were heard last come
 * first: what waits for silent ones holds nothing back from those that speak, and one that is heard again comes to the
 * front with its first message.
 */
export async function waitingCommands(
  client: pg.ClientBase,
  said: readonly Command[],
  now: Temporal.Instant,
): Promise<Map<string, Command[]>> {
  const { rows } = await client.query<Command & { unitId: string }>({
    name: 'watch-commands',
    text: `select c.id, c.agency_id as "agencyId", c.unit_id as "unitId", c.person_id as "personId",
        c.alarm_id as "alarmId", c.kind, (extract(epoch from c.keep_until) * 1000)::float8 as until
      from monitoring.command c
      left join monitoring.standing s on s.agency_id = c.agency_id and s.unit_id = c.unit_id
      where c.sent_at is null and c.ended_at is null and c.keep_until > $1
      order by s.contact_at desc nulls last, c.asked_at, c.id limit ${mostCommands}`,
    values: [now.toString()],
  })
  const alreadySaid = new Set(said.map(({ id }) => id))
  return Map.groupBy(
    rows.filter(({ id }) => !alreadySaid.has(id)),
    ({ unitId }) => unitId,
  )
}

/** Days of the record from thirty-two ago until a week ahead: a fix never waits for a place to be written. */
export async function ensureDays(client: pg.ClientBase, now: Temporal.Instant): Promise<void> {
  const day = (hours: number) => now.add({ hours }).toString().slice(0, 10)
  await client.query('select monitoring.ensure_days($1::date, $2::date)', [day(-32 * 24), day(8 * 24)])
}

/** The watch's sign of life, with how much of what was due it could not do. */
export async function beat(
  client: pg.ClientBase,
  life: {
    startedAt: Temporal.Instant
    now: Temporal.Instant
    batch: number
    people: number
    waiting: number
    notEvaluated: number
  },
): Promise<void> {
  await client.query({
    name: 'watch-beat',
    text: `insert into monitoring.heartbeat (started_at, evaluated_at, batch, people, waiting, not_evaluated, put_off)
      values ($1, $2, $3, $4, $5, $6, (select count(*) from monitoring.put_off where until_at > $2))
      on conflict (only_row) do update set started_at = excluded.started_at, evaluated_at = excluded.evaluated_at,
        batch = excluded.batch, people = excluded.people, waiting = excluded.waiting, not_evaluated = excluded.not_evaluated,
        put_off = excluded.put_off`,
    values: [
      life.startedAt.toString(),
      life.now.toString(),
      life.batch,
      life.people,
      life.waiting,
      life.notEvaluated,
    ],
  })
}
