import { kindNames, kinds } from '@inlieu/watch'
import type pg from 'pg'
import type { Evaluated, Followed } from './people.ts'

/** Kinds that are over as they happen: never what is the matter now. */
const atOnce = kindNames.filter((kind) => kinds[kind].ends === 'at-once')

/** Whether an alarm of the record stands: neither withdrawn nor part of an earlier one, and nothing that holds ends it. */
const stands = `h.ends is null and not h.withdrawn and h.joined is null and not exists (
  select from monitoring.happening e where e.agency_id = h.agency_id and e.ends = h.key and not e.withdrawn)`

interface Row {
  person: string
  key: string
  kind: string
}

/** What is the matter with everybody, by the record: the kinds of the alarms that stand, by person and key. */
export async function mattersOnRecord(client: pg.ClientBase): Promise<Map<string, Followed['matters']>> {
  const { rows } = await client.query<Row>(
    `select h.person_id as person, h.key, h.kind from monitoring.happening h
     where ${stands} and h.kind <> all($1) order by h.at, h.key`,
    [atOnce],
  )
  return new Map(
    [...Map.groupBy(rows, ({ person }) => person)].map(([person, theirs]) => [
      person,
      new Map(theirs.map(({ key, kind }) => [key, kind])),
    ]),
  )
}

/**
 * What is the matter with people once what was said of them is on record. Of each alarm that was said or ended the
 * record is asked: an end may be taken back by later evidence, and an alarm may be said again that has ended long since.
 */
export async function withMatters(
  client: pg.ClientBase,
  evaluated: readonly Evaluated[],
): Promise<Evaluated[]> {
  const touched = evaluated.flatMap(({ followed, happenings }) =>
    happenings.map(({ key, ends }) => ({ agency: followed.agencyId, key: ends ?? key })),
  )
  if (touched.length === 0) return [...evaluated]
  const { rows } = await client.query<Row>({
    name: 'watch-matters',
    text: `select h.person_id as person, h.key, h.kind from (
        select distinct * from unnest($1::uuid[], $2::text[]) as u (agency, key)) t
      join monitoring.happening h on h.agency_id = t.agency and h.key = t.key
      where ${stands} and h.kind <> all($3) order by h.at, h.key`,
    values: [touched.map(({ agency }) => agency), touched.map(({ key }) => key), atOnce],
  })
  const standing = Map.groupBy(rows, ({ person }) => person)
  return evaluated.map((one) => {
    if (one.happenings.length === 0) return one
    const matters = new Map(one.followed.matters)
    for (const { key, ends } of one.happenings) matters.delete(ends ?? key)
    for (const { key, kind } of standing.get(one.personId) ?? []) matters.set(key, kind)
    return { ...one, followed: { ...one.followed, matters } }
  })
}
