import { obstacle } from './obstacles.ts'
import type { SentenceEvent } from './serving.types.ts'
import { currentId, type State } from './state.ts'

type GoodTimeLost = Extract<SentenceEvent, { kind: 'good-time-lost' }>

/**
 * Good time that is taken back lengthens its own commitment again (SCC-2.D). It never reaches below what was
 * granted.
 */
export function goodTimeLost(state: State, { commitment, days }: GoodTimeLost): void {
  const term = state.terms.get(currentId(state, commitment))
  if (term === undefined) {
    state.obstacles.push(obstacle(state.pack, 'good-time-of-missing', null, { of: commitment }))
    return
  }
  if (days > term.goodTimeDays) {
    const values = { lost: days, granted: term.goodTimeDays }
    state.obstacles.push(obstacle(state.pack, 'good-time-lost-more-than-granted', term.id, values))
    return
  }
  state.terms.set(term.id, {
    ...term,
    goodTimeDays: term.goodTimeDays - days,
    goodTimeLostDays: term.goodTimeLostDays + days,
  })
}
