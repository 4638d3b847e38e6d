import { type Happening, type Input, initialState, step } from '@inlieu/watch'
import type { Simulated } from './simulate.ts'
import type { TrueSpan } from './truth.ts'

const MINUTE = 60_000

/** Runs a person's days as they would have come, with a tick each minute. */
export function watched({ person, settings, inputs, from, to }: Simulated): Happening[] {
  const said = new Map<string, Happening>()
  let state = initialState(person)
  const give = (batch: readonly Input[]) => {
    const out = step(state, batch)
    state = out.state
    for (const happening of out.happenings) said.set(happening.key, happening)
  }
  give([{ kind: 'setting', key: 'settings', at: 0, received: 0, change: settings }])
  let place = 0
  for (let at = from + MINUTE; at <= to; at += MINUTE) {
    const start = place
    while (place < inputs.length && inputs[place]!.received <= at) place += 1
    for (const input of inputs.slice(start, place)) give([input])
    give([{ kind: 'tick', key: `t${at}`, at, received: at }])
  }
  return [...said.values()].sort((a, b) => a.at - b.at)
}

/** What was found of what was, and what was said of what was not. */
export interface Score {
  days: number
  /** Of each kind of truth, how many there were and how many were found. */
  found: Record<
    'absences over five minutes' | 'in the exclusion zone' | 'strap opened or cut' | 'absences without a fix',
    { there: number; found: number }
  >
  /** Incidents that ask something of a person, by the kind that began them: how many, how many without truth. */
  incidents: Record<string, { said: number; wrong: number }>
}

/** Happenings that need a truth, and how long after it they may still be told of. */
const SLACK = 3 * MINUTE

/** Compares what was said with what was true. */
export function scoreOf(run: Simulated, happenings: readonly Happening[]): Score {
  const { truth, from, to } = run
  const standing = happenings.filter((one) => !one.withdrawn && one.joined === undefined)
  const spans = (...kinds: Happening['kind'][]) =>
    standing
      .filter((one) => kinds.includes(one.kind))
      .map((one) => ({ from: one.at, to: endOf(one, standing, to) }))
  const absences = truth.absent.filter((span) => span.to - span.from > 5 * MINUTE)
  // A unit that measured nothing, its battery empty, leaves nothing to find: told apart, not left out.
  const measured = (span: TrueSpan) =>
    run.inputs.some(({ kind, at }) => kind === 'fix' && span.from <= at && at < span.to)
  const left = spans('zone-left', 'absent-at-start')
  const entered = spans('zone-entered')
  const cuts = standing.filter(({ kind }) => kind === 'strap')
  const of = (there: readonly TrueSpan[], said: readonly TrueSpan[]) => ({
    there: there.length,
    found: there.filter((span) => said.some((one) => overlap(span, one))).length,
  })
  return {
    days: (to - from) / (24 * 60 * MINUTE),
    found: {
      'absences over five minutes': of(absences.filter(measured), left),
      'in the exclusion zone': of(
        truth.forbidden.filter((span) => span.to - span.from > 5 * MINUTE),
        entered,
      ),
      'strap opened or cut': straps(
        truth.strapCut.filter((at) => run.inputs.some((one) => 'strap' in one && one.strap && one.at >= at)),
        cuts.map((one) => one.at),
      ),
      'absences without a fix': of(
        absences.filter((span) => !measured(span)),
        left,
      ),
    },
    incidents: incidentsOf(run, standing),
  }
}

/** Each opening needs an alarm of its own, from when it happened. */
function straps(there: readonly number[], alarms: readonly number[]): { there: number; found: number } {
  const open = [...alarms].sort((a, b) => a - b)
  const found = there.filter((at) => {
    const place = open.findIndex((alarm) => alarm >= at - SLACK)
    if (place >= 0) open.splice(place, 1)
    return place >= 0
  })
  return { there: there.length, found: found.length }
}

const overlap = (a: TrueSpan, b: TrueSpan): boolean => a.from - SLACK < b.to && b.from - SLACK < a.to

const endOf = (happening: Happening, all: readonly Happening[], last: number): number =>
  all.find((one) => one.ends === happening.key)?.at ?? last

function incidentsOf(run: Simulated, standing: readonly Happening[]): Score['incidents'] {
  const counts: Score['incidents'] = {}
  const seen = new Set<string>()
  for (const one of standing) {
    if (one.severity === 'note' || seen.has(one.incident)) continue
    seen.add(one.incident)
    counts[one.kind] ??= { said: 0, wrong: 0 }
    const count = counts[one.kind]!
    count.said += 1
    const all = standing.filter(({ incident, severity }) => incident === one.incident && severity !== 'note')
    if (!all.some((happening) => isTrue(run, happening))) count.wrong += 1
  }
  return counts
}

function isTrue({ truth }: Simulated, { kind, at }: Happening): boolean {
  const around = (spans: readonly TrueSpan[]) =>
    spans.some((span) => span.from - SLACK <= at && at <= span.to + SLACK)
  switch (kind) {
    case 'zone-left':
    case 'absent-at-start':
      return around(truth.absent)
    case 'zone-entered':
    case 'zone-crossed':
      return around(truth.forbidden)
    case 'no-contact':
    case 'battery-dead':
      return around(truth.silent)
    case 'no-position':
      return around(truth.blind)
    case 'battery-low':
    case 'battery-critical':
      return around(truth.low)
    case 'strap':
      // It stays cut: a unit that was silent then tells of it when it is heard again.
      return truth.strapCut.some((cut) => at >= cut - SLACK)
    default:
      return false
  }
}
