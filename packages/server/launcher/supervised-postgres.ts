import { type Postgres, type PostgresOptions, startPostgres } from './cluster.ts'
import { type Running, Supervised } from './supervisor.ts'

/** The embedded server under supervision: killed, it comes back on the same port. */
export class SupervisedPostgres {
  readonly #supervised: Supervised
  #postgres: Postgres | null = null
  #starting: Promise<void> = Promise.resolve()

  constructor(options: PostgresOptions, report: (line: string) => void) {
    this.#supervised = new Supervised('postgres', () => this.#startOnce(options), report)
  }

  async start(): Promise<Postgres> {
    this.#starting = this.#supervised.start()
    await this.#starting
    return this.#postgres!
  }

  /** Also ends a server that is only just being made. */
  async stop(): Promise<void> {
    await this.#starting.catch(() => {})
    await this.#supervised.stop()
    await this.#postgres?.stop()
  }

  async #startOnce(options: PostgresOptions): Promise<Running> {
    if (this.#postgres === null) this.#postgres = await startPostgres(options)
    else await this.#postgres.restart()
    const postgres = this.#postgres
    return { ended: postgres.ended().then(() => 'its log says why'), stop: () => postgres.stop() }
  }
}
