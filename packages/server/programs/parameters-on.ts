import { type ParameterOverride, type Parameters, resolveParameters } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import { type RoomTx, type ViewTx, viewsOf } from '../platform/database.ts'
import { programOf } from './program.ts'

/**
 * The parameters of a pack as they stand on a day in this office: the approved county values, the office's
 * own choice of fee law, else the pack's defaults, else unset. Store what this returns with each decision.
 * Any room may call it with its own transaction.
 */
export async function parametersOn<Room extends string>(
  tx: RoomTx<Room>,
  packName: string,
  day: Temporal.PlainDate,
): Promise<Parameters> {
  const pack = programOf({ pack: packName })
  return resolveParameters(pack, await overridesOf(viewsOf(tx), packName), day.toString())
}

/** Every value this office has put in place of a default of the pack, of all days. */
export async function overridesOf(tx: ViewTx, packName: string): Promise<ParameterOverride[]> {
  const rows = await tx
    .selectFrom('programs.v_parameter')
    .select(['name', 'value', 'from_day', 'authority', 'resolution'])
    .where('pack', '=', packName)
    .where('approved_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('from_day')
    .execute()
  const approved = rows.map((row) => ({
    name: row.name,
    value: row.value,
    from: row.from_day.toString(),
    authority: row.authority,
    resolution: row.resolution,
  }))
  return [...(await feeLawOf(tx, packName, approved)), ...approved]
}

/** Which fee law an office began with is set with the office; a dated value takes its place. */
async function feeLawOf(
  tx: ViewTx,
  packName: string,
  approved: readonly ParameterOverride[],
): Promise<ParameterOverride[]> {
  const pack = programOf({ pack: packName })
  const from = pack.authority.effective
  const known = pack.parameters.some((parameter) => parameter.name === 'feeBasis')
  if (!known || approved.some((override) => override.name === 'feeBasis' && override.from === from)) return []
  const { name, fee_basis } = await tx
    .selectFrom('access.v_agency')
    .select(['name', 'fee_basis'])
    .executeTakeFirstOrThrow()
  return [{ name: 'feeBasis', value: fee_basis, from, authority: name, resolution: 'Set with the office' }]
}
