import { setTimeout as pause } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import { setOfficeAhead } from '../../platform/clock.ts'
import type { InProcessOffice } from '../in-process.ts'
import { signedIn } from '../index.ts'
import { type Notes, readNotes, writeNotes } from '../sacramento/notes.ts'
import type { Participant } from '../sacramento/participants.ts'
import { letForwarderIn, settle } from '../sacramento/settle.ts'
import type { DoorRequest } from './messages.ts'
import { keepTruths } from './truth-file.ts'
import { type Taken, Units } from './units.ts'
import { workAlarms } from './work-alarms.ts'

export interface SimulationOptions {
  office: InProcessOffice
  people: readonly Participant[]
  keysDir: string
  dataDir: string
  /** Epoch milliseconds of the office's clock. */
  now(): number
  /** Seconds that the office's clock is ahead of the wall's, and the units'. */
  aheadSeconds(): number
  send(request: DoorRequest): Promise<Taken>
  say(line: string): void
}

const MINUTE = 60_000

/** The second office as it fills and lives: people come in, their units report, an operator works what is over. */
export class Simulation {
  readonly #options: SimulationOptions
  readonly #notes: Notes
  readonly units: Units

  private constructor(options: SimulationOptions, notes: Notes) {
    this.#options = options
    this.#notes = notes
    this.units = new Units({
      began: notes.began,
      ahead: () => options.aheadSeconds() * 1000,
      forwarder: notes.forwarder!,
      send: options.send,
      keep: (who, unit, truths) => keepTruths(options.dataDir, who, unit, truths),
    })
  }

  /**
   * Goes on where an earlier run stopped, or begins.
   * @returns null where people are in the office and nobody knows any more what their units are
   */
  static async open(options: SimulationOptions): Promise<Simulation | null> {
    setOfficeAhead(options.aheadSeconds())
    const earlier = readNotes(options.keysDir)
    const [deputy] = await signedIn(options.office.send, 'sac-deputy')
    const { rows } = await deputy.get<{ rows: unknown[] }>('/api/programs/enrolments?limit=1')
    if (earlier === null && rows.length > 0) return null
    const notes = earlier ?? { began: options.now(), forwarder: null, settled: {}, pastWorked: false }
    if (notes.forwarder === null) {
      writeNotes(options.keysDir, notes)
      notes.forwarder = await letForwarderIn(deputy)
      writeNotes(options.keysDir, notes)
    }
    const simulation = new Simulation(options, notes)
    simulation.#followSettled()
    return simulation
  }

  #followSettled(): void {
    const now = this.#options.now()
    for (const who of this.#options.people) {
      const unit = this.#notes.settled[who.number]?.unit
      if (unit?.pastSent) this.units.follow(who, unit, now)
    }
  }

  /** Brings in everybody who is not there yet; each is followed at once. */
  async fill(signal?: AbortSignal): Promise<void> {
    const missing = this.#options.people.filter((who) => !this.#isComplete(who))
    if (missing.length === 0) return
    const { office } = this.#options
    const [clerk, deputy, sergeant] = await signedIn(office.send, 'sac-clerk', 'sac-deputy', 'sac-sergeant')
    const stock = await deputy.get<{ units: { id: string; serial: string }[] }>(
      '/api/equipment/units?limit=500',
    )
    const units = new Map(stock.units.map(({ id, serial }) => [serial, id]))
    const { deputies } = await deputy.get<{ deputies: { accountId: string }[] }>('/api/home/deputies')
    for (const who of missing) {
      if (signal?.aborted) return
      // Those who have a past come first.
      if (who.history === null) await this.workThePast()
      this.#notes.settled[who.number] ??= await settle(
        who,
        { clerk, deputy, sergeant },
        {
          began: this.#notes.began,
          ahead: this.#options.aheadSeconds,
          units,
          deputyIds: deputies.map(({ accountId }) => accountId),
        },
      )
      writeNotes(this.#options.keysDir, this.#notes)
      await this.#begin(who, signal)
    }
  }

  #isComplete({ number }: Participant): boolean {
    const settled = this.#notes.settled[number]
    return settled !== undefined && settled.unit?.pastSent !== false
  }

  /** The unit sends what it stored, then lives. */
  async #begin(who: Participant, signal?: AbortSignal): Promise<void> {
    const { unit } = this.#notes.settled[who.number]!
    if (unit === null) return
    const now = this.#options.now()
    while (!unit.pastSent) {
      unit.pastSent = await this.units.sendPast(who, unit, now)
      if (!unit.pastSent) await pause(1000, undefined, { signal }).catch(() => undefined)
      if (signal?.aborted) return
    }
    writeNotes(this.#options.keysDir, this.#notes)
    this.units.follow(who, unit, now)
  }

  /** An operator works what the stored past gave, once; a few alarms are left for whoever looks. */
  async workThePast(): Promise<void> {
    if (this.#notes.pastWorked) return
    const closed = await this.#work({ before: this.#notes.began, leave: 4 })
    this.#options.say(`${closed} alarms of the past were worked.`)
    this.#notes.pastWorked = true
    writeNotes(this.#options.keysDir, this.#notes)
  }

  /** While the demonstration was stopped, or moved to a later day, nothing was heard of anybody: no person's doing. */
  workTheStop(before: number): Promise<number> {
    return this.#work({ before, leave: 0, only: 'no-contact' })
  }

  async #work(which: { before: number; leave: number; only?: string }): Promise<number> {
    setOfficeAhead(this.#options.aheadSeconds())
    const [operator] = await signedIn(this.#options.office.send, 'sac-operator')
    const before = Temporal.Instant.fromEpochMilliseconds(which.before).toString()
    return workAlarms(operator, { ...which, before })
  }

  /** Whether somebody was followed before this run. */
  get wentOn(): boolean {
    return Object.keys(this.#notes.settled).length > 0
  }
}

/** Milliseconds between two looks at what is due. */
const turn = 500
const longestWait = 30_000
/** A jump of the clock. */
const jump = 5 * MINUTE
/** After this everybody was heard again. */
const heardAgain = 3 * MINUTE

/** Sends what is due until it is stopped; waits ever longer while the doors take nothing. */
export async function keepSending(
  simulation: Simulation,
  clock: Pick<SimulationOptions, 'now' | 'say'>,
  signal: AbortSignal,
): Promise<void> {
  let [last, wait] = [clock.now(), turn]
  while (!signal.aborted) {
    const at = clock.now()
    if (at - last > jump) {
      simulation.units.skipTo(at)
      afterwards(() => simulation.workTheStop(at), clock.say, signal)
    }
    last = at
    const open = await simulation.units.sendDue(at)
    wait = open ? turn : Math.min(longestWait, wait * 2)
    await pause(wait, undefined, { signal }).catch(() => undefined)
  }
}

/** Does something when everybody was heard again. */
export function afterwards(
  work: () => Promise<unknown>,
  say: (line: string) => void,
  signal: AbortSignal,
): void {
  pause(heardAgain, undefined, { signal, ref: false }).then(
    () => work().catch((error: Error) => say(`Alarms were not worked: ${error.message}`)),
    () => undefined,
  )
}
