import { sql } from 'kysely'
import type { RoomTx } from '../../platform/database.ts'
import { fieldProblem } from '../../platform/problem.ts'

/**
 * Two sites of one name could not be told apart on a contract.
 * @throws Problem `cannot-be` at the name
 */
export async function refuseSecondName(
  tx: RoomTx<'work'>,
  name: string,
  ownId: string | null,
): Promise<void> {
  const other = await tx
    .selectFrom('work.site')
    .select('id')
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .$if(ownId !== null, (query) => query.where('id', '<>', ownId))
    .executeTakeFirst()
  if (other) throw fieldProblem('name', `There is a site of the name ${name} already.`)
}
