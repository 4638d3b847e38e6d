import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { ViewTx } from '../platform/database.ts'
import { notFound } from '../platform/problem.ts'
import { day, id, instant } from '../platform/schemas.ts'
import { programRun } from '../programs/index.ts'

/** The present of a person: who, which programs, what is next, what is owed, which papers. */
export const personPage = z.object({
  id,
  familyName: z.string(),
  givenNames: z.string(),
  suffix: z.string(),
  birthDate: day.nullable(),
  age: z.number().nullable(),
  language: z.string(),
  photoPaperId: id.nullable(),
  address: z.string().nullable(),
  phones: z.array(z.object({ number: z.string(), kind: z.string() })),
  version: z.number(),
  commitments: z.array(
    z.object({
      id,
      docket: z.string(),
      courtName: z.string(),
      receivedOn: day,
      statutes: z.array(z.string()),
      returned: z.boolean(),
      enrolmentId: id.nullable(),
    }),
  ),
  enrolments: z.array(
    z.object({
      id,
      number: z.string(),
      pack: z.string(),
      /** The program's name, and whether it is served at home or by work. */
      program: z.string(),
      served: z.enum(['at-home', 'by-work']),
      /** The sworn deputy who supervises the person; null: nobody is named. */
      deputy: z.string().nullable(),
      state: z.string(),
      since: day,
      openedOn: day,
      adjustedDays: z.number().nullable(),
      releaseDay: day.nullable(),
      creditedDays: z.number().nullable(),
      nextWorkDay: day.nullable(),
      nextWorkSite: z.string().nullable(),
      nextAppointment: z.object({ id, onDay: day, startsAt: instant }).nullable(),
      balanceCents: z.number().nullable(),
      heldCents: z.number().nullable(),
      payBy: day.nullable(),
    }),
  ),
  /** A unit that tells places is on the person: there is a track of today. */
  wearsUnit: z.boolean(),
  papers: z.array(
    z.object({ id, kind: z.string(), title: z.string(), mediaType: z.string(), addedAt: instant }),
  ),
})

type PersonPage = z.output<typeof personPage>

/** Everything of the person's page but the timeline. @throws Problem `not-found` */
export async function personOf(tx: ViewTx, ctx: Context, personId: string): Promise<PersonPage> {
  const person = await tx
    .selectFrom('people.v_person')
    .selectAll()
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!person) throw notFound('person')
  const phones = await tx
    .selectFrom('people.v_phone')
    .select(['number', 'kind'])
    .where('person_id', '=', personId)
    .orderBy('added_at')
    .execute()
  const papers = await tx
    .selectFrom('platform.v_paper')
    .select(['id', 'kind', 'title', 'media_type', 'added_at'])
    .where('person_id', '=', personId)
    .orderBy('added_at', 'desc')
    .limit(200)
    .execute()
  const unit = await tx
    .selectFrom('equipment.v_unit')
    .select('id')
    .where('person_id', '=', personId)
    .where('positions', '=', true)
    .limit(1)
    .executeTakeFirst()
  const lines = [
    person.line1,
    person.line2,
    [person.city, person.state, person.zip].filter(Boolean).join(' '),
  ]
  return {
    id: person.id,
    familyName: person.family_name,
    givenNames: person.given_names,
    suffix: person.suffix,
    birthDate: person.birth_date,
    age: person.birth_date ? ctx.today.since(person.birth_date, { largestUnit: 'years' }).years : null,
    language: person.language,
    photoPaperId: person.photo_paper_id,
    address: person.line1 === null ? null : lines.filter(Boolean).join(', '),
    phones,
    version: person.version,
    commitments: await commitmentsOf(tx, personId),
    enrolments: await enrolmentsOf(tx, ctx, personId),
    wearsUnit: unit !== undefined,
    papers: papers.map((paper) => ({
      id: paper.id,
      kind: paper.kind,
      title: paper.title,
      mediaType: paper.media_type,
      addedAt: paper.added_at,
    })),
  }
}

async function commitmentsOf(tx: ViewTx, personId: string): Promise<PersonPage['commitments']> {
  const rows = await tx
    .selectFrom('court.v_commitment as c')
    .leftJoin('programs.v_enrolment_commitment as j', 'j.commitment_id', 'c.id')
    .select([
      'c.id',
      'c.docket',
      'c.court_name',
      'c.received_on',
      'c.statutes',
      'c.returned_at',
      'j.enrolment_id',
    ])
    .where('c.person_id', '=', personId)
    .orderBy('c.received_on', 'desc')
    .orderBy('c.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    docket: row.docket,
    courtName: row.court_name,
    receivedOn: row.received_on,
    statutes: row.statutes,
    returned: row.returned_at !== null,
    enrolmentId: row.enrolment_id,
  }))
}

interface EnrolmentRow {
  id: string
  number: string
  pack: string
  deputy: string | null
  state: string
  since: z.output<typeof day>
  opened_on: z.output<typeof day>
  adjusted_days: number | null
  release_day: z.output<typeof day> | null
  credited_days: number | null
  next_day: z.output<typeof day> | null
  next_site: string | null
  appointment_id: string | null
  on_day: z.output<typeof day> | null
  starts_at: z.output<typeof instant> | null
  balance_cents: number | null
  held_cents: number | null
  pay_by: z.output<typeof day> | null
}

async function enrolmentsOf(tx: ViewTx, ctx: Context, personId: string): Promise<PersonPage['enrolments']> {
  const { rows } = await sql<EnrolmentRow>`
    select e.id, e.number, e.pack, st.state, st.since, e.opened_on, e.adjusted_days, e.release_day,
      c.credited_days, n.day as next_day, n.site as next_site,
      a.id as appointment_id, a.on_day, a.starts_at,
      b.balance_cents, b.held_cents, b.pay_by, h.display_name as deputy
    from programs.v_enrolment e
    join programs.enrolment_state(${ctx.today}) st on st.enrolment_id = e.id
    left join work.v_progress c on c.enrolment_id = e.id
    left join money.v_balance b on b.enrolment_id = e.id
    left join home.v_deputy h on h.enrolment_id = e.id and h.ended_at is null
    left join lateral (
      select d.day, s.name as site from work.v_contract_day d join work.v_site s on s.id = d.site_id
      where d.enrolment_id = e.id and d.day >= ${ctx.today} and d.standing = 'open' order by d.day limit 1
    ) n on true
    left join lateral (
      select x.id, x.on_day, x.starts_at from intake.v_appointment x
      where x.enrolment_id = e.id and x.is_open order by x.on_day, x.starts_at limit 1
    ) a on true
    where e.person_id = ${personId}
    order by e.opened_at desc, e.id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    pack: row.pack,
    program: programRun(row.pack)?.name ?? row.pack,
    served: programRun(row.pack)?.served ?? 'by-work',
    deputy: row.deputy,
    state: row.state,
    since: row.since,
    openedOn: row.opened_on,
    adjustedDays: row.adjusted_days,
    releaseDay: row.release_day,
    creditedDays: row.credited_days,
    nextWorkDay: row.next_day,
    nextWorkSite: row.next_site,
    nextAppointment:
      row.appointment_id && row.on_day && row.starts_at
        ? { id: row.appointment_id, onDay: row.on_day, startsAt: row.starts_at }
        : null,
    balanceCents: row.balance_cents,
    heldCents: row.held_cents,
    payBy: row.pay_by,
  }))
}
