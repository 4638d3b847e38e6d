import type { Temporal } from 'temporal-polyfill'
import { permissionsOf, type Role } from '../../access/index.ts'
import type { RoomTx } from '../../platform/database.ts'

/**
 * Accounts that could be put on the list of the center: they may read alarms, are open, and are not on it. An
 * office has many others, which are nobody's concern there.
 */
export async function accountsToAdd(
  tx: RoomTx<'monitoring'>,
  now: Temporal.Instant,
): Promise<{ id: string; name: string }[]> {
  const rows = await tx
    .selectFrom('access.v_account as a')
    .select(['a.id', 'a.display_name', 'a.roles'])
    .where((eb) => eb.or([eb('a.ends_at', 'is', null), eb('a.ends_at', '>', now)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('monitoring.staff as s')
            .whereRef('s.agency_id', '=', 'a.agency_id')
            .whereRef('s.account_id', '=', 'a.id')
            .where('s.ended_at', 'is', null),
        ),
      ),
    )
    .orderBy('a.display_name')
    .orderBy('a.id')
    .execute()
  return rows
    .filter((row) => permissionsOf((row.roles ?? []) as Role[]).has('alarm.read'))
    .map((row) => ({ id: row.id, name: row.display_name }))
}
