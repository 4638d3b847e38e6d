import { verb } from '../platform/act.ts'

/**
 * The next number of a kind in a year, from 1, without a gap or a double: a number whose act fails is given to
 * the next. Others of the same kind wait until the transaction ends, so take it last.
 * @example const receipt = await work.call(takeNumber, { kind: 'receipt', year: work.ctx.today.year })
 */
export const takeNumber = verb(
  'programs.take-number',
  async ({ ctx, db }, { kind, year }: { kind: string; year: number }): Promise<number> => {
    const { last } = await db
      .insertInto('programs.counter')
      .values({ agency_id: ctx.agency.id, kind, year, last: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['agency_id', 'kind', 'year'])
          .doUpdateSet(({ ref, eb }) => ({ last: eb(ref('programs.counter.last'), '+', 1) })),
      )
      .returning('last')
      .executeTakeFirstOrThrow()
    return last
  },
)
