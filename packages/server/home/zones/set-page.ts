import { sql } from 'kysely'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import type { CsvColumn } from '../../platform/files.ts'
import { notFound } from '../../platform/problem.ts'
import { id, instant } from '../../platform/schemas.ts'
import { programRun, programsRun } from '../../programs/index.ts'
import { formOfZone } from './save-set.ts'
import { type SetZone, setZoneForm } from './set-form.ts'

/** A set in the list of sets. */
export const listedSet = z.object({
  id,
  name: z.string(),
  version: z.int(),
  zones: z.int(),
  /** Whom it is applied to: 'everyone', names of programs, how many single people. */
  everyone: z.boolean(),
  programs: z.array(z.string()),
  people: z.int(),
  at: instant,
  by: z.string(),
  ended: z.boolean(),
})

export type ListedSet = z.output<typeof listedSet>

export const setColumns: readonly CsvColumn<ListedSet>[] = [
  { title: 'Name', value: (set) => set.name },
  { title: 'Version', value: (set) => set.version },
  { title: 'Zones', value: (set) => set.zones },
  { title: 'Everyone', value: (set) => (set.everyone ? 'yes' : '') },
  { title: 'Programs', value: (set) => set.programs.join(', ') },
  { title: 'People', value: (set) => set.people },
  { title: 'Changed', value: (set) => set.at.toString() },
  { title: 'By', value: (set) => set.by },
  { title: 'Ended', value: (set) => (set.ended ? 'yes' : '') },
]

interface Filter {
  ended?: boolean | undefined
  limit: number
}

/** Template sets by name, the ended ones last and only where asked. */
export async function listSets(tx: RoomTx<'home'>, { ended, limit }: Filter): Promise<ListedSet[]> {
  let query = tx
    .selectFrom('home.template_set as s')
    .innerJoin('home.template_version as v', (join) =>
      join.onRef('v.set_id', '=', 's.id').onRef('v.number', '=', 's.version'),
    )
    .leftJoin('access.v_account as a', 'a.id', 'v.by')
    .select(['s.id', 's.name', 's.version', 's.ended_at', 'v.at', 'a.display_name'])
    .select(sql<number>`jsonb_array_length(v.zones)`.as('zones'))
    .orderBy(({ eb }) => eb('s.ended_at', 'is not', null))
    .orderBy(sql`lower(s.name)`)
    .orderBy('s.id')
    .limit(limit)
  if (!ended) query = query.where('s.ended_at', 'is', null)
  const rows = await query.execute()
  const uses = await tx
    .selectFrom('home.v_template_use')
    .select(['set_id', 'reach', 'pack'])
    .orderBy('pack')
    .execute()
  return rows.map((row) => {
    const own = uses.filter(({ set_id }) => set_id === row.id)
    return {
      id: row.id,
      name: row.name,
      version: row.version,
      zones: row.zones,
      everyone: own.some(({ reach }) => reach === 'everyone'),
      programs: own.flatMap(({ pack }) => (pack === null ? [] : [programName(pack)])),
      people: own.filter(({ reach }) => reach === 'person').length,
      at: row.at,
      by: row.display_name ?? '',
      ended: row.ended_at !== null,
    }
  })
}

const programName = (pack: string): string => programRun(pack)?.name ?? pack

/** One set: its zones, whom it binds, and its versions. */
export const setPage = z.object({
  id,
  name: z.string(),
  version: z.int(),
  zones: z.array(setZoneForm.extend({ id })),
  uses: z.array(
    z.object({
      id,
      reach: z.enum(['everyone', 'program', 'person']),
      program: z.string().nullable(),
      enrolmentId: id.nullable(),
      person: z.string().nullable(),
      why: z.string(),
      at: instant,
      by: z.string(),
    }),
  ),
  versions: z.array(
    z.object({ number: z.int(), zones: z.int(), why: z.string(), at: instant, by: z.string() }),
  ),
  ended: z.object({ at: instant, because: z.string() }).nullable(),
  /** The programs that it can be applied to. */
  programs: z.array(z.object({ pack: z.string(), name: z.string() })),
})

/** @throws Problem `not-found` */
export async function readSet(tx: RoomTx<'home'>, setId: string): Promise<z.output<typeof setPage>> {
  const set = await tx.selectFrom('home.template_set').where('id', '=', setId).selectAll().executeTakeFirst()
  if (!set) throw notFound('zone set')
  const versions = await tx
    .selectFrom('home.template_version as v')
    .leftJoin('access.v_account as a', 'a.id', 'v.by')
    .where('v.set_id', '=', setId)
    .select(['v.number', 'v.zones', 'v.why', 'v.at', 'a.display_name'])
    .orderBy('v.number', 'desc')
    .execute()
  const current = versions.find(({ number }) => number === set.version)
  return {
    id: setId,
    name: set.name,
    version: set.version,
    zones: ((current?.zones ?? []) as SetZone[]).map(formOfZone),
    uses: await usesOf(tx, setId),
    versions: versions.map((row) => ({
      number: row.number,
      zones: (row.zones as SetZone[]).length,
      why: row.why,
      at: row.at,
      by: row.display_name ?? '',
    })),
    ended: set.ended_at && { at: set.ended_at, because: set.ended_because ?? '' },
    programs: programsRun.map(({ pack, name }) => ({ pack, name })),
  }
}

async function usesOf(tx: RoomTx<'home'>, setId: string) {
  const rows = await tx
    .selectFrom('home.template_use as u')
    .leftJoin('access.v_account as a', 'a.id', 'u.by')
    .leftJoin('people.v_person as p', 'p.id', 'u.person_id')
    .where('u.set_id', '=', setId)
    .where('u.ended_at', 'is', null)
    .select(['u.id', 'u.reach', 'u.pack', 'u.enrolment_id', 'u.why', 'u.at', 'a.display_name'])
    .select(['p.given_names', 'p.family_name', 'p.suffix'])
    .orderBy('u.reach')
    .orderBy('u.at')
    .orderBy('u.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    reach: row.reach as 'everyone' | 'program' | 'person',
    program: row.pack === null ? null : programName(row.pack),
    enrolmentId: row.enrolment_id,
    person: row.enrolment_id && [row.given_names, row.family_name, row.suffix].filter(Boolean).join(' '),
    why: row.why,
    at: row.at,
    by: row.display_name ?? '',
  }))
}
