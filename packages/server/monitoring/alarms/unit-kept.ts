import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { id, instant } from '../../platform/schemas.ts'

/** A unit that nobody wears: how it stands in the inventory, and who wore it last. */
export const unitKept = z.object({
  /** `in-stock`, `in-repair`, `lost`, `retired`; `fitted` where somebody has been given it since. */
  state: z.string(),
  model: z.string(),
  /** What is noted of it: where it is kept, what is wrong with it. */
  note: z.string(),
  lastFitting: z
    .object({
      person: z.object({ id, name: z.string() }),
      fittedAt: instant,
      removedAt: instant.nullable(),
      removalNote: z.string(),
    })
    .nullable(),
})
export type UnitKept = z.output<typeof unitKept>

/** What the office knows of a unit; null where there is none of this id. */
export async function showUnitKept(db: RoomTx<'monitoring'>, unitId: string): Promise<UnitKept | null> {
  const unit = await db
    .selectFrom('equipment.v_unit')
    .select(['state', 'maker', 'model', 'note'])
    .where('id', '=', unitId)
    .executeTakeFirst()
  if (!unit) return null
  const last = await db
    .selectFrom('equipment.v_fitting as f')
    .innerJoin('people.v_person as p', (join) =>
      join.onRef('p.agency_id', '=', 'f.agency_id').onRef('p.id', '=', 'f.person_id'),
    )
    .select(['f.person_id', 'f.fitted_at', 'f.removed_at', 'f.removal_note'])
    .select(['p.given_names', 'p.family_name', 'p.suffix'])
    .where('f.unit_id', '=', unitId)
    .orderBy('f.fitted_at', 'desc')
    .orderBy('f.id')
    .executeTakeFirst()
  return {
    state: unit.state ?? '',
    model: [unit.maker, unit.model].filter(Boolean).join(' '),
    note: unit.note ?? '',
    lastFitting: last
      ? {
          person: {
            id: last.person_id!,
            name: [last.given_names, last.family_name, last.suffix].filter(Boolean).join(' '),
          },
          fittedAt: last.fitted_at!,
          removedAt: last.removed_at,
          removalNote: last.removal_note ?? '',
        }
      : null,
  }
}
