import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { notFound } from '../../platform/problem.ts'
import { day, id, instant } from '../../platform/schemas.ts'
import { words } from '../../platform/words.ts'
import { isHome } from '../hold-home.ts'
import { readinessCodes, readReadiness } from '../installation/readiness.ts'
import { placesLeft } from '../slots/places-left.ts'
import { readEnrolment } from '../zones/enrolment.ts'

const who = z.string()

/** A place of a program, and how many are left. */
export const capacityShown = z.object({
  clause: z.string(),
  capacity: z.int().nullable(),
  enrolled: z.int(),
  free: z.int().nullable(),
})

/** Where somebody in home detention stands as a whole: what is missing, the place, the deputy, the units. */
export const detentionPage = z.object({
  state: z.string(),
  canChange: z.boolean(),
  /** What has to be there before a unit is put on; empty once one was. */
  readiness: z.array(
    z.object({
      code: z.enum(readinessCodes),
      clause: z.string(),
      own: z.boolean(),
      met: z.boolean().nullable(),
      text: words,
    }),
  ),
  /** Where the evaluation of the home stands: it may be open again while a unit is worn. */
  evaluation: z.enum(['none', 'open', 'accepted', 'refused']),
  capacity: capacityShown,
  slot: z
    .object({
      state: z.enum(['waiting', 'held']),
      askedAt: instant,
      note: z.string(),
      givenAt: instant.nullable(),
      outOfTurn: z.string(),
      /** How many wait longer. */
      ahead: z.int(),
    })
    .nullable(),
  deputies: z.array(
    z.object({
      name: who,
      namedAt: instant,
      namedBy: who,
      note: z.string(),
      endedAt: instant.nullable(),
    }),
  ),
  units: z.array(
    z.object({
      id,
      serial: z.string(),
      model: z.string(),
      kind: z.string(),
      level: z.string(),
      fittedAt: instant,
      contactAt: instant.nullable(),
      battery: z.number().nullable(),
    }),
  ),
  /** The first unit was put on; null: not yet. */
  placedOn: day.nullable(),
})

export type DetentionPage = z.output<typeof detentionPage>

/**
 * Reads where somebody in home detention stands.
 * @throws Problem `not-found`, also for a program that is not served at home
 */
export async function readDetention(
  tx: RoomTx<'home'>,
  ctx: Context,
  enrolmentId: string,
): Promise<DetentionPage> {
  const enrolment = await readEnrolment(tx, enrolmentId)
  if (!isHome(enrolment.pack)) throw notFound('enrolment in home detention')
  const placed = await tx
    .selectFrom('programs.v_step')
    .select('on_day')
    .where('enrolment_id', '=', enrolmentId)
    .where('kind', '=', 'placed')
    .orderBy('number')
    .executeTakeFirst()
  const { items } = await readReadiness(tx, ctx, enrolment)
  const { clause, capacity, enrolled, free } = await placesLeft(tx, enrolment.pack, ctx.today)
  return {
    state: enrolment.state,
    canChange: ['opened', 'appointed', 'applied', 'accepted', 'booked', 'active'].includes(enrolment.state),
    readiness: placed ? [] : items,
    evaluation: await evaluationOf(tx, enrolmentId),
    capacity: { clause, capacity, enrolled, free },
    slot: await slotOf(tx, enrolmentId, enrolment.pack),
    deputies: await deputiesOf(tx, enrolmentId),
    units: await unitsOf(tx, enrolmentId),
    placedOn: placed?.on_day ?? null,
  }
}

async function evaluationOf(tx: RoomTx<'home'>, enrolmentId: string): Promise<DetentionPage['evaluation']> {
  const row = await tx
    .selectFrom('home.v_evaluation')
    .select('state')
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst()
  return (row?.state ?? 'none') as DetentionPage['evaluation']
}

async function slotOf(tx: RoomTx<'home'>, enrolmentId: string, pack: string): Promise<DetentionPage['slot']> {
  const row = await tx
    .selectFrom('home.slot')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .where('freed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { ahead } = await tx
    .selectFrom('home.slot')
    .select(({ fn }) => fn.countAll<number>().as('ahead'))
    .where('pack', '=', pack)
    .where('given_at', 'is', null)
    .where('freed_at', 'is', null)
    .where('asked_at', '<', row.asked_at)
    .executeTakeFirstOrThrow()
  return {
    state: row.given_at ? 'held' : 'waiting',
    askedAt: row.asked_at,
    note: row.note,
    givenAt: row.given_at,
    outOfTurn: row.out_of_turn,
    ahead: row.given_at ? 0 : ahead,
  }
}

async function deputiesOf(tx: RoomTx<'home'>, enrolmentId: string): Promise<DetentionPage['deputies']> {
  const rows = await tx
    .selectFrom('home.v_deputy as d')
    .leftJoin('access.v_account as a', 'a.id', 'd.named_by')
    .select(['d.display_name', 'd.named_at', 'd.note', 'd.ended_at', 'a.display_name as named_by_name'])
    .where('d.enrolment_id', '=', enrolmentId)
    .orderBy('d.named_at', 'desc')
    .orderBy('d.id')
    .execute()
  return rows.map((row) => ({
    name: row.display_name ?? '',
    namedAt: row.named_at!,
    namedBy: row.named_by_name ?? '',
    note: row.note ?? '',
    endedAt: row.ended_at,
  }))
}

async function unitsOf(tx: RoomTx<'home'>, enrolmentId: string): Promise<DetentionPage['units']> {
  const rows = await tx
    .selectFrom('equipment.v_unit as u')
    .leftJoin('monitoring.v_standing as s', 's.unit_id', 'u.id')
    .select(['u.id', 'u.serial', 'u.maker', 'u.model', 'u.kind', 'u.level', 'u.fitted_at'])
    .select(['s.contact_at', 's.battery'])
    .where('u.enrolment_id', '=', enrolmentId)
    .orderBy('u.fitted_at')
    .orderBy('u.id')
    .execute()
  return rows.map((row) => ({
    id: row.id!,
    serial: row.serial!,
    model: `${row.maker} ${row.model}`,
    kind: row.kind!,
    level: row.level!,
    fittedAt: row.fitted_at!,
    contactAt: row.contact_at,
    battery: row.battery,
  }))
}
