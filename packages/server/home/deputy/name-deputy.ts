import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Role } from '../../access/index.ts'
import { verb } from '../../platform/act.ts'
import type { RoomTx } from '../../platform/database.ts'
import { fieldProblem } from '../../platform/problem.ts'
import { id } from '../../platform/schemas.ts'
import { holdHome } from '../hold-home.ts'

/** Sworn ranks that can supervise somebody by name (EMP-0.10, EMP-4.1). */
const sworn: readonly Role[] = ['deputy', 'sergeant', 'lieutenant']

/** A deputy with how many people they supervise. */
export const shownDeputy = z.object({ accountId: id, name: z.string(), people: z.int() })

/** Everyone who can be named, with their caseload. */
export async function listDeputies(tx: RoomTx<'home'>): Promise<z.output<typeof shownDeputy>[]> {
  const accounts = await tx
    .selectFrom('access.v_account')
    .select(['id', 'display_name', 'roles'])
    .where('ends_at', 'is', null)
    .orderBy('display_name')
    .orderBy('id')
    .execute()
  const loads = await tx
    .selectFrom('home.deputy as d')
    .innerJoin('programs.v_standing as s', 's.enrolment_id', 'd.enrolment_id')
    .select(({ fn }) => ['d.account_id', fn.countAll<number>().as('people')])
    .where('d.ended_at', 'is', null)
    .where('s.state', 'in', ['accepted', 'booked', 'active'])
    .groupBy('d.account_id')
    .execute()
  return accounts
    .filter(({ roles }) => roles.some((role) => sworn.includes(role as Role)))
    .map(({ id, display_name }) => ({
      accountId: id,
      name: display_name,
      people: loads.find((load) => load.account_id === id)?.people ?? 0,
    }))
}

/**
 * Names the deputy who supervises somebody (EMP-0.10); the one before supervises no more.
 * @throws Problem `not-found`; `cannot-be` at `accountId` for who is not sworn, or is named already
 */
export const nameDeputy = verb(
  'home.name-deputy',
  async (work, input: { enrolmentId: string; accountId: string; note: string }): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    const held = await holdHome(work, input.enrolmentId)
    const candidates = await listDeputies(db)
    if (!candidates.some(({ accountId }) => accountId === input.accountId))
      throw fieldProblem('accountId', 'Choose a deputy, sergeant or lieutenant of this office.')
    const now = db
      .updateTable('home.deputy')
      .set({ ended_at: ctx.now })
      .where('enrolment_id', '=', held.id)
      .where('ended_at', 'is', null)
    const named = await db
      .selectFrom('home.deputy')
      .select('account_id')
      .where('enrolment_id', '=', held.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (named?.account_id === input.accountId)
      throw fieldProblem('accountId', 'This deputy supervises the person already.')
    await now.execute()
    const id = randomUUID()
    await db
      .insertInto('home.deputy')
      .values({
        agency_id: ctx.agency.id,
        id,
        enrolment_id: held.id,
        person_id: held.personId,
        account_id: input.accountId,
        named_at: ctx.now,
        named_by: held.actor,
        note: input.note,
      })
      .execute()
    await emit('home.deputy-named', { enrolment: held.id, person: held.personId })
    return { id }
  },
)
