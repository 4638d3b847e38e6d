import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Temporal } from 'temporal-polyfill'
import { isDatabaseAway } from '../../platform/database.ts'
import { everyTemplate } from '../telling/library.ts'
import { type Batch, emptyBatch, isEmpty, type ToldWaiting } from './batch.ts'
import { type Prepared, prepare, takeOver, writeSnapshots } from './commit.ts'
import { Directory } from './directory.ts'
import { slots, withOtherTemplates } from './people.ts'
import { Queue, type Waiting } from './queue.ts'
import { lastBatch, recover } from './recovery.ts'
import { refusedRow } from './refused.ts'
import { beat, ensureDays, waitingCommands, waitingTold } from './surroundings.ts'
import type { Command, World } from './world.ts'

/** Exactly one watch on a database: whoever holds this lock. */
export const watchLock = 4_120_815

/** Records of one commit. */
const mostAtOnce = 2_000
/**
 * The writer finds rows by their keys. A plan made while a table was empty would read it whole, and is kept: in an
 * outage, each new alarm then costs as much as there are alarms.
 */
const byKey = '-c enable_seqscan=off'
/** Milliseconds between two looks for what the office told. */
const lookEvery = 100
/** Milliseconds between two ticks. */
const tickEvery = 1_000
/** Milliseconds between two attempts while the database is away. */
const retryAfter = 250
/** Milliseconds between two readings of what nobody tells of. */
const refreshEvery = 5_000
const hour = 3_600_000

export interface WatcherOptions {
  /** Address of the database for the role `inlieu_ingest`. */
  url: string
  /** The time: the office's, or a virtual one in a proof. */
  now(): Temporal.Instant
  /** Tells the log. */
  say(line: string): void
  /** Time is let pass by the clock; a proof lets it pass itself. */
  ticks: 'by-the-clock' | 'by-hand'
}

/** The one writer: takes what waits, commits it with all that follows, and only then lets it be acknowledged. */
export class Watcher {
  readonly queue = new Queue()
  readonly directory: Directory
  readonly #options: WatcherOptions
  readonly #pool: pg.Pool
  #client: pg.Client | null = null
  #world: World | null = null
  #ticksByHand: { at: number; settle(error: Error | null): void }[] = []
  #second = 0
  #nextTick = 0
  #nextLook = 0
  #nextRefresh = 0
  #nextDays = 0
  #daysOf = ''
  #startedAt: Temporal.Instant
  /** People of whose messages nothing could be made, and when that was: they were set aside. */
  readonly #unstepped = new Map<string, number>()
  #stopping = false
  #running: Promise<void> = Promise.resolve()

  constructor(options: WatcherOptions) {
    this.#options = options
    this.#startedAt = options.now()
    if (options.ticks === 'by-hand') this.#nextTick = Number.POSITIVE_INFINITY
    this.#pool = new pg.Pool({
      connectionString: options.url,
      max: 4,
      application_name: 'inlieu-watch-reads',
    })
    this.#pool.on('error', () => undefined)
    this.directory = new Directory(this.#pool)
  }

  /** Takes the lock, reads the record, and begins. @throws when another watch runs on this database */
  async start(): Promise<void> {
    await this.#connect()
    this.#running = this.#run()
  }

  /** Commits what waits, writes all states down, and lets go. */
  async stop(): Promise<void> {
    this.#stopping = true
    await this.#running
    await this.#client?.end().catch(() => undefined)
    await this.#pool.end()
  }

  /** Commands for a unit, each to be said once; what cannot be said now goes on waiting. */
  commandsFor(unitId: string, canBeSaid: (command: Command) => boolean): Command[] {
    const waiting = this.#world?.commands.get(unitId) ?? []
    const now = waiting.filter(canBeSaid)
    if (now.length > 0)
      this.#world?.commands.set(
        unitId,
        waiting.filter((one) => !now.includes(one)),
      )
    this.#said.push(...now)
    return now
  }
  #said: Command[] = []

  /** Lets time pass to an instant for everybody; for proofs on a virtual clock. */
  tick(at: Temporal.Instant): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#ticksByHand.push({
        at: at.epochMilliseconds,
        settle: (error) => (error ? reject(error) : resolve()),
      })
    })
  }

  async #run(): Promise<void> {
    while (!this.#stopping || this.queue.records > 0) {
      const waiting = this.queue.take(mostAtOnce)
      if (waiting.length === 0 && !this.#isDue()) {
        await this.queue.wait(Math.max(1, Math.min(lookEvery, this.#nextTick - performance.now())))
        continue
      }
      await this.#round(waiting)
    }
    await this.#writeAllDown()
  }

  #isDue(): boolean {
    const at = performance.now()
    return at >= this.#nextLook || at >= this.#nextTick || this.#ticksByHand.length > 0
  }

  /** One round: what waits and what is due, until it is on record. While the database is away it is tried again. */
  async #round(waiting: Waiting[]): Promise<void> {
    const byHand = this.#ticksByHand.splice(0, 1)
    for (;;) {
      try {
        await this.#connect()
        const around = await this.#lookAround(byHand[0]?.at ?? null)
        await this.#commitWaiting(waiting, around)
        for (const { settle } of byHand) settle(null)
        return
      } catch (error) {
        if (!isDatabaseAway(error)) this.#options.say(`A commit failed: ${(error as Error).stack ?? error}`)
        await this.#drop()
        if (this.#stopping) {
          for (const { settle } of [...waiting, ...byHand]) settle(error as Error)
          return
        }
        await pause(retryAfter)
      }
    }
  }

  async #commitWaiting(waiting: Waiting[], around: Batch): Promise<void> {
    const batch: Batch = {
      ...around,
      readings: waiting.flatMap(({ readings }) => readings),
      asides: waiting.flatMap(({ asides }) => asides),
    }
    if (isEmpty(batch)) return
    await this.#commit(batch)
    this.#said = this.#said.filter((one) => !around.said.includes(one))
    for (const { settle } of waiting) settle(null)
  }

  /**
   * Commits a batch. One that the record refuses is parted in two, until the one reading that it cannot hold is alone:
   * that is set aside whole, and nobody else's is held up by it.
   */
  async #commit(batch: Batch): Promise<void> {
    try {
      await this.#transaction(batch)
    } catch (error) {
      if (isDatabaseAway(error) || batch.readings.length === 0) throw error
      const { readings } = batch
      if (readings.length === 1) {
        this.#options.say(`A reading was set aside: ${(error as Error).message}`)
        const row = refusedRow(readings[0]!, error as Error)
        return this.#commit({ ...batch, readings: [], asides: [...batch.asides, row] })
      }
      const middle = readings.length >> 1
      await this.#commit({ ...emptyBatch, readings: readings.slice(0, middle) })
      await this.#commit({ ...batch, readings: readings.slice(middle) })
    }
  }

  async #transaction(batch: Batch): Promise<void> {
    const client = this.#client!
    const world = this.#world!
    const now = this.#options.now()
    await client.query('begin')
    let prepared: Prepared
    try {
      prepared = await prepare(client, world, batch, now)
      for (const { personId, error } of prepared.failed) {
        if (!prepared.owed.has(personId)) this.#unstepped.set(personId, performance.now())
        this.#options.say(`Person ${personId} could not be evaluated: ${error}`)
      }
      if (batch.tick)
        await beat(client, {
          startedAt: this.#startedAt,
          now,
          batch: prepared.number,
          people: world.people.size,
          waiting: this.queue.records,
          notEvaluated: this.#notEvaluated(new Set([...world.missing.keys(), ...prepared.owed.keys()])),
        })
    } catch (error) {
      if (!isDatabaseAway(error)) await client.query('rollback')
      throw error
    }
    try {
      await client.query('commit')
    } catch (error) {
      // Lost on the way: whether it holds is asked of the record, or it would count twice or not at all.
      if (!(await this.#isOnRecord(prepared.number))) throw error
    }
    takeOver(world, prepared)
  }

  /** How many people were not evaluated: those to whom something is `owed`, and a day long those of whom nothing came. */
  #notEvaluated(owed: ReadonlySet<string>): number {
    const day = performance.now() - 24 * hour
    for (const [personId, at] of this.#unstepped) if (at < day) this.#unstepped.delete(personId)
    return owed.union(new Set(this.#unstepped.keys())).size
  }

  async #isOnRecord(number: number): Promise<boolean> {
    for (;;) {
      try {
        await this.#drop()
        await this.#open()
        const { rowCount } = await this.#client!.query('select from monitoring.batch where number = $1', [
          number,
        ])
        return rowCount === 1
      } catch (error) {
        if (!isDatabaseAway(error)) throw error
        await pause(retryAfter)
      }
    }
  }

  /** What else is due: what the office told, time that passed, days to come. */
  async #lookAround(tickAt: number | null): Promise<Batch> {
    const client = this.#client!
    const at = performance.now()
    const now = this.#options.now()
    const today = now.toString().slice(0, 10)
    if (at >= this.#nextDays || today !== this.#daysOf) {
      await ensureDays(client, now)
      this.#nextDays = at + hour
      this.#daysOf = today
    }
    if (at >= this.#nextRefresh) {
      await this.directory.refreshForwarders()
      this.#nextRefresh = at + refreshEvery
    }
    // Before every commit: what was in force when a message came is what it is judged by (EMP-8.2).
    const told = await waitingTold(client)
    await this.#heed(told)
    if (at >= this.#nextLook) {
      this.#world!.commands = await waitingCommands(client, this.#said, now)
      this.#nextLook = at + lookEvery
    }
    // They stay in the list until it is on record that they were said.
    const said = [...this.#said]
    if (tickAt !== null) return { ...emptyBatch, told, said, tick: { at: tickAt, slot: null } }
    if (at < this.#nextTick) return { ...emptyBatch, told, said }
    this.#nextTick = at + tickEvery
    this.#second = (this.#second + 1) % slots
    return { ...emptyBatch, told, said, tick: { at: now.epochMilliseconds, slot: this.#second } }
  }

  /** What is told of units and templates is read before anything is judged by it. */
  async #heed(told: readonly ToldWaiting[]): Promise<void> {
    for (const unitId of new Set(told.flatMap((one) => one.unitId ?? [])))
      await this.directory.refresh(unitId)
    const knowsAll = told.every(({ kind }) => kind !== 'template')
    if (knowsAll) return
    const world = this.#world!
    world.library = await everyTemplate(this.#client!)
    for (const [personId, followed] of world.people) world.people.set(personId, withOtherTemplates(followed))
  }

  async #connect(): Promise<void> {
    if (this.#client !== null) return
    await this.#open()
    const client = this.#client!
    if (this.#world !== null) {
      if ((await lastBatch(client)) === this.#world.batch) return
      this.#options.say('The record went on without this watch, and is read anew.')
      this.#world = null
    }
    await ensureDays(client, this.#options.now())
    const recovered = await recover(client, this.directory)
    this.#world = recovered.world
    for (const personId of recovered.failed) this.#unstepped.set(personId, performance.now())
    this.#options.say(
      `Follows ${recovered.world.people.size} people; ${recovered.inputs} inputs taken in again, ${recovered.missing.length} happenings missing, ${recovered.failed.length} people not evaluated.`,
    )
  }

  async #open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#options.url,
      application_name: 'inlieu-watch',
      options: `-c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000 ${byKey}`,
    })
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query('select pg_try_advisory_lock($1) as got', [watchLock])
    if (!rows[0].got) {
      await client.end()
      throw new Error('Another watch runs on this database.')
    }
    this.#client = client
  }

  async #drop(): Promise<void> {
    await this.#client?.end().catch(() => undefined)
    this.#client = null
  }

  /** Writes every state down, so that the next start has nothing to take in again. */
  async #writeAllDown(): Promise<void> {
    const world = this.#world
    if (world === null || this.#client === null) return
    const changed = [...world.people].filter(
      // Of whom something is still to be said nothing is written down: it would count as said.
      ([personId, { snapshot }]) =>
        snapshot.batch < world.batch && !world.owed.has(personId) && !world.missing.has(personId),
    )
    for (let first = 0; first < changed.length; first += 200) {
      const some = changed.slice(first, first + 200).map(([personId]) => personId)
      await writeSnapshots(this.#client, world.batch, world.people, some, this.#options.now()).catch(
        (error: Error) => this.#options.say(`Not written down: ${error.message}`),
      )
    }
  }
}
