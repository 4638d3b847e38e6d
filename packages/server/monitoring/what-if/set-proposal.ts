import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { type SetZone, setZoneForm, zonesToKeep } from '../../home/index.ts'
import type { RoomTx } from '../../platform/database.ts'
import { notFound, Problem } from '../../platform/problem.ts'
import { id, text } from '../../platform/schemas.ts'
import { runningEnrolments } from '../telling/known.ts'

/** A change of a set before it is saved: its zones drawn anew, people put under it, people taken out, the whole set ended. */
export const setProposal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('zones'), zones: z.array(setZoneForm).max(1000, 'At most 1,000 zones.') }),
  z.strictObject({
    kind: z.literal('apply'),
    to: z.discriminatedUnion('reach', [
      z.strictObject({ reach: z.literal('everyone') }),
      z.strictObject({ reach: z.literal('program'), pack: text(100) }),
      z.strictObject({ reach: z.literal('person'), enrolmentId: id }),
    ]),
  }),
  z.strictObject({ kind: z.literal('take-off'), useId: id }),
  z.strictObject({ kind: z.literal('end') }),
])
export type SetProposal = z.output<typeof setProposal>

/** A set as it is now, and as the change would have it. */
export interface SetChange {
  name: string
  version: number
  zones: SetZone[]
  after: SetZone[]
  /** Of these, what bound nobody so far as it is drawn: all zones for who comes under the set, the new ones else. */
  lookedAt: SetZone[]
  /** Everybody for whom something would be otherwise, in no order that says anything of them. */
  people: string[]
  /** Whether the set binds them as things are, and with the change. */
  isBound: { asSet: boolean; withChange: boolean }
}

type Use = { reach: string | null; pack: string | null; enrolment_id: string | null }
type Own = { id: string; pack: string }

/** @throws Problem `not-found`; `already-done` of a set that was ended; `cannot-be` at the zone that is wrong */
export async function setChange(
  db: RoomTx<'monitoring'>,
  setId: string,
  proposed: SetProposal,
): Promise<SetChange> {
  const set = await db
    .selectFrom('home.v_template_set as s')
    .innerJoin('home.v_template_version as v', (join) =>
      join.onRef('v.set_id', '=', 's.id').onRef('v.number', '=', 's.version'),
    )
    .where('s.id', '=', setId)
    .select(['s.name', 's.version', 's.ended_at', 'v.zones'])
    .executeTakeFirst()
  if (!set) throw notFound('zone set')
  if (set.ended_at) throw new Problem('already-done', `${set.name} was ended already.`)
  const zones = set.zones as SetZone[]
  const uses = await db.selectFrom('home.v_template_use').where('set_id', '=', setId).selectAll().execute()
  const after = proposed.kind === 'zones' ? zonesToKeep(proposed, zones) : zones
  return {
    name: set.name,
    version: set.version,
    zones,
    after,
    lookedAt: proposed.kind === 'apply' ? zones : after.filter((zone) => !isAsBefore(zone, zones)),
    people: await concerned(db, uses, proposed),
    isBound: {
      asSet: proposed.kind !== 'apply',
      withChange: proposed.kind !== 'take-off' && proposed.kind !== 'end',
    },
  }
}

const isAsBefore = (zone: SetZone, before: readonly SetZone[]): boolean =>
  before.some((one) => one.id === zone.id && isDeepStrictEqual(one, zone))

/** Who wears a unit that sends positions, and comes under the set, leaves it, or is under it while it is drawn anew. */
async function concerned(
  db: RoomTx<'monitoring'>,
  uses: readonly (Use & { id: string | null })[],
  proposed: SetProposal,
): Promise<string[]> {
  if (proposed.kind === 'take-off' && !uses.some(({ id: use }) => use === proposed.useId))
    throw notFound('use of a zone set')
  const worn = await db
    .selectFrom('equipment.v_unit')
    .where('person_id', 'is not', null)
    .where('positions', '=', true)
    .select('person_id')
    .distinct()
    .orderBy('person_id')
    .execute()
  const wearers = worn.map(({ person_id }) => person_id!)
  if (wearers.length === 0) return []
  const enrolments = Map.groupBy(await runningEnrolments(db, wearers), ({ personId }) => personId)
  const after = usesAfter(uses, proposed)
  return wearers.filter((person) => {
    const own = enrolments.get(person) ?? []
    const [now, then] = [isBound(uses, own), isBound(after, own)]
    return proposed.kind === 'zones' ? now : now !== then
  })
}

function usesAfter(uses: readonly (Use & { id: string | null })[], proposed: SetProposal): readonly Use[] {
  switch (proposed.kind) {
    case 'zones':
      return uses
    case 'apply':
      return [...uses, useOf(proposed.to)]
    case 'take-off':
      return uses.filter(({ id: use }) => use !== proposed.useId)
    case 'end':
      return []
  }
}

const useOf = (to: Extract<SetProposal, { kind: 'apply' }>['to']): Use => ({
  reach: to.reach,
  pack: to.reach === 'program' ? to.pack : null,
  enrolment_id: to.reach === 'person' ? to.enrolmentId : null,
})

const isBound = (uses: readonly Use[], own: readonly Own[]): boolean =>
  own.length > 0 &&
  uses.some(
    (use) =>
      use.reach === 'everyone' ||
      own.some(({ id: one, pack }) => use.enrolment_id === one || use.pack === pack),
  )
