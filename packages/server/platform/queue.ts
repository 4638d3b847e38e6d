import type pg from 'pg'

/**
 * Gives back to the queue what a worker had taken that was killed: its jobs would wait for hours. An instance
 * has one worker (the launcher holds the database's lock), so at its start whatever is taken is nobody's.
 */
export async function freeJobsOfTheDead(pool: pg.Pool): Promise<void> {
  await pool.query(`select graphile_worker.force_unlock_workers(
    array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))`)
}
