import { totalmem } from 'node:os'

/** PostgreSQL settings by name, passed on the command line so that they always fit this program's version. */
export type Settings = Readonly<Record<string, string | number>>

const MEGABYTE = 1024 * 1024

/** Settings of every cluster we start. The sizes were measured for the write path and stay modest in memory. */
export function standardSettings(): Settings {
  const memory = Math.floor(totalmem() / MEGABYTE)
  return {
    max_connections: 100,
    shared_buffers: `${clamp(memory / 8, 128, 1024)}MB`,
    effective_cache_size: `${clamp(memory / 2, 512, 16384)}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    wal_buffers: '16MB',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    random_page_cost: 1.1,
    timezone: 'UTC',
    password_encryption: 'scram-sha-256',
    idle_in_transaction_session_timeout: '5min',
    logging_collector: 'off',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_lock_waits: 'on',
    // The log is no record of people: failed statements, their parameters and the DETAIL line with the key
    // values of a conflict stay out of it. The program that sent the statement has the whole error.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
  }
}

/** For throw-away clusters only: nothing is put on stable media, so a power loss destroys the cluster. */
export const THROW_AWAY: Settings = {
  shared_buffers: '64MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '1GB',
  autovacuum_naptime: '5min',
}

function clamp(value: number, low: number, high: number): number {
  return Math.round(Math.min(Math.max(value, low), high))
}
