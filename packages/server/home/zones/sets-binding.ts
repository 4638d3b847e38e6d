import type { RoomTx } from '../../platform/database.ts'
import type { HomeEnrolment } from './enrolment.ts'
import type { SetZone } from './set-form.ts'

/** A template set that binds somebody, and how it comes to. */
export interface BindingSet {
  id: string
  name: string
  version: number
  reach: 'everyone' | 'program' | 'person'
  zones: SetZone[]
}

/** The template sets that bind a person by this enrolment (EMP-8.3), each once. */
export async function setsBinding(tx: RoomTx<'home'>, enrolment: HomeEnrolment): Promise<BindingSet[]> {
  const rows = await tx
    .selectFrom('home.v_template_use as u')
    .innerJoin('home.template_set as s', 's.id', 'u.set_id')
    .innerJoin('home.template_version as v', (join) =>
      join.onRef('v.set_id', '=', 'u.set_id').onRef('v.number', '=', 'u.set_version'),
    )
    .where(({ eb, or }) =>
      or([
        eb('u.reach', '=', 'everyone'),
        eb('u.pack', '=', enrolment.pack),
        eb('u.enrolment_id', '=', enrolment.id),
      ]),
    )
    .select(['u.set_id as id', 's.name', 'u.set_version as version', 'u.reach', 'v.zones'])
    .orderBy('s.name')
    .orderBy('u.reach')
    .execute()
  const seen = new Set<string>()
  return rows
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .map((row) => ({
      ...row,
      // The view joins the set: there is always a version.
      version: row.version!,
      reach: row.reach as BindingSet['reach'],
      zones: row.zones as SetZone[],
    }))
}
