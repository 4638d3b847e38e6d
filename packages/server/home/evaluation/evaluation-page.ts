import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { day, id, instant, version } from '../../platform/schemas.ts'
import { readEnrolment } from '../zones/enrolment.ts'
import { type Asked, asked, criteria, criteriaOf } from './criteria.ts'
import { isExpanded } from './evaluate.ts'
import { openedBecause } from './open-evaluation.ts'

const shownAdult = z.object({
  id,
  version,
  name: z.string(),
  relation: z.string(),
  livingSince: day.nullable(),
  consentOn: day.nullable(),
  consentPaperId: id.nullable(),
  rulesOn: day.nullable(),
  withdrawnOn: day.nullable(),
  withdrawnNote: z.string().nullable(),
  leftOn: day.nullable(),
  /** Consents that were withdrawn before the one in force was signed, the latest first. */
  earlier: z.array(z.object({ consentOn: day, withdrawnOn: day, note: z.string() })),
})

/** The evaluation of a home with everything it is decided from (EMP-3.3). */
export const evaluationPage = z.object({
  /** Where the person lives by this room's record, and by the office's. */
  home: z.object({ id, name: z.string(), address: z.string(), since: instant }).nullable(),
  addressOnRecord: z.string().nullable(),
  adults: z.array(shownAdult),
  /** The one that counts; null: no home is on record yet. */
  evaluation: z
    .object({
      number: z.int(),
      version,
      openedBecause: z.enum(openedBecause),
      openedAt: instant,
      openedBy: z.string(),
      visitedOn: day.nullable(),
      adultsCounted: z.int().nullable(),
      answers: z.record(z.enum(asked), z.boolean().nullable()),
      note: z.string(),
      state: z.enum(['open', 'accepted', 'refused']),
      reason: z.string().nullable(),
      decidedAt: instant.nullable(),
      decidedBy: z.string().nullable(),
    })
    .nullable(),
  criteria: z.array(
    z.object({
      code: z.enum(criteria),
      clause: z.string(),
      own: z.boolean(),
      met: z.boolean().nullable(),
    }),
  ),
  earlier: z.array(
    z.object({
      number: z.int(),
      openedBecause: z.enum(openedBecause),
      outcome: z.enum(['accepted', 'refused']),
      reason: z.string(),
      decidedAt: instant,
      decidedBy: z.string(),
    }),
  ),
})

export type EvaluationPage = z.output<typeof evaluationPage>

/**
 * Reads the evaluation of somebody's home.
 * @throws Problem `not-found`
 */
export async function readEvaluation(tx: RoomTx<'home'>, enrolmentId: string): Promise<EvaluationPage> {
  const enrolment = await readEnrolment(tx, enrolmentId)
  const [latest, ...earlier] = await evaluationsOf(tx, enrolmentId)
  const adults = await adultsOf(tx, enrolmentId)
  return {
    home: await homeOf(tx, enrolmentId),
    addressOnRecord: await addressOf(tx, enrolment.personId),
    adults,
    evaluation: latest ?? null,
    criteria: latest
      ? criteriaOf({
          expanded: isExpanded(enrolment.pack),
          answers: latest.answers,
          adultsCounted: latest.adultsCounted,
          adults,
        })
      : [],
    earlier: earlier.map(({ number, openedBecause, state, reason, decidedAt, decidedBy }) => ({
      number,
      openedBecause,
      outcome: state === 'accepted' ? 'accepted' : 'refused',
      reason: reason!,
      decidedAt: decidedAt!,
      decidedBy: decidedBy!,
    })),
  }
}

async function homeOf(tx: RoomTx<'home'>, enrolmentId: string): Promise<EvaluationPage['home']> {
  const row = await tx
    .selectFrom('home.place')
    .select(['id', 'name', 'address', 'approved_at'])
    .where('enrolment_id', '=', enrolmentId)
    .where('kind', '=', 'home')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row ? { id: row.id, name: row.name, address: row.address, since: row.approved_at } : null
}

async function addressOf(tx: RoomTx<'home'>, personId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('people.v_person')
    .select(['line1', 'line2', 'city', 'state', 'zip'])
    .where('id', '=', personId)
    .executeTakeFirst()
  const lines = row ? [row.line1, row.line2, row.city, row.state, row.zip].filter(Boolean) : []
  return lines.length > 0 ? lines.join(', ') : null
}

async function adultsOf(tx: RoomTx<'home'>, enrolmentId: string): Promise<EvaluationPage['adults']> {
  const rows = await tx
    .selectFrom('home.adult')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('left_on', (order) => order.desc().nullsFirst())
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  const earlier = await tx
    .selectFrom('home.earlier_consent')
    .select(['adult_id', 'consent_on', 'withdrawn_on', 'withdrawn_note'])
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('withdrawn_on', 'desc')
    .orderBy('replaced_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    name: row.name,
    relation: row.relation,
    livingSince: row.living_since,
    consentOn: row.consent_on,
    consentPaperId: row.consent_paper_id,
    rulesOn: row.rules_on,
    withdrawnOn: row.withdrawn_on,
    withdrawnNote: row.withdrawn_note,
    leftOn: row.left_on,
    earlier: earlier
      .filter(({ adult_id }) => adult_id === row.id)
      .map((one) => ({ consentOn: one.consent_on, withdrawnOn: one.withdrawn_on, note: one.withdrawn_note })),
  }))
}

async function evaluationsOf(tx: RoomTx<'home'>, enrolmentId: string) {
  const rows = await tx
    .selectFrom('home.evaluation as e')
    .leftJoin('access.v_account as o', 'o.id', 'e.opened_by')
    .leftJoin('access.v_account as d', 'd.id', 'e.decided_by')
    .selectAll('e')
    .select(['o.display_name as opened_by_name', 'd.display_name as decided_by_name'])
    .where('e.enrolment_id', '=', enrolmentId)
    .orderBy('e.number', 'desc')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    version: row.version,
    openedBecause: row.opened_because as (typeof openedBecause)[number],
    openedAt: row.opened_at,
    openedBy: row.opened_by_name ?? '',
    visitedOn: row.visited_on,
    adultsCounted: row.adults_counted,
    answers: answersOf(row.answers),
    note: row.note,
    state: (row.outcome ?? 'open') as 'open' | 'accepted' | 'refused',
    reason: row.reason,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by_name,
  }))
}

const answersOf = (stored: unknown): Record<Asked, boolean | null> => {
  const answers = stored as Partial<Record<Asked, boolean | null>>
  return Object.fromEntries(asked.map((code) => [code, answers[code] ?? null])) as Record<
    Asked,
    boolean | null
  >
}
