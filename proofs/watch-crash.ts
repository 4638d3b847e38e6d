import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import type { Proof, Report } from './proof.ts'
import { type Followed, layOut, people, recordOf } from './watch/followed.ts'
import { type Parts, startParts } from './watch/parts.ts'

const followedPeople = 40
const kills = 20
const victims = ['watch', 'postgres', 'watch', 'office'] as const
/** Virtual minutes between two ticks. */
const stepMinutes = 5
const minute = 60_000
/** A Monday; any will do, the clock is virtual. */
const from = Date.UTC(2026, 2, 2, 7)

/** The watch, the office and PostgreSQL are killed at random moments under load. */
export const watchCrashProof: Proof = {
  name: 'watch',
  shows: `kill -9 of watch, PostgreSQL and office ${kills} times under load: every acknowledged message is there, alarms as without`,
  run: async (report) => {
    const undisturbed = people(followedPeople, 1, from)
    // The same people in both runs: keys of alarms carry their ids.
    const agencyId = randomUUID()
    const quiet = await outcome(undisturbed, agencyId, report, 0)
    const killed = await outcome(undisturbed, agencyId, report, kills)
    report.check(
      'no acknowledged message is missing, in the run without kills',
      quiet.missing === 0,
      `${quiet.missing}`,
    )
    report.check(
      'no acknowledged message is missing, in the run with kills',
      killed.missing === 0,
      `${killed.missing}`,
    )
    report.check(
      'no message is on record twice',
      killed.records === quiet.records,
      `${killed.records} and ${quiet.records}`,
    )
    compare(report, 'happenings', quiet.happenings, killed.happenings)
    compare(report, 'alarms', quiet.alarms, killed.alarms)
    report.check('there were alarms to be lost', quiet.alarms.size > 20, `${quiet.alarms.size}`)
    report.check(
      'recovery found nothing missing on record',
      killed.recoveredMissing === 0,
      `${killed.recoveredMissing}`,
    )
    report.figure('messages acknowledged', killed.acknowledged)
    report.figure('sent again because no answer came', killed.again)
    report.figure('starts of the watch', killed.starts)
    report.figure('longest wait for an answer', `${(killed.longest / 1000).toFixed(2)} s`)
  },
}

interface Outcome {
  acknowledged: number
  again: number
  missing: number
  records: number
  longest: number
  starts: number
  recoveredMissing: number
  happenings: Set<string>
  alarms: Set<string>
}

function compare(
  report: Report,
  what: string,
  quiet: ReadonlySet<string>,
  killed: ReadonlySet<string>,
): void {
  const lost = [...quiet].filter((key) => !killed.has(key))
  const more = [...killed].filter((key) => !quiet.has(key))
  report.check(
    `${quiet.size} ${what} by key, the same in both runs`,
    lost.length + more.length === 0,
    `lost ${lost.slice(0, 3).join(', ')}; more ${more.slice(0, 3).join(', ')}`,
  )
}

/** Sends everybody's day, killing meanwhile, and reads what is on record afterwards. */
async function outcome(
  followed: readonly Followed[],
  agencyId: string,
  report: Report,
  killCount: number,
): Promise<Outcome> {
  const start = Temporal.Instant.fromEpochMilliseconds(from).toString()
  const parts = await startParts(start, (ownerUrl) => layOut(ownerUrl, agencyId, followed, from))
  const sender = new Sender(parts.doors)
  const steps = (24 * 60) / stepMinutes
  let going = true
  const killing = killRandomly(parts, killCount, () => going)
  try {
    for (let step = 1; step <= steps; step++) {
      const until = from + step * stepMinutes * minute
      await Promise.all(followed.map((one) => sender.sendUntil(one, until)))
      await sender.letPass(until)
    }
    going = false
    report.figure(killCount > 0 ? 'killed' : 'not killed', await killing)
    return await readOutcome(parts, sender, agencyId)
  } finally {
    going = false
    await parts.stop()
  }
}

async function killRandomly(parts: Parts, count: number, going: () => boolean): Promise<number> {
  let killed = 0
  while (killed < count && going()) {
    await pause(400 + Math.random() * 2_500)
    if (!going()) break
    if (parts.kill(victims[killed % victims.length]!)) killed += 1
  }
  return killed
}

/** Sends messages one by one, each until it is acknowledged. */
class Sender {
  readonly #doors: string
  readonly #place = new Map<string, number>()
  readonly acknowledged: string[] = []
  again = 0
  longest = 0

  constructor(doors: string) {
    this.#doors = doors
  }

  async sendUntil({ unitId, secret, messages }: Followed, until: number): Promise<void> {
    let place = this.#place.get(unitId) ?? 0
    for (; place < messages.length && messages[place]!.received <= until; place++) {
      const message = messages[place]!
      const body = JSON.stringify({ records: [recordOf(message)] })
      await this.#untilTaken('/json', message.received, body, { authorization: `Bearer ${secret}` })
      this.acknowledged.push(`${unitId} ${message.at}`)
    }
    this.#place.set(unitId, place)
  }

  /** Lets time pass for everybody, until it is on record that it did. */
  letPass(until: number): Promise<void> {
    return this.#untilTaken('/virtual-clock', until, '{}', {})
  }

  async #untilTaken(path: string, at: number, body: string, headers: Record<string, string>): Promise<void> {
    const began = performance.now()
    for (;;) {
      const answer = await fetch(`${this.#doors}${path}`, {
        method: 'POST',
        body,
        headers: {
          ...headers,
          'content-type': 'application/json',
          'x-virtual-now': Temporal.Instant.fromEpochMilliseconds(at).toString(),
        },
        signal: AbortSignal.timeout(20_000),
      }).catch(() => null)
      await answer?.body?.cancel().catch(() => undefined)
      if (answer?.ok) break
      if (answer && answer.status < 500 && answer.status !== 429)
        throw new Error(`A message was refused with ${answer.status}.`)
      this.again += 1
      await pause(50)
    }
    this.longest = Math.max(this.longest, performance.now() - began)
  }
}

async function readOutcome(parts: Parts, sender: Sender, agencyId: string): Promise<Outcome> {
  const client = new pg.Client({ connectionString: parts.ingestUrl })
  await client.connect()
  try {
    await client.query(`select set_config('inlieu.agency', $1, false)`, [agencyId])
    const { rows: stored } = await client.query<{ name: string }>(
      `select unit_id || ' ' || (extract(epoch from at) * 1000)::bigint as name from monitoring.fix
       union all select unit_id || ' ' || (extract(epoch from at) * 1000)::bigint from monitoring.signal`,
    )
    const names = new Set(stored.map(({ name }) => name))
    const { rows: happenings } = await client.query<{ key: string }>(
      `select key from monitoring.happening where not withdrawn and joined is null`,
    )
    const { rows: alarms } = await client.query<{ key: string }>(
      `select h.incident || ' ' || a.kind as key from monitoring.alarm a
       join monitoring.alarm_happening h on h.agency_id = a.agency_id and h.alarm_id = a.id`,
    )
    const missing = [...parts.watch.log.matchAll(/(\d+) happenings missing/g)].map(([, count]) =>
      Number(count),
    )
    return {
      acknowledged: sender.acknowledged.length,
      again: sender.again,
      missing: sender.acknowledged.filter((name) => !names.has(name)).length,
      records: stored.length,
      longest: sender.longest,
      starts: parts.watch.restarts + 1,
      recoveredMissing: missing.reduce((sum, count) => sum + count, 0),
      happenings: new Set(happenings.map(({ key }) => key)),
      alarms: new Set(alarms.map(({ key }) => key)),
    }
  } finally {
    await client.end()
  }
}
