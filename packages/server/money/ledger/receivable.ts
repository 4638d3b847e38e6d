import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Work } from '../../platform/act.ts'
import { notFound, Problem } from '../../platform/problem.ts'
import { type Account, type Against, type Holdings, nothing } from './accounts.ts'
import type { EntryAbout, EntryKind } from './entries.ts'
import { balanceCents, heldCents, move, reliefNoLongerNeeded } from './standing.ts'

/** An enrolment's statement while its row is locked: nobody else can add a line before this act ends. */
export interface Receivable {
  enrolmentId: string
  personId: string
  lastLine: number
  holdings: Holdings
}

/** An entry to add. */
export interface NewEntry<K extends EntryKind> {
  kind: K
  against: readonly Against[]
  about: EntryAbout<K>
  reason?: string
  /** The entry that this one corrects, on the same statement. */
  corrects?: string
}

/** An entry that was added, and the statement after it. */
export interface KeptEntry {
  id: string
  line: number
  receivable: Receivable
}

/**
 * Locks an enrolment's statement, opening it with the first assessment.
 * @throws Problem `not-found` when the enrolment is not of this office
 */
export async function openReceivable(work: Work<'money'>, enrolmentId: string): Promise<Receivable> {
  const { ctx, db } = work
  const enrolment = await db
    .selectFrom('programs.v_enrolment')
    .select('person_id')
    .where('id', '=', enrolmentId)
    .executeTakeFirst()
  if (!enrolment?.person_id) throw notFound('enrolment')
  await db
    .insertInto('money.receivable')
    .values({
      agency_id: ctx.agency.id,
      enrolment_id: enrolmentId,
      person_id: enrolment.person_id,
      opened_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return holdReceivable(work, enrolmentId)
}

/**
 * Locks an enrolment's statement.
 * @throws Problem `not-found` when no fees were ever assessed for it, or it is not of this office
 */
export async function holdReceivable({ db }: Work<'money'>, enrolmentId: string): Promise<Receivable> {
  const row = await db
    .selectFrom('money.receivable')
    .select(['enrolment_id', 'person_id', 'last_line'])
    .where('enrolment_id', '=', enrolmentId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) {
    throw new Problem(
      'not-found',
      'No fees are assessed for this enrolment in this office. Assess the fees first.',
    )
  }
  const sums = await db
    .selectFrom('money.posting')
    .select(['account', sql<number>`sum(amount_cents)::bigint`.as('cents')])
    .where('enrolment_id', '=', enrolmentId)
    .groupBy('account')
    .execute()
  const holdings = { ...nothing }
  for (const sum of sums) holdings[sum.account as Account] = sum.cents
  return { enrolmentId: row.enrolment_id, personId: row.person_id, lastLine: row.last_line, holdings }
}

/** Adds a line to a locked statement, with postings that balance. */
export async function keepEntry<K extends EntryKind>(
  { ctx, db }: Work<'money'>,
  receivable: Receivable,
  entry: NewEntry<K>,
): Promise<KeptEntry> {
  const movement = move(receivable.holdings, entry.against)
  const id = randomUUID()
  const line = receivable.lastLine + 1
  const { enrolmentId } = receivable
  await db
    .updateTable('money.receivable')
    .set({ last_line: line })
    .where('enrolment_id', '=', enrolmentId)
    .execute()
  await db
    .insertInto('money.entry')
    .values({
      agency_id: ctx.agency.id,
      id,
      enrolment_id: enrolmentId,
      line,
      kind: entry.kind,
      on_day: ctx.today,
      at: ctx.now,
      by: ctx.actor,
      net_cents: movement.netCents,
      about: JSON.stringify(entry.about),
      reason: entry.reason ?? '',
      corrects: entry.corrects ?? null,
    })
    .execute()
  await db
    .insertInto('money.posting')
    .values(
      movement.postings.map((posting) => ({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        entry_id: id,
        enrolment_id: enrolmentId,
        account: posting.account,
        part: posting.part,
        amount_cents: posting.amountCents,
      })),
    )
    .execute()
  return { id, line, receivable: { ...receivable, lastLine: line, holdings: movement.after } }
}

/**
 * After a fee became smaller: takes back the relief that covered what is no longer charged, as lines of their
 * own. Without relief nothing happens, and what was paid too much is held.
 */
export async function takeBackRelief(
  work: Work<'money'>,
  before: Receivable,
  after: Receivable,
): Promise<Receivable> {
  if (balanceCents(after.holdings) >= 0) return after
  const freed = reliefNoLongerNeeded(after.holdings, heldCents(before.holdings))
  const withoutWaiver = await takeBack(work, after, 'waived', freed.waivedCents)
  return takeBack(work, withoutWaiver, 'uncollectible', freed.uncollectibleCents)
}

async function takeBack(
  work: Work<'money'>,
  receivable: Receivable,
  account: 'waived' | 'uncollectible',
  cents: number,
): Promise<Receivable> {
  if (cents === 0) return receivable
  const relief = await work.db
    .selectFrom('money.entry')
    .select(['id', 'line'])
    .where('enrolment_id', '=', receivable.enrolmentId)
    .where('kind', '=', account === 'waived' ? 'waiver' : 'uncollectible')
    .orderBy('line', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const kept = await keepEntry(work, receivable, {
    kind: account === 'waived' ? 'waiver-reduced' : 'uncollectible-reduced',
    against: [{ account, part: '', amountCents: 0 - cents }],
    about: { line: relief.line },
    reason: 'The fee that it covered is no longer charged.',
    corrects: relief.id,
  })
  return kept.receivable
}
