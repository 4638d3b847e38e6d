import type { Postgres } from './cluster.ts'

/** The database of the office, wherever it runs. */
export interface OfficeDatabase {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly workerUrl: string
  readonly ingestUrl: string
  /** Null when the server is not ours (DATABASE_URL). */
  readonly embedded: Postgres | null
  /** Lets go of it; ends the server if it is ours. */
  close(): Promise<void>
}

/** The embedded PostgreSQL as the office's database. */
export function embeddedDatabase(postgres: Postgres): OfficeDatabase {
  return {
    ownerUrl: postgres.url('owner'),
    appUrl: postgres.url('app'),
    workerUrl: postgres.url('worker'),
    ingestUrl: postgres.url('ingest'),
    embedded: postgres,
    close: () => postgres.stop(),
  }
}
