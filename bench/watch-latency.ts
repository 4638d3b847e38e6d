import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { overHttp, signInAs } from '../packages/server/demonstration/caller.ts'
import { StreamReader } from '../packages/server/testing/load/stream-reader.ts'
import { startParts } from '../proofs/watch/parts.ts'
import { homeOf, layOutCounty, password, secretOf } from './watch-county.ts'

/** What was measured, in milliseconds from the sending of a message. */
export interface Latency {
  what: string
  count: number
  median: number
  p99: number
  most: number
}

/** Of so many messages one opens an alarm: a strap. */
const alarmEach = 100
/** Askers of the office who never pause. */
const officeAskers = 4

/** How the office is asked for its queue meanwhile: as fast as it answers, or so many times a second by the clock. */
export type Asked = 'without pause' | number

/**
 * Open loop: single-fix requests are sent by the clock, whether the earlier ones were answered or not. A fix's way to
 * its acknowledgement, and a strap's to the operator's event stream, while the office is asked for its queue and is
 * killed half-way. All on one machine, PostgreSQL with fsync on.
 * @param people followed, each of whom sends once in `people / perSecond` seconds
 */
export async function measureLatency(
  people: number,
  perSecond: number,
  seconds: number,
  asked: Asked,
  tell: (line: string) => void,
): Promise<{ figures: Latency[]; lost: number; refused: number }> {
  const began = performance.now()
  const parts = await startParts(null, (ownerUrl) => layOutCounty(ownerUrl, people, Temporal.Now.instant()))
  try {
    tell(`${people} people laid out and followed after ${seconds1(performance.now() - began)}`)
    await untilTakenIn(parts.ingestUrl)
    const operator = await signInAs(overHttp(parts.office), 'operator', password)
    const heard = new Map<string, number>()
    const stream = new StreamReader(parts.office, operator, (event) => {
      if (event.kind === 'monitoring.alarm-opened') heard.set(String(event.subject.person), performance.now())
    })
    await stream.start()
    const restart: Span = { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY }
    const asking = new Asking(asked, async () => {
      const answered = await operator.get('/api/monitoring/alarms').then(
        () => performance.now(),
        () => pause(100, 0),
      )
      if (answered > restart.from && restart.to === Number.POSITIVE_INFINITY) restart.to = answered
    })
    const persons = await personsOf(parts.ingestUrl, people)
    const sent = await sendByTheClock(parts.doors, people, perSecond, seconds, () => {
      tell('the office is killed')
      restart.from = performance.now()
      parts.kill('office')
    })
    await pause(5_000)
    await asking.stop()
    await stream.stop()
    const alarms = sent.straps.filter(({ acknowledged }) => acknowledged)
    const ways = alarms.flatMap(({ n, at }) => {
      const came = heard.get(persons.get(n)!)
      return came === undefined ? [] : [{ at, took: came - at }]
    })
    tell(
      `the office answered ${asking.times} times, again ${seconds1(restart.to - restart.from)} after its end`,
    )
    return {
      figures: [
        ...figuresOf('fix to its acknowledgement', sent.answers, restart),
        ...figuresOf('strap to the operator’s stream', ways, restart),
        ...figuresOf('reference: a request that does nothing', sent.reference, restart),
      ],
      lost: alarms.length - ways.length,
      refused: sent.refused,
    }
  } finally {
    await parts.stop()
  }
}

const seconds1 = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/** Asks the office again and again until it is stopped. */
class Asking {
  /** How often it was asked. */
  times = 0
  #going = true
  readonly #ask: () => Promise<void>
  readonly #running: Promise<unknown>

  constructor(asked: Asked, ask: () => Promise<void>) {
    this.#ask = ask
    this.#running =
      asked === 'without pause'
        ? Promise.all(Array.from({ length: officeAskers }, () => this.#withoutPause()))
        : this.#byTheClock(asked)
  }

  async stop(): Promise<void> {
    this.#going = false
    await this.#running
  }

  async #once(): Promise<void> {
    this.times += 1
    await this.#ask()
  }

  async #withoutPause(): Promise<void> {
    while (this.#going) await this.#once()
  }

  /** Open loop: asked when it is time, answered or not. */
  async #byTheClock(perSecond: number): Promise<void> {
    const open: Promise<void>[] = []
    const began = performance.now()
    while (this.#going) {
      const due = Math.floor(((performance.now() - began) / 1000) * perSecond)
      while (this.times < due) open.push(this.#once())
      await pause(10)
    }
    await Promise.all(open)
  }
}

/** When something was sent, and how long it took; milliseconds. */
interface Took {
  at: number
  took: number
}

interface Span {
  from: number
  to: number
}

/** Of all, and of those sent while the office stood: without the time in which it was started again. */
function figuresOf(what: string, values: readonly Took[], { from, to }: Span): Latency[] {
  const stood = values.filter(({ at, took }) => at + took < from || at > to)
  return [figureOf(`${what}, all`, values), figureOf(`${what}, the office standing`, stood)]
}

function figureOf(what: string, values: readonly Took[]): Latency {
  const sorted = values.map(({ took }) => took).sort((one, other) => one - other)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { what, count: sorted.length, median: at(0.5), p99: at(0.99), most: sorted.at(-1) ?? Number.NaN }
}

/** Until the watch has taken in what binds everybody. */
async function untilTakenIn(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (;;) {
      const { rows } = await client.query('select from monitoring.told where batch is null limit 1')
      if (rows.length === 0) return
      await pause(200)
    }
  } finally {
    await client.end()
  }
}

async function personsOf(url: string, people: number): Promise<Map<number, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(
      `select substr(u.serial, 7)::integer as n, f.person_id from equipment.unit u
       join equipment.fitting f on f.agency_id = u.agency_id and f.unit_id = u.id where substr(u.serial, 7)::integer < $1`,
      [people],
    )
    return new Map(rows.map(({ n, person_id }) => [n, person_id]))
  } finally {
    await client.end()
  }
}

interface Sent {
  answers: Took[]
  reference: Took[]
  straps: { n: number; at: number; acknowledged: boolean }[]
  refused: number
}

/** Sends by the clock: every ten milliseconds what is due, answered or not. */
async function sendByTheClock(
  doors: string,
  people: number,
  perSecond: number,
  seconds: number,
  half: () => void,
): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: 2_000 })
  const sent: Sent = { answers: [], reference: [], straps: [], refused: 0 }
  const open: Promise<unknown>[] = []
  const began = performance.now()
  let count = 0
  let isHalf = false
  while (performance.now() - began < seconds * 1000) {
    const due = Math.floor(((performance.now() - began) / 1000) * perSecond)
    for (; count < due; count++) {
      const n = count % people
      const at = performance.now()
      const isStrap = count % alarmEach === alarmEach - 1 && count < people
      const strap = { n, at, acknowledged: false }
      if (isStrap) sent.straps.push(strap)
      open.push(
        ask(agent, `${doors}${addressOf(n, isStrap)}`).then((status) => {
          if (status === 200) {
            sent.answers.push({ at, took: performance.now() - at })
            strap.acknowledged = true
          } else sent.refused += 1
        }),
      )
      if (count % 50 === 0)
        open.push(
          ask(agent, `${doors}/health`).then(() => sent.reference.push({ at, took: performance.now() - at })),
        )
    }
    if (!isHalf && performance.now() - began > (seconds * 1000) / 2) {
      isHalf = true
      half()
    }
    await pause(10)
  }
  await Promise.all(open)
  agent.destroy()
  return sent
}

function addressOf(n: number, strap: boolean): string {
  const { lat, lon } = homeOf(n)
  const now = Temporal.Now.instant().epochMilliseconds
  return `/?id=${secretOf(n)}&lat=${lat}&lon=${lon}&accuracy=8&batt=80&timestamp=${now}${strap ? '&alarm=removing' : ''}`
}

function ask(agent: Agent, url: string): Promise<number> {
  return new Promise((resolve) => {
    const going = request(url, { agent, timeout: 30_000 }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    going.on('error', () => resolve(0))
    going.end()
  })
}
