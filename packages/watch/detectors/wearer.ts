import type { Moment } from '../moment.ts'
import type { Contact, Evidence, LineState, PersonState } from '../state.ts'

/** A unit in a drawer says nothing of a person who wears another one. */
const isWorn = (device: string | undefined, moment: Moment): boolean => {
  const worn = moment.phase.settings.device
  return worn === null || device === undefined || device === worn
}

/** Only what the unit says that the person wears at that time is about the person (monitoring rule 1: wearer). */
export function admitEvidence(state: PersonState, input: Evidence, moment: Moment): boolean {
  if (input.kind === 'settled' || isWorn(input.device, moment)) return true
  moment.setAside(state, { key: input.key, at: input.at, reason: 'other-unit' })
  return false
}

/** And only its contact counts. */
export const admitContact = (_state: LineState, input: Contact, moment: Moment): boolean =>
  isWorn(input.device, moment)
