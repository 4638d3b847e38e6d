import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { notFound } from '../../platform/problem.ts'
import { id, instant } from '../../platform/schemas.ts'
import { protocol, stepChannels } from '../guidelines/protocol.ts'
import { plainClient } from '../plain-client.ts'
import { onDuty } from '../shifts/on-duty.ts'
import { alarmShown, showAlarms } from './alarm-shown.ts'
import { closingCodes } from './closing-codes.ts'
import { closingsThatFit, endOf } from './closings-that-fit.ts'
import { type CommandRow, commandShown, commandStanding } from './commands.ts'
import { askingOf } from './dispatch.ts'
import { falseAtThisAddress } from './dispatch-rule.ts'
import { dutyKinds } from './duties.ts'
import { type AlarmRow, nameOf } from './hold.ts'
import { outageShown, showOutage } from './outage-shown.ts'
import { isDone, needsNoReason, type Outcome, outcomeNow, outcomes } from './outcomes.ts'
import { canBeSent } from './send-officer.ts'
import { showUnitKept, unitKept } from './unit-kept.ts'
import { signalUnit, unitToSignal } from './unit-to-signal.ts'

const contact = z.object({
  as: z.enum(['on-call', 'supervisor']),
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  texts: z.boolean(),
})

const entry = z.object({
  number: z.int(),
  kind: z.string(),
  at: instant,
  /** Null where the watch wrote it. */
  by: z.string().nullable(),
  code: z.string(),
  note: z.string(),
  about: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** What is known of the message that it asked for. */
  messageState: z.string().nullable(),
  /** What became of the signal that it asked for. */
  command: commandShown.nullable(),
})

const stepShown = z.object({
  code: z.string(),
  text: z.string(),
  /** In Spanish; null where nobody has written it. */
  textEs: z.string().nullable(),
  channel: z.enum(stepChannels),
  dueAt: instant,
  /** `tried`: on record, and still to be done; `waiting`: a signal that no unit was told yet. */
  state: z.enum(['to-do', 'tried', 'waiting', 'done', 'left-out']),
  outcome: z.enum(outcomes).nullable(),
  command: commandShown.nullable(),
  /** Closing the alarm asks why it was not done. */
  needsReason: z.boolean(),
  at: instant.nullable(),
  by: z.string().nullable(),
})

const dutyShown = z.object({
  id,
  kind: z.enum(dutyKinds),
  dueAt: instant,
  missedAt: instant.nullable(),
  doneAt: instant.nullable(),
  doneBy: z.string().nullable(),
  /** Closed without it; or, where nobody did, replaced by what the protocol of the graver kind asks for. */
  dropped: z.boolean(),
})

/** Everything that is needed to work an alarm, but for where somebody is: that is a look. */
export const alarmPage = z.object({
  alarm: alarmShown,
  steps: z.array(stepShown),
  /** Whether the protocol is the agency's own or the default of this release, and since when the alarm has it. */
  protocol: z.object({ approved: z.boolean(), minutes: protocol.shape.minutes, since: instant }),
  duties: z.array(dutyShown),
  record: z.array(entry),
  /** Whom to call: the participant's telephones, who is on call, the supervisor. */
  phones: z.array(z.object({ number: z.string(), kind: z.string() })),
  address: z.string(),
  contacts: z.array(contact),
  unit: signalUnit.nullable(),
  /** Of an incident of a unit that nobody wears: its state, and who wore it last. */
  unitKept: unitKept.nullable(),
  /** Somebody can be sent: it is about a person, or has a place. */
  canSend: z.boolean(),
  asking: z.object({
    state: z.enum(['not-asked', 'asked', 'approved', 'refused']),
    by: z.string().nullable(),
    own: z.boolean(),
    /** Where somebody is to be sent again, and why, as it was asked. */
    where: z.string(),
    why: z.string(),
    /** The alarm for which somebody was sent there, and which was false. */
    earlier: z.object({ id, number: z.int() }).nullable(),
  }),
  /** An earlier alarm of the same incident, closed before this was opened. */
  after: z.object({ id, number: z.int() }).nullable(),
  /** Other open alarms of the same person. */
  beside: z.array(z.object({ id, number: z.int(), kind: z.string() })),
  /** Whose units fell silent, where it is the outage of a carrier. */
  outage: outageShown.nullable(),
  /** For which reasons it can be closed as it stands. */
  closings: z.array(z.enum(closingCodes)),
})
export type AlarmPage = z.output<typeof alarmPage>

/** @throws Problem `not-found` */
export async function readAlarm(db: RoomTx<'monitoring'>, ctx: Context, alarmId: string): Promise<AlarmPage> {
  const [alarm] = await showAlarms(db, { where: sql`a.id = ${alarmId}`, orderBy: sql`a.number`, limit: 1 })
  if (!alarm) throw notFound('alarm')
  const record = await recordOf(db, ctx, alarmId)
  const person = alarm.person?.id ?? null
  const asking = await askingOf(db, alarmId)
  const row = await db
    .selectFrom('monitoring.alarm')
    .select(['id', 'person_id', 'lat', 'lon', 'drill'])
    .where('id', '=', alarmId)
    .executeTakeFirstOrThrow()
  return {
    alarm,
    ...(await protocolShown(db, alarmId, record)),
    duties: await dutiesShown(db, alarmId),
    record,
    phones: await phonesOf(db, person),
    address: await addressOf(db, person),
    contacts: await contactsOf(db, ctx),
    unit: await unitToSignal(db, { unit_id: alarm.unit?.id ?? null, person_id: person }),
    unitKept: alarm.unit && person === null ? await showUnitKept(db, alarm.unit.id) : null,
    canSend: canBeSent(row),
    asking: {
      state: asking.state,
      by: asking.askedBy && (await nameOf(db, asking.askedBy)),
      own: asking.askedBy === ctx.actor,
      where: asking.where,
      why: asking.why,
      earlier: asking.state === 'asked' ? await earlierFalse(db, ctx, row, asking.where) : null,
    },
    ...(await others(db, alarmId, person)),
    outage: await showOutage(db, alarm),
    closings: alarm.closedAt === null ? closingsThatFit(await endOf(db, alarmId)) : [],
  }
}

/** What the supervisor who is asked must know of: the alarm at that address that was false. */
async function earlierFalse(
  db: RoomTx<'monitoring'>,
  ctx: Context,
  alarm: Pick<AlarmRow, 'id' | 'lat' | 'lon'>,
  where: string,
): Promise<AlarmPage['asking']['earlier']> {
  const earlier = await falseAtThisAddress(db, ctx, alarm, where)
  return earlier && { id: earlier.alarmId, number: earlier.number }
}

type Entry = z.output<typeof entry>

async function recordOf(db: RoomTx<'monitoring'>, ctx: Context, alarmId: string): Promise<Entry[]> {
  const { rows } = await sql<
    Omit<Entry, 'command'> & Omit<CommandRow, 'asked_at'> & { asked_at: CommandRow['asked_at'] | null }
  >`
    select s.number, s.kind, s.at, case when s.by is null then null else coalesce(a.display_name, '') end as by, s.code, s.note,
      s.about, m.state as "messageState", c.asked_at, c.keep_until, c.sent_at, c.ended_at, c.ended_because
    from monitoring.alarm_step s
    left join access.v_account a on a.agency_id = s.agency_id and a.id = s.by
    left join monitoring.v_message m on m.agency_id = s.agency_id and m.id::text = s.about ->> 'message'
      and m.alarm_id = s.alarm_id
    left join monitoring.command c on c.agency_id = s.agency_id and c.alarm_id = s.alarm_id
      and c.id::text = s.about ->> 'command'
    where s.alarm_id = ${alarmId} order by s.number`.execute(db)
  return rows.map(({ asked_at, keep_until, sent_at, ended_at, ended_because, ...entry }) => ({
    ...entry,
    command:
      asked_at === null
        ? null
        : commandStanding({ asked_at, keep_until, sent_at, ended_at, ended_because }, ctx.now),
  }))
}

async function protocolShown(
  db: RoomTx<'monitoring'>,
  alarmId: string,
  record: readonly Entry[],
): Promise<Pick<AlarmPage, 'steps' | 'protocol'>> {
  const row = await db
    .selectFrom('monitoring.alarm_protocol')
    .select(['content', 'guideline_id', 'from_at'])
    .where('alarm_id', '=', alarmId)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  const { minutes, steps } = protocol.parse(row.content)
  return {
    protocol: { approved: row.guideline_id !== null, minutes, since: row.from_at },
    steps: steps.map((step) => ({
      code: step.code,
      text: step.text,
      textEs: step.textEs || null,
      channel: step.channel,
      dueAt: row.from_at.add({ minutes: step.minutes }),
      ...standingOf(record.filter((one) => one.kind === 'step' && one.code === step.code)),
    })),
  }
}

type StepStanding = Omit<z.output<typeof stepShown>, 'code' | 'text' | 'textEs' | 'channel' | 'dueAt'>

/** How a step stands: done if it was ever done, else as its last try. A message that reached nobody is a try. */
function standingOf(tries: readonly Entry[]): StepStanding {
  const needsReason = !tries.some((one) => needsNoReason(outcomeOf(one)))
  const last = tries.findLast((one) => isSettled(stateOf(one))) ?? tries.at(-1)
  if (!last) return { state: 'to-do', outcome: null, command: null, needsReason, at: null, by: null }
  const { command, at, by } = last
  return { state: stateOf(last), outcome: outcomeOf(last), command, needsReason, at, by }
}

const outcomeOf = (one: Entry) => outcomeNow(one.about.outcome as Outcome, one.messageState)

const isSettled = (state: StepStanding['state']) => state === 'done' || state === 'left-out'

/** How the step stands after one try. */
function stateOf(one: Entry): StepStanding['state'] {
  const outcome = outcomeOf(one)
  if (outcome === 'left-out') return 'left-out'
  if (isDone(outcome) || one.command?.state === 'said') return 'done'
  return one.command?.state === 'waiting' ? 'waiting' : 'tried'
}

async function dutiesShown(db: RoomTx<'monitoring'>, alarmId: string): Promise<AlarmPage['duties']> {
  const { rows } = await sql<AlarmPage['duties'][number]>`
    select d.id, d.kind, d.due_at as "dueAt", d.missed_at as "missedAt", d.done_at as "doneAt", a.display_name as "doneBy", d.dropped
    from monitoring.duty d
    left join access.v_account a on a.agency_id = d.agency_id and a.id = d.done_by
    where d.alarm_id = ${alarmId} order by d.due_at, d.id`.execute(db)
  return rows
}

async function phonesOf(db: RoomTx<'monitoring'>, person: string | null): Promise<AlarmPage['phones']> {
  if (person === null) return []
  const rows = await db
    .selectFrom('people.v_phone')
    .select(['number', 'kind'])
    .where('person_id', '=', person)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ number: row.number ?? '', kind: row.kind ?? '' }))
}

async function addressOf(db: RoomTx<'monitoring'>, person: string | null): Promise<string> {
  if (person === null) return ''
  const row = await db
    .selectFrom('people.v_person')
    .select(['line1', 'line2', 'city'])
    .where('id', '=', person)
    .executeTakeFirst()
  return [row?.line1, row?.line2, row?.city].filter(Boolean).join(', ')
}

async function contactsOf(db: RoomTx<'monitoring'>, ctx: Context): Promise<AlarmPage['contacts']> {
  const there = await onDuty(plainClient(db), ctx.agency.id, ctx.now)
  const shown = (
    as: 'on-call' | 'supervisor',
    { name, phone, email, texts }: (typeof there.onCall)[number],
  ) => ({
    as,
    name,
    phone,
    email,
    texts,
  })
  return [
    ...there.onCall.map((who) => shown('on-call', who)),
    ...(there.supervisor ? [shown('supervisor', there.supervisor)] : []),
  ]
}

async function others(
  db: RoomTx<'monitoring'>,
  alarmId: string,
  person: string | null,
): Promise<Pick<AlarmPage, 'after' | 'beside'>> {
  const after = await db
    .selectFrom('monitoring.alarm as a')
    .innerJoin('monitoring.alarm as e', (join) =>
      join.onRef('e.agency_id', '=', 'a.agency_id').onRef('e.id', '=', 'a.after_alarm_id'),
    )
    .select(['e.id', 'e.number'])
    .where('a.id', '=', alarmId)
    .executeTakeFirst()
  const beside =
    person === null
      ? []
      : await db
          .selectFrom('monitoring.alarm')
          .select(['id', 'number', 'kind'])
          .where('person_id', '=', person)
          .where('closed_at', 'is', null)
          .where('id', '<>', alarmId)
          .orderBy('number')
          .limit(50)
          .execute()
  return { after: after ?? null, beside }
}
