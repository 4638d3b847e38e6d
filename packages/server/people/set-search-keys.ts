import { verb, type Work } from '../platform/act.ts'
import { type SearchKind, searchKeysOf } from './search-keys.ts'

/** What a person is found by because of one row: a commitment's docket, a booking number, a phone. */
export interface SearchKeysInput {
  personId: string
  /** The row the texts come from; its earlier keys of this kind are replaced. */
  sourceId: string
  kind: SearchKind
  /** As people write them; the keys are made here. None: the person is no longer found by that row. */
  texts: readonly string[]
}

/** Makes a person findable by what a row says, in place of what it said before. */
export const setSearchKeys = verb(
  'people.set-search-keys',
  async ({ ctx, db }: Work<'people'>, input: SearchKeysInput): Promise<void> => {
    const keys = searchKeysOf(input.kind, input.texts)
    const kinds = input.kind === 'name' ? ['name', 'inside'] : [input.kind]
    const held = await db
      .selectFrom('people.search_key')
      .select(['kind', 'key'])
      .where('source_id', '=', input.sourceId)
      .where('person_id', '=', input.personId)
      .where('kind', 'in', kinds)
      .where('ended_at', 'is', null)
      .execute()
    const gone = held.filter((row) => !keys.some((key) => key.kind === row.kind && key.key === row.key))
    const added = keys.filter((key) => !held.some((row) => row.kind === key.kind && row.key === key.key))
    for (const kind of kinds) {
      const ended = gone.filter((row) => row.kind === kind).map((row) => row.key)
      if (ended.length === 0) continue
      await db
        .updateTable('people.search_key')
        .set({ ended_at: ctx.now })
        .where('source_id', '=', input.sourceId)
        .where('person_id', '=', input.personId)
        .where('kind', '=', kind)
        .where('key', 'in', ended)
        .execute()
    }
    if (added.length === 0) return
    await db
      .insertInto('people.search_key')
      .values(
        added.map(({ kind, key }) => ({
          agency_id: ctx.agency.id,
          person_id: input.personId,
          source_id: input.sourceId,
          kind,
          key,
        })),
      )
      // A name given up and taken again: its keys are there, ended.
      .onConflict((conflict) =>
        conflict
          .columns(['agency_id', 'kind', 'key', 'person_id', 'source_id'])
          .doUpdateSet({ ended_at: null }),
      )
      .execute()
  },
)
