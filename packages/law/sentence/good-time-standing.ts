import type { Pack } from '../pack.types.ts'
import { accept } from '../schema/check.ts'
import { sentenceSchema } from './schema.ts'
import { currentId, emptyState } from './state.ts'
import { type Happening, run, timelineOf } from './timeline.ts'
import type { GoodTimeStanding, SentenceInput } from './types.ts'

/** What good time stands on: the papers, the orders that changed them, and what was taken back. */
const READ: readonly Happening['kind'][] = ['on-file', 'modification', 'good-time-lost']

/**
 * Good time of each commitment in force, in days: what was granted and still stands, so that more can never be
 * taken back, and what was lost (SCC-2.D). A modification stands in the place of what it modifies.
 *
 * Returns nothing where the program knows no good time, or where the papers contradict what was taken back.
 * Throws `LawInputError` where the input does not fit its schema.
 *
 * @example
 * const home = pack('sacramento/home-detention')
 * const paper = { id: 'a', docket: 'M-1', sentencedOn: '2026-03-02', startsOn: '2026-03-02', length: { days: 60 } }
 * const granted = { ...paper, creditDays: 0, relation: 'unstated', arrival: { kind: 'booking' }, goodTimeDays: 10 }
 * const lost = { kind: 'good-time-lost', on: '2026-04-06', commitment: 'a', days: 4 }
 * const input = { commitments: [granted], daysServed: 0, asOf: '2026-04-06', events: [lost] }
 * goodTimeStanding(home, input) // => [{ commitment: 'a', replaces: [], docket: 'M-1', standingDays: 6, lostDays: 4 }]
 */
export function goodTimeStanding(pack: Pack, input: SentenceInput): readonly GoodTimeStanding[] {
  accept('sentence', sentenceSchema(pack), input)
  if (!pack.sentence.goodTime) return []
  const state = emptyState(pack, null, input, false)
  const timeline = timelineOf(state, input.commitments, input.events ?? [])
  run(
    state,
    timeline.filter(({ kind }) => READ.includes(kind)),
  )
  if (state.obstacles.length > 0) return []
  return [...state.terms.values()].map(({ id, docket, goodTimeDays, goodTimeLostDays }) => ({
    commitment: id,
    replaces: input.commitments.map((c) => c.id).filter((c) => c !== id && currentId(state, c) === id),
    docket,
    standingDays: goodTimeDays,
    lostDays: goodTimeLostDays,
  }))
}
