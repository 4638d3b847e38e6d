/** What is to be done about a commitment; derived in `court.v_commitment`. */
export const commitmentStates = [
  'to-check',
  'refused',
  'to-ask',
  'asked',
  'original-owed',
  'accepted',
  'returned',
] as const

/** What is to be done about a commitment. */
export type CommitmentState = (typeof commitmentStates)[number]
