import type { Clause } from '@inlieu/law'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { notFound } from '../../platform/problem.ts'
import { day, id, instant } from '../../platform/schemas.ts'
import { readEnrolment } from '../schedule/enrolment.ts'
import { contractDayShown } from '../schedule/schedule-page.ts'
import { contractDays, purposes, standingOn } from '../schedule/standing.ts'
import type { Departure } from './departures.ts'

const departureShown = z.object({
  clause: z.string(),
  what: z.enum(['site-excluded', 'site-not-first', 'several-sites', 'other-days']),
  /** Names of sites, or days. */
  values: z.array(z.string()),
})

const versionShown = z.object({
  id,
  version: z.int(),
  purpose: z.enum(purposes),
  daysOwed: z.int(),
  reason: z.string(),
  departures: z.array(departureShown),
  pack: z.object({ version: z.string(), hash: z.string() }),
  documentId: id,
  paperId: id.nullable(),
  madeAt: instant,
  madeBy: z.string(),
  /** The days as this version had them. */
  days: z.array(z.object({ day, siteName: z.string() })),
})

/** A work contract as it stands, and every version before it. */
export const contractPage = z.object({
  enrolmentId: id,
  /** null: there is no adjusted sentence to hold the contract against. */
  adjustedDays: z.int().nullable(),
  creditedDays: z.int(),
  /** Days still to be put in; below zero: to be taken out. */
  daysShort: z.int(),
  days: z.array(contractDayShown.extend({ minutes: z.int().nullable(), creditedDays: z.int() })),
  /** Newest first; empty before the first contract. */
  versions: z.array(versionShown),
})

/**
 * Reads the contract of an enrolment.
 * @throws Problem `not-found`
 */
export async function readContract(
  tx: RoomTx<'work'>,
  ctx: Context,
  enrolmentId: string,
): Promise<z.output<typeof contractPage>> {
  const enrolment = await readEnrolment(tx, ctx, enrolmentId)
  const days = await contractDays(tx, enrolmentId)
  const standing = standingOn(days, enrolment.adjustedDays ?? 0, ctx.today)
  return {
    enrolmentId,
    adjustedDays: enrolment.adjustedDays,
    creditedDays: standing.credited,
    daysShort: standing.short,
    days: days.map(({ markNumber: _number, ...shown }) => shown),
    versions: await versions(tx, enrolmentId),
  }
}

async function versions(tx: RoomTx<'work'>, enrolmentId: string): Promise<z.output<typeof versionShown>[]> {
  const rows = await tx
    .selectFrom('work.contract as c')
    .leftJoin('access.v_account as a', (join) =>
      join.onRef('a.agency_id', '=', 'c.agency_id').onRef('a.id', '=', 'c.made_by'),
    )
    .leftJoin('platform.v_document as d', (join) =>
      join.onRef('d.agency_id', '=', 'c.agency_id').onRef('d.id', '=', 'c.document_id'),
    )
    .selectAll('c')
    .select(['a.display_name', 'd.paper_id'])
    .where('c.enrolment_id', '=', enrolmentId)
    .orderBy('c.version', 'desc')
    .execute()
  const days = await tx
    .selectFrom('work.contract_day as d')
    .innerJoin('work.site as s', (join) =>
      join.onRef('s.agency_id', '=', 'd.agency_id').onRef('s.id', '=', 'd.site_id'),
    )
    .select(['d.day', 'd.from_version', 'd.until_version', 's.name'])
    .where('d.enrolment_id', '=', enrolmentId)
    .orderBy('d.day')
    .execute()
  const names = await tx.selectFrom('work.site').select(['id', 'name']).execute()
  const nameOf = new Map(names.map((site) => [site.id, site.name]))
  return rows.map((row) => {
    const decision = row.decision as { departures: Departure[]; pack: { version: string; hash: string } }
    return {
      id: row.id,
      version: row.version,
      purpose: row.purpose as (typeof purposes)[number],
      daysOwed: row.days_owed,
      reason: row.reason,
      departures: decision.departures.map((departure) => ({
        clause: departure.clause as Clause,
        what: departure.what,
        values: departure.values.map((value) => nameOf.get(value) ?? value),
      })),
      pack: { version: decision.pack.version, hash: decision.pack.hash },
      documentId: row.document_id,
      paperId: row.paper_id,
      madeAt: row.made_at,
      madeBy: row.display_name ?? '',
      days: days
        .filter(
          (d) => d.from_version <= row.version && (d.until_version === null || d.until_version > row.version),
        )
        .map((d) => ({ day: d.day, siteName: d.name })),
    }
  })
}

/**
 * Finds a version of a contract to print again.
 * @throws Problem `not-found`
 */
export async function contractToPrint(tx: RoomTx<'work'>, enrolmentId: string, version: number) {
  const row = await tx
    .selectFrom('work.contract')
    .select(['id', 'version'])
    .where('enrolment_id', '=', enrolmentId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw notFound('version of this contract')
  const days = await tx
    .selectFrom('work.contract_day')
    .select(['site_id', 'day'])
    .where('enrolment_id', '=', enrolmentId)
    .where('from_version', '<=', version)
    .where((eb) => eb.or([eb('until_version', 'is', null), eb('until_version', '>', version)]))
    .orderBy('day')
    .execute()
  return { id: row.id, version: row.version, days: days.map((d) => ({ siteId: d.site_id, day: d.day })) }
}
