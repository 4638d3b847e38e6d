import type { MadeFor, Sender } from '../path/directory.ts'
import { type Reading, type Received, receive } from '../path/reading.ts'
import type { SetAsideRow } from '../path/rows.ts'
import type { Watcher } from '../path/watcher.ts'
import type { Command } from '../path/world.ts'
import { Flood, ofForwarder, ofStranger, ofUnit } from './flood.ts'
import { bearerToken, readJsonBatch } from './json-batch.ts'
import { type Message, Refusal, type Understood } from './message.ts'
import { osmandIdentity, readOsmand } from './osmand.ts'
import { basicPassword, readOwntracks } from './owntracks.ts'
import { canSay } from './sayable.ts'
import { endOf, withoutSecrets } from './secrets.ts'
import { readTraccar } from './traccar.ts'

/** How a protocol names its sender and its records. */
interface Door {
  secretOf(message: Message): string | null
  read(message: Message): Understood
  /** What the sender lacks when it gives no secret. */
  needs: string
}

/** The doors by name; each device has a credential of its own for the door it uses. */
export const doors = {
  osmand: {
    secretOf: osmandIdentity,
    read: readOsmand,
    needs: 'the device identifier `id`',
  },
  owntracks: {
    secretOf: basicPassword,
    read: readOwntracks,
    needs: 'a user and a password (Basic authentication)',
  },
  traccar: {
    secretOf: bearerToken,
    read: readTraccar,
    needs: 'the header `Authorization: Bearer …` (in Traccar: forward.header)',
  },
  json: {
    secretOf: bearerToken,
    read: readJsonBatch,
    needs: 'the header `Authorization: Bearer …`',
  },
} as const satisfies Record<string, Door>
export type DoorName = keyof typeof doors

/** What a sender is answered after the commit. */
export interface Taken {
  /** Records on their way into decisions, kept before or now. */
  accepted: number
  setAside: { record: unknown; reason: string; detail: string }[]
  /** What is said with the answer: to the unit that sent the message, or to the one named where one sends for many. */
  commands: { unit: string | null; kind: string }[]
}

/** A longer body is kept up to here when it is set aside. */
const keptOfBody = 60_000

/** Takes messages in: who sent it, what it says, and no answer before all of it is on record. */
export class Reception {
  readonly #watcher: Watcher
  readonly #units = new Flood(ofUnit)
  readonly #forwarders = new Flood(ofForwarder)
  readonly #strangers = new Flood(ofStranger)

  readonly #ahead: () => number

  /** @param ahead milliseconds that the office's clock is ahead of the units' */
  constructor(watcher: Watcher, ahead: () => number) {
    this.#watcher = watcher
    this.#ahead = ahead
  }

  /** @throws Refusal with the status and the reason; it is on record too */
  async take(name: DoorName, message: Message, address: string): Promise<Taken> {
    const door: Door = doors[name]
    let sender: Sender | null = null
    try {
      sender = await this.#senderOf(door, name, message, address)
      this.#checkFlood(sender, message.received)
      const understood = door.read(message)
      return await this.#keep(name, sender, understood, message, address)
    } catch (error) {
      if (error instanceof Refusal) await this.#note(name, sender, error, message, address)
      throw error
    }
  }

  async #senderOf(door: Door, name: DoorName, message: Message, address: string): Promise<Sender> {
    const secret = door.secretOf(message)
    const known = this.#watcher.directory.knows(secret)
    // Somebody who guesses waits; units behind the same address, as those of one carrier are, do not.
    if (!known && !this.#strangers.has(address, message.received))
      throw new Refusal(
        429,
        'too-many',
        'Too many messages with a wrong credential came from this address. Wait a minute.',
      )
    const sender =
      secret === null ? null : await this.#watcher.directory.senderOf(secret, name, message.received)
    if (sender) return sender
    this.#strangers.take(address, message.received)
    if (secret === null) throw new Refusal(401, 'wrong-credential', `The message has not ${door.needs}.`)
    // The protocol of OsmAnd knows no password: who is unknown is not found.
    throw name === 'osmand'
      ? new Refusal(
          404,
          'unknown-unit',
          `No unit has this identifier (${endOf(secret)}), or it was replaced. Ask the office for the new one.`,
        )
      : new Refusal(
          401,
          'wrong-credential',
          `The credential (${endOf(secret)}) is not known, or it was replaced. Ask the office for the new one.`,
        )
  }

  #checkFlood(sender: Sender, now: number): void {
    const wait =
      sender.unitId === null
        ? this.#forwarders.take(sender.credentialId, now)
        : this.#units.take(sender.credentialId, now)
    if (wait > 0)
      throw new Refusal(
        429,
        'too-many',
        `Messages come faster than a unit can have any to send. Wait ${wait} s.`,
      )
    if (this.#watcher.queue.isFull)
      throw new Refusal(
        429,
        'too-many',
        'More waits to be written than can be soon. Keep the message and send it again.',
      )
  }

  async #keep(
    name: DoorName,
    sender: Sender,
    understood: Understood,
    message: Message,
    address: string,
  ): Promise<Taken> {
    const readings: Received[] = []
    const rows: SetAsideRow[] = []
    const answer: Taken = { accepted: 0, setAside: [], commands: [] }
    const aside = (unitId: string | null, reason: string, detail: string, record: unknown) => {
      rows.push(asideRow(sender, unitId, name, reason, detail, address, JSON.stringify(record), message))
      answer.setAside.push({ record, reason, detail })
    }
    const ahead = this.#ahead()
    const units = await this.#unitsOf(sender, understood, message.received)
    for (const { serial, reading } of understood.readings) {
      const unitId = units.get(serial)
      if (unitId)
        readings.push(receive(sender.agencyId, unitId, message.received + ahead, moved(reading, ahead)))
      else aside(null, 'unknown-unit', `The office has no unit with the serial ${serial}.`, reading)
    }
    for (const { serial, aside: one } of understood.asides)
      aside(units.get(serial) ?? null, one.reason, one.detail, one.record)
    if (readings.length > 0 || rows.length > 0) await this.#watcher.queue.add(readings, rows)
    answer.accepted = readings.length
    const heard = new Set(readings.map((one) => one.unitId))
    for (const [serial, unitId] of units)
      if (unitId && heard.has(unitId))
        for (const { kind } of this.#commandsFor(name, unitId, message.received + ahead))
          answer.commands.push({ unit: sender.unitId === null ? serial : null, kind })
    return answer
  }

  /** What the door can say, while it is worth saying, and for who wears the unit now. */
  #commandsFor(door: DoorName, unitId: string, now: number): Command[] {
    const wearer = this.#watcher.directory.wearerAt(unitId, now)
    return this.#watcher.commandsFor(
      unitId,
      ({ kind, personId, until }) => canSay(door, kind) && now < until && personId === wearer,
    )
  }

  /** The units that a message is of: the sender's own, or those it names. */
  async #unitsOf(
    sender: Sender,
    { readings, asides }: Understood,
    now: number,
  ): Promise<Map<string | null, string | null>> {
    const units = new Map<string | null, string | null>()
    for (const { serial } of [...readings, ...asides]) {
      if (units.has(serial)) continue
      // A unit speaks for itself, whatever its records say of another.
      if (sender.unitId !== null) units.set(serial, sender.unitId)
      else if (serial === null) units.set(null, null)
      else units.set(serial, await this.#watcher.directory.unitOf(sender.agencyId, serial, now))
    }
    return units
  }

  /**
   * A refusal is on record; of a stranger's flood only the beginning, or the record itself would be flooded. A secret
   * that was replaced, or is one of another door, says whose unit was set up wrongly.
   */
  async #note(
    name: DoorName,
    sender: Sender | null,
    refusal: Refusal,
    message: Message,
    address: string,
  ): Promise<void> {
    if (refusal.reason === 'too-many' || this.#watcher.queue.isFull) return
    const body = message.body.length > 0 ? message.body.toString('utf8') : queryText(message)
    const { from, reason } = sender
      ? { from: sender, reason: refusal.reason }
      : await this.#stranger(doors[name], message, refusal.reason)
    const row = asideRow(from, from?.unitId ?? null, name, reason, refusal.message, address, body, message)
    await this.#watcher.queue.add([], [row])
  }

  async #stranger(
    door: Door,
    message: Message,
    reason: string,
  ): Promise<{ from: MadeFor | null; reason: string }> {
    const secret = door.secretOf(message)
    const from = secret === null ? null : await this.#watcher.directory.madeFor(secret)
    if (!from) return { from, reason }
    return { from, reason: from.isReplaced ? 'replaced-credential' : 'other-door' }
  }
}

function asideRow(
  from: { agencyId: string } | null,
  unitId: string | null,
  door: string,
  reason: string,
  detail: string,
  address: string,
  body: string,
  { received }: Message,
): SetAsideRow {
  const agencyId = from?.agencyId ?? null
  return {
    agencyId,
    unitId,
    received,
    door,
    reason,
    detail,
    address,
    body: withoutSecrets(body).slice(0, keptOfBody),
  }
}

/** A query without the identifier, which is a secret. */
const queryText = ({ query }: Message): string => new URLSearchParams(query).toString()

/** A reading of a unit whose clock is the wall's, in the time of an office that was moved ahead. */
function moved(reading: Reading, millis: number): Reading {
  if (millis === 0) return reading
  return { ...reading, record: { ...reading.record, at: reading.record.at + millis } } as Reading
}
