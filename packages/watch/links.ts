import type { Lane, LineState, PersonState } from './state.ts'
import type { Happening, Millis } from './types.ts'

// One cause, one incident (monitoring rule 4), across the two lanes: a unit that is carried into a cellar loses its position,
// then its contact; one that comes out may be heard again before it is seen. Each lane has told of its own incident; here
// it is seen which of them are one.

/** Incidents that are part of another, by that other's key. */
export type Links = Readonly<Record<string, string>>

interface Lanes {
  evidence: Lane<PersonState>
  line: Lane<LineState>
}

/** Minutes may pass between being heard and the first message that owes a position. */
const SOON = 60_000

/**
 * Which incidents of silence and of lost positions are one: the position stood lost when the unit fell silent, or has been
 * lost since it was heard again. The earliest gives the name.
 *
 * @param before links that were found; those of incidents older than all that can be run again stay
 */
export function linksOf({ evidence, line }: Lanes, before: Links): Links {
  const silences = episodesOf(saidIn(line), 'no-contact')
  const losses = episodesOf(saidIn(evidence), 'no-position')
  const oldest = Math.min(evidence.stretches[0]!.at, line.stretches[0]!.at)
  const pairs = Object.entries(before).filter(([part]) => beganAt(part) < oldest)
  for (const silence of silences) {
    for (const loss of losses) if (isOneCause(silence, loss)) pairs.push([silence.incident, loss.incident])
  }
  return namedByEarliest(pairs)
}

/** The happenings as they are to be heard: in the incident that theirs is part of. */
export const linked = (happenings: readonly Happening[], links: Links): Happening[] =>
  happenings.map((one) => {
    const incident = links[one.incident]
    return incident === undefined ? one : { ...one, incident }
  })

/** What was said already and belongs to another incident than was said. */
export function toldAnew({ evidence, line }: Lanes, before: Links, now: Links): Happening[] {
  const moved = (incident: string) => before[incident] !== now[incident]
  return [...saidIn(evidence), ...saidIn(line)].filter(({ incident }) => moved(incident))
}

interface Episode {
  incident: string
  /** Last contact, or since when no position was known. */
  since: Millis
  told: Millis
  ended: Millis
}

function isOneCause(silence: Episode, loss: Episode): boolean {
  const stoodLost = loss.told <= silence.since && silence.since < loss.ended
  const sinceHeard = silence.since <= loss.since && loss.since <= silence.ended + SOON
  return stoodLost || (sinceHeard && silence.ended < Number.POSITIVE_INFINITY)
}

const saidIn = (lane: Lane<PersonState> | Lane<LineState>): Happening[] =>
  [...lane.stretches, ...(lane.ahead ? [lane.ahead] : [])].flatMap(({ made }) =>
    made.map((one) => one.happening),
  )

function episodesOf(said: readonly Happening[], kind: 'no-contact' | 'no-position'): Episode[] {
  const name = kind === 'no-contact' ? 'lastContact' : 'positionSince'
  return said.flatMap((one) => {
    const since = one.evidence.values[name]
    if (one.kind !== kind || typeof since !== 'number') return []
    const ended = said.find(({ ends }) => ends === one.key)?.at ?? Number.POSITIVE_INFINITY
    return [{ incident: one.incident, since, told: one.at, ended }]
  })
}

/** The key of an incident ends with the time of its first happening. */
const beganAt = (incident: string): Millis => Number(incident.slice(incident.lastIndexOf('|') + 1))

const isEarlier = (a: string, b: string): boolean =>
  beganAt(a) === beganAt(b) ? a < b : beganAt(a) < beganAt(b)

function namedByEarliest(pairs: readonly (readonly [string, string])[]): Links {
  const names = new Map<string, string>()
  const nameOf = (incident: string): string => {
    const name = names.get(incident)
    return name === undefined ? incident : nameOf(name)
  }
  for (const [one, other] of pairs) {
    const [a, b] = [nameOf(one), nameOf(other)]
    if (a !== b) names.set(isEarlier(a, b) ? b : a, isEarlier(a, b) ? a : b)
  }
  return Object.fromEntries([...names.keys()].map((incident) => [incident, nameOf(incident)]))
}
