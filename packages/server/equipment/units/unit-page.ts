import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { notFound } from '../../platform/problem.ts'
import { day, id, instant, version } from '../../platform/schemas.ts'
import { doors, levels, modelKinds, removalCodes, signals, unitStates } from '../codes.ts'
import { stepsFrom, unitSteps } from './states.ts'

/** Everything that stands of one unit. */
export const unitPage = z.object({
  id,
  version,
  serial: z.string(),
  phone: z.string(),
  carrier: z.string(),
  acquiredOn: day,
  note: z.string(),
  state: z.enum(unitStates),
  /** What can be recorded of it now. */
  steps: z.array(z.enum(unitSteps)),
  lifeEndsOn: day.nullable(),
  model: z.object({
    id,
    maker: z.string(),
    name: z.string(),
    kind: z.enum(modelKinds),
    positions: z.boolean(),
    levels: z.array(z.enum(levels)),
    batteryHours: z.int().nullable(),
    strap: z.string(),
    water: z.string(),
    charging: z.string(),
    signals: z.array(z.enum(signals)),
  }),
  /** How it stood when it was last heard of; null: it never was. Where it was is no matter of this page. */
  heard: z
    .object({
      contactAt: instant,
      battery: z.number().nullable(),
      charging: z.boolean().nullable(),
      matters: z.array(z.string()),
    })
    .nullable(),
  fittings: z.array(
    z.object({
      id,
      personId: id,
      enrolmentId: id,
      familyName: z.string(),
      givenNames: z.string(),
      number: z.string(),
      level: z.enum(levels),
      fittedAt: instant,
      fittedBy: z.string(),
      note: z.string(),
      removedAt: instant.nullable(),
      removedBy: z.string().nullable(),
      removalCode: z.enum(removalCodes).nullable(),
      removalNote: z.string().nullable(),
    }),
  ),
  history: z.array(
    z.object({
      number: z.int(),
      kind: z.enum([...unitSteps, 'received', 'fitted', 'removed']),
      at: instant,
      recordedAt: instant,
      by: z.string(),
      code: z.string(),
      note: z.string(),
    }),
  ),
  credentials: z.array(
    z.object({
      id,
      door: z.enum(doors),
      hint: z.string(),
      madeAt: instant,
      madeBy: z.string(),
      endedAt: instant.nullable(),
      endedBecause: z.string().nullable(),
    }),
  ),
})

export type UnitPage = z.output<typeof unitPage>

/**
 * Reads a unit.
 * @throws Problem `not-found`
 */
export async function readUnit(tx: RoomTx<'equipment'>, ctx: Context, unitId: string): Promise<UnitPage> {
  const unit = await tx
    .selectFrom('equipment.v_unit as u')
    .innerJoin('equipment.model as m', 'm.id', 'u.model_id')
    .selectAll('u')
    .select(['m.strap', 'm.water', 'm.charging'])
    .where('u.id', '=', unitId)
    .executeTakeFirst()
  if (!unit) throw notFound('unit')
  const state = unit.state as UnitPage['state']
  return {
    id: unitId,
    version: unit.version!,
    serial: unit.serial!,
    phone: unit.phone!,
    carrier: unit.carrier!,
    acquiredOn: unit.acquired_on!,
    note: unit.note!,
    state,
    steps: stepsFrom(state),
    lifeEndsOn: unit.life_ends_on,
    model: {
      id: unit.model_id!,
      maker: unit.maker!,
      name: unit.model!,
      kind: unit.kind as UnitPage['model']['kind'],
      positions: unit.positions!,
      levels: unit.levels as UnitPage['model']['levels'],
      batteryHours: unit.battery_hours,
      strap: unit.strap,
      water: unit.water,
      charging: unit.charging,
      signals: unit.signals as UnitPage['model']['signals'],
    },
    heard: await heardOf(tx, unitId),
    fittings: await fittingsOf(tx, unitId),
    history: await historyOf(tx, unitId),
    // Who may not give out ways in does not see which there are.
    credentials: ctx.permissions.has('equipment.credential') ? await credentialsOf(tx, unitId) : [],
  }
}

async function heardOf(tx: RoomTx<'equipment'>, unitId: string): Promise<UnitPage['heard']> {
  const row = await tx
    .selectFrom('monitoring.v_standing')
    .select(['contact_at', 'battery', 'charging', 'matters'])
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  if (!row) return null
  return {
    contactAt: row.contact_at!,
    battery: row.battery,
    charging: row.charging,
    matters: row.matters ?? [],
  }
}

async function fittingsOf(tx: RoomTx<'equipment'>, unitId: string): Promise<UnitPage['fittings']> {
  const rows = await tx
    .selectFrom('equipment.fitting as f')
    .innerJoin('people.v_person as p', 'p.id', 'f.person_id')
    .innerJoin('programs.v_enrolment as e', 'e.id', 'f.enrolment_id')
    .leftJoin('access.v_account as a', 'a.id', 'f.fitted_by')
    .leftJoin('access.v_account as r', 'r.id', 'f.removed_by')
    .selectAll('f')
    .select(['p.family_name', 'p.given_names', 'e.number'])
    .select(['a.display_name as fitted_by_name', 'r.display_name as removed_by_name'])
    .where('f.unit_id', '=', unitId)
    .orderBy('f.fitted_at', 'desc')
    .orderBy('f.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    enrolmentId: row.enrolment_id,
    familyName: row.family_name ?? '',
    givenNames: row.given_names ?? '',
    number: row.number ?? '',
    level: row.level as UnitPage['fittings'][number]['level'],
    fittedAt: row.fitted_at,
    fittedBy: row.fitted_by_name ?? '',
    note: row.note,
    removedAt: row.removed_at,
    removedBy: row.removed_by_name,
    removalCode: row.removal_code as UnitPage['fittings'][number]['removalCode'],
    removalNote: row.removal_note,
  }))
}

async function historyOf(tx: RoomTx<'equipment'>, unitId: string): Promise<UnitPage['history']> {
  const rows = await tx
    .selectFrom('equipment.step as s')
    .leftJoin('access.v_account as a', 'a.id', 's.recorded_by')
    .selectAll('s')
    .select('a.display_name')
    .where('s.unit_id', '=', unitId)
    .orderBy('s.number', 'desc')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    kind: row.kind as UnitPage['history'][number]['kind'],
    at: row.at,
    recordedAt: row.recorded_at,
    by: row.display_name ?? '',
    code: row.code,
    note: row.note,
  }))
}

async function credentialsOf(tx: RoomTx<'equipment'>, unitId: string): Promise<UnitPage['credentials']> {
  const rows = await tx
    .selectFrom('equipment.credential as c')
    .leftJoin('access.v_account as a', 'a.id', 'c.made_by')
    .select(['c.id', 'c.door', 'c.hint', 'c.made_at', 'c.ended_at', 'c.ended_because', 'a.display_name'])
    .where('c.unit_id', '=', unitId)
    .orderBy('c.made_at', 'desc')
    .orderBy('c.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    door: row.door as UnitPage['credentials'][number]['door'],
    hint: row.hint,
    madeAt: row.made_at,
    madeBy: row.display_name ?? '',
    endedAt: row.ended_at,
    endedBecause: row.ended_because,
  }))
}
