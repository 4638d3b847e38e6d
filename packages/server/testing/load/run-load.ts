import { overHttp, signInAs } from '../../demonstration/caller.ts'
import { demonstrationAccounts } from '../../demonstration/index.ts'
import { type Actor, Tally } from './actor.ts'
import { checkEvents, checkTables, deadlocksOf, lastEvent, untilSettled, type Watched } from './holds.ts'
import { hotVerbs } from './hot-verbs.ts'
import type { Report } from './report.ts'
import { StreamReader } from './stream-reader.ts'
import { type Extent, layOut, type World } from './world.ts'

/** A load on an office of the demonstration. */
export interface Load {
  origin: string
  watched: Watched
  actors: number
  seconds: number
  extent: Extent
  /** Looked at when the last act is done, before anything else. */
  afterActors?: () => Promise<void>
}

/** Accounts that hold everything a clerk may do; all but the first two decide as well. */
const accounts = ['clerk', 'deputy', 'sergeant', 'lieutenant', 'manager', 'commander', 'sheriff']
/** The counters of the server are told by its processes within a second or so. */
const countersLag = 1500

/**
 * Lets actors work on the same few slots, places and statements, and checks that nothing was lost, oversold or
 * out of balance.
 */
export async function runLoad(load: Load, report: Report): Promise<Tally> {
  const actors = await Promise.all(
    Array.from({ length: load.actors }, (_, n) => actorOf(load.origin, accounts[n % accounts.length]!)),
  )
  const [clerk, sergeant] = [actors[0]!.caller, (await actorOf(load.origin, 'sergeant')).caller]
  const world = await layOut({ clerk, sergeant }, load.extent)
  await untilSettled(load.watched)
  const deadlocksBefore = await deadlocksOf(load.watched)
  const since = await lastEvent(load.watched)
  const reader = new StreamReader(load.origin, clerk)
  await reader.start()
  const tally = new Tally()
  const until = performance.now() + load.seconds * 1000
  try {
    await Promise.all(actors.map((actor) => work(actor, world, tally, until)))
    await load.afterActors?.()
    await checkEvents(report, load.watched, reader, since)
  } finally {
    await reader.stop()
  }
  tell(report, tally, load)
  await new Promise((resolve) => setTimeout(resolve, countersLag))
  const deadlocks = (await deadlocksOf(load.watched)) - deadlocksBefore
  report.check('no deadlock', deadlocks === 0, `${deadlocks} deadlocks`)
  await checkTables(report, load.watched)
  return tally
}

async function actorOf(origin: string, username: string): Promise<Actor> {
  const { password } = demonstrationAccounts().find((account) => account.username === username)!
  return {
    username,
    caller: await signInAs(overHttp(origin), username, password),
    supervises: accounts.indexOf(username) >= 2,
  }
}

async function work(actor: Actor, world: World, tally: Tally, until: number): Promise<void> {
  const bag = hotVerbs
    .filter((verb) => !verb.supervisors || actor.supervises)
    .flatMap((verb) => Array.from({ length: verb.weight }, () => verb))
  while (performance.now() < until) {
    const verb = bag[Math.floor(Math.random() * bag.length)]!
    await tally.count(verb.name, () => verb.run(actor, world))
  }
}

function tell(report: Report, tally: Tally, { seconds }: Load): void {
  report.check(
    'no answer was 500 or above',
    tally.failures.length === 0,
    tally.failures.slice(0, 3).join('; '),
  )
  for (const line of tally.lines()) report.figure('verb', line)
  report.figure('acts a second', (tally.done / seconds).toFixed(1))
  report.figure('refused, with a reason, a second', (tally.refused / seconds).toFixed(1))
}
