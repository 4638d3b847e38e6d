import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { notFound } from '../../platform/problem.ts'
import { day, id, instant, version } from '../../platform/schemas.ts'
import { contractStateOn, contractStates } from './site-list.ts'
import { formOf } from './site-row.ts'

/** Everything that stands of one site: what was typed, plans, exceptions and holidays to come, supervisors. */
export const sitePage = z.object({
  id,
  version,
  site: z.object({
    name: z.string(),
    organization: z.string(),
    kind: z.string(),
    line1: z.string(),
    line2: z.string(),
    city: z.string(),
    state: z.string(),
    zip: z.string(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    contractReference: z.string(),
    contractSignedOn: z.iso.date().nullable(),
    contractFrom: z.iso.date().nullable(),
    contractLastDay: z.iso.date().nullable(),
    tasks: z.string(),
    demands: z.string(),
    cannotTake: z.array(z.string()),
    meetingPoint: z.string(),
    directions: z.string(),
    reportAt: z.string(),
    dayMinutes: z.int(),
    supervisorName: z.string(),
    supervisorPhone: z.string(),
    languages: z.array(z.string()),
  }),
  placed: z.object({ latitude: z.number(), longitude: z.number(), by: z.enum(['zip', 'hand']) }).nullable(),
  contractState: z.enum(contractStates),
  plans: z.array(
    z.object({ fromDay: day, places: z.array(z.int()), enteredAt: instant, enteredBy: z.string() }),
  ),
  exceptions: z.array(
    z.object({
      id,
      onDay: day,
      kind: z.enum(['holiday', 'closed', 'other-number']),
      places: z.int(),
      note: z.string(),
    }),
  ),
  supervisors: z.array(
    z.object({ id, accountId: id, name: z.string(), username: z.string(), linkedAt: instant }),
  ),
})

/**
 * Reads a site.
 * @throws Problem `not-found`
 */
export async function readSite(
  tx: RoomTx<'work'>,
  ctx: Context,
  siteId: string,
): Promise<z.output<typeof sitePage>> {
  const site = await tx.selectFrom('work.site').selectAll().where('id', '=', siteId).executeTakeFirst()
  if (!site) throw notFound('work site')
  return {
    id: site.id,
    version: site.version,
    site: formOf(site),
    placed:
      site.placed_by === null
        ? null
        : {
            latitude: site.latitude!,
            longitude: site.longitude!,
            by: site.placed_by === 'hand' ? 'hand' : 'zip',
          },
    contractState: contractStateOn(site, ctx.today),
    plans: await plansOf(tx, siteId),
    exceptions: await exceptionsOf(tx, ctx, siteId),
    supervisors: await supervisorsOf(tx, siteId),
  }
}

async function plansOf(tx: RoomTx<'work'>, siteId: string) {
  const rows = await tx
    .selectFrom('work.capacity_plan as p')
    .leftJoin('access.v_account as a', 'a.id', 'p.entered_by')
    .select(['p.from_day', 'p.places', 'p.entered_at', 'a.display_name'])
    .where('p.site_id', '=', siteId)
    .orderBy('p.from_day', 'desc')
    .execute()
  return rows.map((row) => ({
    fromDay: row.from_day,
    places: row.places,
    enteredAt: row.entered_at,
    enteredBy: row.display_name ?? '',
  }))
}

async function exceptionsOf(tx: RoomTx<'work'>, ctx: Context, siteId: string) {
  const rows = await tx
    .selectFrom('work.day_exception')
    .select(['id', 'on_day', 'kind', 'places', 'note'])
    .where('site_id', '=', siteId)
    .where('ended_at', 'is', null)
    .where('on_day', '>=', ctx.today)
    .orderBy('on_day')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    onDay: row.on_day,
    kind: row.kind as 'holiday' | 'closed' | 'other-number',
    places: row.places,
    note: row.note,
  }))
}

async function supervisorsOf(tx: RoomTx<'work'>, siteId: string) {
  const rows = await tx
    .selectFrom('work.site_supervisor as l')
    .innerJoin('access.v_account as a', (join) =>
      join.onRef('a.agency_id', '=', 'l.agency_id').onRef('a.id', '=', 'l.account_id'),
    )
    .select(['l.id', 'l.account_id', 'a.display_name', 'a.username', 'l.linked_at'])
    .where('l.site_id', '=', siteId)
    .where('l.ended_at', 'is', null)
    .orderBy('a.display_name')
    .orderBy('l.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    name: row.display_name,
    username: row.username,
    linkedAt: row.linked_at,
  }))
}
