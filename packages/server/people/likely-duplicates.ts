import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { RoomTx } from '../platform/database.ts'
import { nameWords } from './name-words.ts'
import { soundsOf } from './search-keys.ts'

/** Why a person on record may be the one about to be opened. */
export type DuplicateCause = 'same-number' | 'same-sound-and-birth-date' | 'same-name'

/** Somebody on record who may be the same person. */
export interface Candidate {
  personId: string
  familyName: string
  givenNames: string
  suffix: string
  birthDate: Temporal.PlainDate | null
  city: string
  because: DuplicateCause[]
}

/** What is known of the person about to be opened. */
export interface Sought {
  familyName: string
  givenNames: string
  birthDate: Temporal.PlainDate | null
  /** Keyed digests of the numbers that were given, by kind. */
  numbers: readonly { kind: string; lookup: Buffer }[]
}

const most = 20

/**
 * People who may be the same: the same sealed number; or a name that sounds alike and the same birth date;
 * or the same words for a name where one of the two has no birth date on record.
 */
export async function likelyDuplicates(tx: RoomTx<'people'>, sought: Sought): Promise<Candidate[]> {
  const causes = new Map<string, DuplicateCause[]>()
  const note = (cause: DuplicateCause, ids: readonly string[]) => {
    for (const id of ids) causes.set(id, [...(causes.get(id) ?? []), cause])
  }
  note('same-number', await withNumbers(tx, sought))
  const words = soughtWords(sought)
  note('same-sound-and-birth-date', await soundingAlike(tx, words, sought.birthDate))
  note('same-name', await withTheseWords(tx, words, sought.birthDate))
  return describe(tx, causes)
}

// A second given name is often left off one of the papers: the first and the family name decide.
function soughtWords(sought: Sought): string[] {
  return [...nameWords(sought.familyName), ...nameWords(sought.givenNames).slice(0, 1)]
}

async function withNumbers(tx: RoomTx<'people'>, sought: Sought): Promise<string[]> {
  const found: string[] = []
  for (const { kind, lookup } of sought.numbers) {
    const rows = await tx
      .selectFrom('people.identifier')
      .select('person_id')
      .where('kind', '=', kind)
      .where('lookup', '=', lookup)
      .where('ended_at', 'is', null)
      .limit(most)
      .execute()
    found.push(...rows.map((row) => row.person_id))
  }
  return [...new Set(found)]
}

async function soundingAlike(
  tx: RoomTx<'people'>,
  words: readonly string[],
  birthDate: Temporal.PlainDate | null,
): Promise<string[]> {
  const sounds = words.map(soundsOf).filter((codes) => codes.length > 0)
  if (birthDate === null || sounds.length === 0) return []
  let query = tx.selectFrom('people.person as p').select('p.id').where('p.birth_date', '=', birthDate)
  for (const codes of sounds) query = query.where(({ exists }) => exists(keyOf(tx, 'sound', codes)))
  return (await query.limit(most).execute()).map((row) => row.id)
}

async function withTheseWords(
  tx: RoomTx<'people'>,
  words: readonly string[],
  birthDate: Temporal.PlainDate | null,
): Promise<string[]> {
  if (words.length === 0) return []
  let query = tx.selectFrom('people.person as p').select('p.id')
  if (birthDate !== null) query = query.where('p.birth_date', 'is', null)
  for (const word of words) query = query.where(({ exists }) => exists(keyOf(tx, 'name', [word])))
  return (await query.limit(most).execute()).map((row) => row.id)
}

function keyOf(tx: RoomTx<'people'>, kind: string, keys: readonly string[]) {
  return tx
    .selectFrom('people.search_key as k')
    .select(sql.lit(1).as('one'))
    .whereRef('k.person_id', '=', sql.ref('p.id'))
    .where('k.kind', '=', kind)
    .where('k.key', 'in', keys)
    .where('k.ended_at', 'is', null)
}

async function describe(
  tx: RoomTx<'people'>,
  causes: ReadonlyMap<string, DuplicateCause[]>,
): Promise<Candidate[]> {
  if (causes.size === 0) return []
  const rows = await tx
    .selectFrom('people.v_person')
    .select(['id', 'family_name', 'given_names', 'suffix', 'birth_date', 'city'])
    .where('id', 'in', [...causes.keys()])
    .orderBy('family_name')
    .orderBy('given_names')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    personId: row.id,
    familyName: row.family_name,
    givenNames: row.given_names,
    suffix: row.suffix,
    birthDate: row.birth_date,
    city: row.city ?? '',
    because: causes.get(row.id) ?? [],
  }))
}
