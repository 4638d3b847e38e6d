import type { Work } from '../../platform/act.ts'

/**
 * Holds the schedule of an enrolment until the transaction ends: changes of its contract and its attendance
 * wait here for each other. To hold several, call it in the order of their ids.
 * @returns the version of the contract in force; 0 before the first
 */
export async function holdSchedule(
  { ctx, db }: Work<'work'>,
  enrolmentId: string,
): Promise<{ version: number }> {
  return db
    .insertInto('work.schedule')
    .values({ agency_id: ctx.agency.id, enrolment_id: enrolmentId, version: 0 })
    .onConflict((clash) =>
      clash
        .columns(['agency_id', 'enrolment_id'])
        .doUpdateSet(({ ref }) => ({ version: ref('work.schedule.version') })),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
}
