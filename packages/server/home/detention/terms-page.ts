import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { day, id, instant } from '../../platform/schemas.ts'
import { conditionKinds, supervisions } from '../conditions/conditions.ts'
import { contractMatter } from '../contract/contract-matter.ts'
import type { Term } from '../contract/standard-terms.ts'
import { termsOf } from '../contract/terms.ts'
import { type LeaveKind, leaveKinds } from '../leave/codes.ts'
import { placeKinds } from '../places/place-form.ts'
import { readEnrolment } from '../zones/enrolment.ts'

const term = z.object({
  code: z.string(),
  clause: z.string(),
  own: z.boolean(),
  en: z.string(),
  es: z.string(),
})

/** What binds somebody in home detention: conditions, absences, places, the contract. */
export const termsPage = z.object({
  conditions: z.array(
    z.object({
      id,
      kind: z.enum(conditionKinds),
      content: z.string(),
      commitmentId: id.nullable(),
      orderReference: z.string(),
      orderedOn: day,
      supervisedBy: z.enum(supervisions),
      fromDay: day,
      setAt: instant,
      setBy: z.string(),
      endedAt: instant.nullable(),
      endedBecause: z.string().nullable(),
    }),
  ),
  /** Commitments whose orders a condition can name. */
  orders: z.array(
    z.object({ commitmentId: id, docket: z.string(), courtName: z.string(), on: day.nullable() }),
  ),
  /** The latest first; the first one holds. */
  absenceKinds: z.array(
    z.object({
      number: z.int(),
      kinds: z.array(z.enum(leaveKinds)),
      why: z.string(),
      setAt: instant,
      setBy: z.string(),
    }),
  ),
  places: z.array(
    z.object({
      id,
      kind: z.enum(placeKinds),
      name: z.string(),
      address: z.string(),
      lat: z.number().nullable(),
      lon: z.number().nullable(),
      note: z.string(),
      approvedAt: instant,
      approvedBy: z.string(),
      endedAt: instant.nullable(),
      endedBecause: z.string().nullable(),
      version: z.int(),
    }),
  ),
  contracts: z.array(
    z.object({
      id,
      number: z.int(),
      language: z.enum(['en', 'es']),
      terms: z.array(term),
      documentId: id,
      madeAt: instant,
      madeBy: z.string(),
      signedOn: day.nullable(),
      paperId: id.nullable(),
    }),
  ),
  /** The terms as they would be printed now differ from those of the latest version. */
  contractOutdated: z.boolean(),
})

export type TermsPage = z.output<typeof termsPage>

/**
 * Reads what binds somebody.
 * @throws Problem `not-found`
 */
export async function readTerms(tx: RoomTx<'home'>, enrolmentId: string): Promise<TermsPage> {
  await readEnrolment(tx, enrolmentId)
  const contracts = await contractsOf(tx, enrolmentId)
  const now = termsOf(await contractMatter(tx, enrolmentId))
  return {
    conditions: await conditionsOf(tx, enrolmentId),
    orders: await ordersOf(tx, enrolmentId),
    absenceKinds: await absenceKindsOf(tx, enrolmentId),
    places: await placesOf(tx, enrolmentId),
    contracts,
    contractOutdated: contracts[0] !== undefined && differ(contracts[0].terms, now),
  }
}

const differ = (printed: readonly Term[], now: readonly Term[]): boolean =>
  printed.map(({ en }) => en).join('\n') !== now.map(({ en }) => en).join('\n')

async function conditionsOf(tx: RoomTx<'home'>, enrolmentId: string): Promise<TermsPage['conditions']> {
  const rows = await tx
    .selectFrom('home.condition as c')
    .leftJoin('access.v_account as a', 'a.id', 'c.set_by')
    .selectAll('c')
    .select('a.display_name')
    .where('c.enrolment_id', '=', enrolmentId)
    .orderBy('c.ended_at', (order) => order.desc().nullsFirst())
    .orderBy('c.set_at')
    .orderBy('c.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as TermsPage['conditions'][number]['kind'],
    content: row.content,
    commitmentId: row.commitment_id,
    orderReference: row.order_reference,
    orderedOn: row.ordered_on,
    supervisedBy: row.supervised_by as TermsPage['conditions'][number]['supervisedBy'],
    fromDay: row.from_day,
    setAt: row.set_at,
    setBy: row.display_name ?? '',
    endedAt: row.ended_at,
    endedBecause: row.ended_because,
  }))
}

async function ordersOf(tx: RoomTx<'home'>, enrolmentId: string): Promise<TermsPage['orders']> {
  const rows = await tx
    .selectFrom('programs.v_enrolment_commitment as j')
    .innerJoin('court.v_commitment as c', 'c.id', 'j.commitment_id')
    .select(['c.id', 'c.docket', 'c.court_name', 'c.sentenced_on'])
    .where('j.enrolment_id', '=', enrolmentId)
    .orderBy('c.received_on', 'desc')
    .orderBy('c.id')
    .execute()
  return rows.map((row) => ({
    commitmentId: row.id!,
    docket: row.docket ?? '',
    courtName: row.court_name ?? '',
    on: row.sentenced_on,
  }))
}

async function absenceKindsOf(tx: RoomTx<'home'>, enrolmentId: string): Promise<TermsPage['absenceKinds']> {
  const rows = await tx
    .selectFrom('home.absence_kinds as k')
    .leftJoin('access.v_account as a', 'a.id', 'k.set_by')
    .select(['k.number', 'k.kinds', 'k.why', 'k.set_at', 'a.display_name'])
    .where('k.enrolment_id', '=', enrolmentId)
    .orderBy('k.number', 'desc')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    kinds: row.kinds as LeaveKind[],
    why: row.why,
    setAt: row.set_at,
    setBy: row.display_name ?? '',
  }))
}

async function placesOf(tx: RoomTx<'home'>, enrolmentId: string): Promise<TermsPage['places']> {
  const rows = await tx
    .selectFrom('home.place as p')
    .leftJoin('access.v_account as a', 'a.id', 'p.approved_by')
    .selectAll('p')
    .select('a.display_name')
    .where('p.enrolment_id', '=', enrolmentId)
    .orderBy('p.ended_at', (order) => order.desc().nullsFirst())
    .orderBy(({ eb }) => eb('p.kind', '<>', 'home'))
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as TermsPage['places'][number]['kind'],
    name: row.name,
    address: row.address,
    lat: row.lat,
    lon: row.lon,
    note: row.note,
    approvedAt: row.approved_at,
    approvedBy: row.display_name ?? '',
    endedAt: row.ended_at,
    endedBecause: row.ended_because,
    version: row.version,
  }))
}

async function contractsOf(tx: RoomTx<'home'>, enrolmentId: string): Promise<TermsPage['contracts']> {
  const rows = await tx
    .selectFrom('home.contract as c')
    .leftJoin('access.v_account as a', 'a.id', 'c.made_by')
    .selectAll('c')
    .select('a.display_name')
    .where('c.enrolment_id', '=', enrolmentId)
    .orderBy('c.number', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    language: row.language === 'es' ? 'es' : 'en',
    terms: row.terms as Term[],
    documentId: row.document_id,
    madeAt: row.made_at,
    madeBy: row.display_name ?? '',
    signedOn: row.signed_on,
    paperId: row.paper_id,
  }))
}
