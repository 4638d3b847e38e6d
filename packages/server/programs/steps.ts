/** What can happen in an enrolment; a row of `programs.step` each time. */
export const stepKinds = [
  'opened',
  'appointed',
  'applied',
  'accepted',
  'denied',
  'booked',
  'scheduled',
  /** A unit was fitted: detention at home begins. */
  'placed',
  'completed',
  'returned-to-court',
  'withdrawn',
  'reopened',
] as const

export type StepKind = (typeof stepKinds)[number]

/** The state of an enrolment on a day, as `programs.enrolment_state` derives it. */
export const enrolmentStates = [
  'opened',
  'appointed',
  'applied',
  'accepted',
  'booked',
  'active',
  'completed',
  'denied',
  'returned-to-court',
  'withdrawn',
] as const

export type EnrolmentState = (typeof enrolmentStates)[number]

const endings: readonly EnrolmentState[] = ['completed', 'denied', 'returned-to-court', 'withdrawn']

/** Whether nothing more can happen but that it is reopened. */
export const isEnded = (state: EnrolmentState): boolean => endings.includes(state)

/** The states in which a person is active in the program (WAP-SENT.6, WAP-P1.2): booked, or working. */
export const isActive = (state: EnrolmentState): boolean => state === 'booked' || state === 'active'

// From which states each step can be taken. What a person has again (an appointment, an application, a
// contract) can be recorded again; a decision cannot be taken twice.
const takenFrom: Readonly<Record<StepKind, readonly EnrolmentState[]>> = {
  opened: [],
  appointed: ['opened', 'appointed', 'applied', 'accepted', 'booked', 'active'],
  applied: ['opened', 'appointed', 'applied', 'accepted', 'booked', 'active'],
  accepted: ['opened', 'appointed', 'applied'],
  denied: ['opened', 'appointed', 'applied', 'accepted', 'booked'],
  booked: ['accepted', 'active'],
  scheduled: ['accepted', 'booked', 'active'],
  placed: ['accepted', 'booked'],
  // Before anything is served only where nothing is left to serve.
  completed: ['accepted', 'booked', 'active'],
  'returned-to-court': ['opened', 'appointed', 'applied', 'accepted', 'booked', 'active'],
  withdrawn: ['opened', 'appointed', 'applied', 'accepted', 'booked', 'active'],
  reopened: endings,
}

/** Whether this step can be taken from this state. */
export const canTake = (kind: StepKind, state: EnrolmentState): boolean => takenFrom[kind].includes(state)

const stateWords: Readonly<Record<EnrolmentState, string>> = {
  opened: 'open, without an appointment',
  appointed: 'waiting for the appointment',
  applied: 'waiting for a decision',
  accepted: 'accepted',
  booked: 'booked',
  active: 'serving',
  completed: 'completed',
  denied: 'denied',
  'returned-to-court': 'returned to court',
  withdrawn: 'withdrawn',
}

/** A state as words, for a refusal. */
export const stateInWords = (state: EnrolmentState): string => stateWords[state]
