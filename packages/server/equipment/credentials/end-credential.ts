import { verb, type Work } from '../../platform/act.ts'
import { notFound, Problem } from '../../platform/problem.ts'

/**
 * Ends a way in at a device door: from now on it is refused there.
 * @throws Problem `not-found`; `already-done`
 */
export const endCredential = verb(
  'equipment.end-credential',
  async (work, input: { credentialId: string; reason: string }): Promise<{ done: true }> => {
    const credential = await work.db
      .selectFrom('equipment.credential')
      .select(['id', 'unit_id', 'ended_at'])
      .where('id', '=', input.credentialId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!credential) throw notFound('credential')
    if (credential.ended_at) throw new Problem('already-done', 'This way in has been ended already.')
    await end(work, credential, input.reason)
    return { done: true }
  },
)

/** Ends every way in of a unit that is held. */
export async function endCredentialsOf(
  work: Work<'equipment'>,
  unitId: string,
  because: string,
  door?: string,
): Promise<void> {
  const open = await work.db
    .selectFrom('equipment.credential')
    .select(['id', 'unit_id'])
    .where('unit_id', '=', unitId)
    .where('ended_at', 'is', null)
    .$if(door !== undefined, (query) => query.where('door', '=', door!))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  for (const credential of open) await end(work, credential, because)
}

async function end(
  { ctx, db, emit }: Work<'equipment'>,
  credential: { id: string; unit_id: string | null },
  because: string,
): Promise<void> {
  await db
    .updateTable('equipment.credential')
    .set({ ended_at: ctx.now, ended_by: ctx.actor, ended_because: because })
    .where('id', '=', credential.id)
    .execute()
  await emit('equipment.credential-changed', {
    credential: credential.id,
    ...(credential.unit_id === null ? {} : { unit: credential.unit_id }),
  })
}
