import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { ViewTx } from '../platform/database.ts'
import { nameWords } from './name-words.ts'
import { plainNumber, type SearchKey, soundsOf } from './search-keys.ts'

/** One thing that must be true of who is found. */
export type SearchTerm =
  /** A part of a name. */
  | { kind: 'word'; text: string }
  /** A part of a phone, docket or booking number. */
  | { kind: 'number'; text: string }

/** Somebody who was found, and how: by the beginning of a word, a part of it, its sound, or a number alone. */
export interface FoundPerson {
  personId: string
  familyName: string
  givenNames: string
  suffix: string
  birthDate: Temporal.PlainDate | null
  city: string
  photoPaperId: string | null
  aliases: string[]
  by: 'name' | 'part' | 'sound' | 'number'
}

/** Fewer found than this, and those whose name only sounds like it are shown as well. */
const few = 5
/** People looked at to put the best first, where a word is too common to look at all. */
const mostRanked = 500
/** Keys looked at of a term that stands alone, and of one that others narrow. */
const mostAlone = 2000
const mostLeading = 20_000

/**
 * What a search asks for. Digits with their dashes are one number; words with a digit are numbers; the rest
 * are parts of names. A single Latin letter tells nothing and is left out.
 * @example searchTerms('garcia 555-0199') // => [{kind: 'word', text: 'garcia'}, {kind: 'number', text: '5550199'}]
 */
export function searchTerms(q: string): SearchTerm[] {
  const typed = q.trim()
  if (/^[\d\s().+/-]+$/.test(typed)) {
    const text = plainNumber(typed)
    return text === '' ? [] : [{ kind: 'number', text }]
  }
  return typed.split(/\s+/).flatMap((word): SearchTerm[] => {
    if (/\d/.test(word)) return [{ kind: 'number', text: plainNumber(word) }]
    return nameWords(word)
      .filter((text) => !/^[a-z]$/.test(text))
      .map((text) => ({ kind: 'word', text }))
  })
}

type By = FoundPerson['by']

/**
 * People for whom every term of the search holds, best first: whole words and beginnings of words, then parts
 * of words, then sound when few were found. Ranges over stored keys, because row-level security takes the
 * index from LIKE.
 * @param limit people at most
 */
export async function findPeople(tx: ViewTx, q: string, limit: number): Promise<FoundPerson[]> {
  const terms = searchTerms(q)
  if (terms.length === 0) return []
  const found = new Map<string, FoundPerson>()
  const add = async (by: By) => {
    const query = peopleQuery(terms, by, limit)
    if (!query) return
    for (const row of (await query.execute(tx)).rows) {
      if (!found.has(row.personId) && found.size < limit) found.set(row.personId, { ...row, by, aliases: [] })
    }
  }
  const hasWords = terms.some((term) => term.kind === 'word')
  await add(hasWords ? 'name' : 'number')
  if (hasWords && found.size < limit) await add('part')
  if (hasWords && found.size < few) await add('sound')
  await nameAliases(tx, found)
  return [...found.values()]
}

type Row = Omit<FoundPerson, 'by' | 'aliases'>

/**
 * The query of one pass over the terms; null where a term has nothing to be found by in it. The longest term
 * leads, being the rarest; the others are looked up for each person it finds. Joined as wholes, two common
 * words would be compared everybody with everybody.
 */
export function peopleQuery(terms: readonly SearchTerm[], by: By, limit: number): RawBuilder<Row> | null {
  const keys = terms.map((term) => keysOf(term, by)).sort((a, b) => (b?.longest ?? 0) - (a?.longest ?? 0))
  const [lead, ...others] = keys
  if (!lead || others.includes(null)) return null
  const looked = others.map(
    (other, at) => sql`cross join lateral (${besides(other!)}) ${sql.raw(`m${at + 1}`)}`,
  )
  const whole = keys.map((_keys, at) => sql.raw(`m${at}.whole`))
  const isFound = others.map((_other, at) => sql`${sql.raw(`m${at + 1}.whole`)} is not null`)
  return sql<Row>`
    with hit as (
      select m0.person_id, ${sql.join(whole, sql` + `)} as whole
      from (${leading(lead, others.length === 0 ? mostAlone : mostLeading)}) m0
      ${sql.join(looked, sql` `)}
      ${isFound.length > 0 ? sql`where ${sql.join(isFound, sql` and `)}` : sql``}
      order by whole desc, person_id
      limit ${mostRanked}
    )
    select p.id as "personId", p.family_name as "familyName", p.given_names as "givenNames", p.suffix,
      p.birth_date as "birthDate", coalesce(p.city, '') as city, p.photo_paper_id as "photoPaperId"
    from hit
    join people.v_person p on p.id = hit.person_id
    order by hit.whole desc, p.family_name collate "C", p.given_names collate "C", p.birth_date, p.id
    limit ${limit}`
}

/** The keys that a term is found by in one pass. */
interface Keys {
  /** Any of these holds for a key that is meant; each is a range or a list of the index. */
  conditions: RawBuilder<boolean>[]
  /** Whether a key is the term itself, and not only begins with it. */
  isWhole: RawBuilder<unknown>
  longest: number
}

function keysOf(term: SearchTerm, by: By): Keys | null {
  if (term.kind === 'number') return beginning(['phone', 'docket', 'booking'], term.text)
  if (by !== 'sound') return beginning(by === 'part' ? ['name', 'inside'] : ['name'], term.text)
  const codes = soundsOf(term.text)
  if (codes.length === 0) return null
  const condition = sql<boolean>`(kind = 'sound' and key in (${sql.join(codes)}))`
  return { conditions: [condition], isWhole: sql`false`, longest: term.text.length }
}

function beginning(kinds: readonly SearchKey['kind'][], text: string): Keys {
  return {
    conditions: kinds.map((kind) => keyBegins(kind, text)),
    isWhole: sql`key = ${text}`,
    longest: text.length,
  }
}

/**
 * Whether a key of this kind begins with the text, as a range that the index serves: in collate "C" the last
 * code point sorts after everything that begins with the text.
 */
export function keyBegins(kind: SearchKey['kind'], text: string): RawBuilder<boolean> {
  return sql<boolean>`(kind = ${kind} and key >= ${text} and key < ${`${text}\u{10ffff}`})`
}

// In the order of the index the term itself comes first, then what goes on from it.
function leading({ conditions, isWhole }: Keys, most: number): RawBuilder<unknown> {
  const ranges = conditions.map(
    (condition) => sql`(select person_id, (${isWhole})::int as whole from people.v_search_key
      where ${condition} order by kind, key limit ${most})`,
  )
  return sql`select person_id, max(whole) as whole from (${sql.join(ranges, sql` union all `)}) k group by person_id`
}

function besides({ conditions, isWhole }: Keys): RawBuilder<unknown> {
  const ranges = conditions.map(
    (condition) => sql`select (${isWhole})::int as whole from people.v_search_key
      where person_id = m0.person_id and ${condition}`,
  )
  return sql`select max(whole) as whole from (${sql.join(ranges, sql` union all `)}) k`
}

async function nameAliases(tx: ViewTx, found: ReadonlyMap<string, FoundPerson>): Promise<void> {
  if (found.size === 0) return
  const rows = await tx
    .selectFrom('people.v_alias')
    .select(['person_id', 'family_name', 'given_names'])
    .where('person_id', 'in', [...found.keys()])
    .orderBy('added_at')
    .execute()
  for (const row of rows) {
    found.get(row.person_id)?.aliases.push([row.given_names, row.family_name].filter(Boolean).join(' '))
  }
}
