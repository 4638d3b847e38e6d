import { citation } from '../pack.ts'
import type { Day, Pack, Values } from '../pack.types.ts'
import type { CannotComputeCode, CommitmentTerm, Obstacle, SentenceEvent, SentenceInput } from './types.ts'

/** Why there is no answer, with the clause that asks for what is missing. */
export function obstacle(
  pack: Pack,
  code: CannotComputeCode,
  commitment: string | null,
  values: Values = {},
): Obstacle {
  const textCode = `sentence.cannot.${code}` as const
  return { code, textCode, clause: citation(pack, textCode).clause, commitment, values }
}

/** What stands in the way before anything is placed in time. */
export function obstaclesIn(pack: Pack, input: SentenceInput): readonly Obstacle[] {
  if (input.commitments.length === 0) return [obstacle(pack, 'no-commitments', null)]
  const ids = input.commitments.map((c) => c.id)
  const repeated = ids.filter((id, i) => ids.indexOf(id) !== i)
  const events = input.events ?? []
  return [
    ...repeated.map((id) => obstacle(pack, 'duplicate-id', id)),
    ...input.commitments.flatMap((c) => obstaclesOf(pack, c, input.asOf)),
    ...events
      .filter((event) => event.on > input.asOf)
      .map(({ on }) => obstacle(pack, 'event-after-as-of', null, { on, asOf: input.asOf })),
    ...events
      .filter((event) => event.kind === 'good-time-lost' && !isReturnedForViolation(pack, events, event.on))
      .map(({ on }) => obstacle(pack, 'good-time-lost-without-violation', null, { on })),
  ]
}

/** SCC-2.D: good time is lost by who was returned for a rule violation, on that day or after. */
const isReturnedForViolation = (pack: Pack, events: readonly SentenceEvent[], by: Day): boolean =>
  events.some(
    (event) =>
      event.kind === 'returned' &&
      event.on <= by &&
      pack.endings.some((ending) => ending.name === event.ending && ending.goodTimeLoss),
  )

function obstaclesOf(pack: Pack, c: CommitmentTerm, asOf: string): readonly Obstacle[] {
  const found: Obstacle[] = []
  if (c.creditDays < 0) found.push(obstacle(pack, 'credit-negative', c.id, { credit: c.creditDays }))
  if (c.length && !c.length.years && !c.length.months && !c.length.days)
    found.push(obstacle(pack, 'length-not-positive', c.id))
  if (c.sentencedOn > asOf)
    found.push(obstacle(pack, 'sentenced-after-as-of', c.id, { sentencedOn: c.sentencedOn, asOf }))
  if (c.arrival.kind !== 'booking') {
    const { on } = c.arrival
    if (on < c.sentencedOn)
      found.push(obstacle(pack, 'received-before-sentencing', c.id, { on, sentencedOn: c.sentencedOn }))
    if (on > asOf) found.push(obstacle(pack, 'received-after-as-of', c.id, { on, asOf }))
  }
  return found
}
