import type { Temporal } from 'temporal-polyfill'

/** What a deputy answers of a home on the visit; null: not answered yet. */
export const asked = ['in-area', 'acceptable', 'accessible', 'electricity', 'cooperation'] as const
export type Asked = (typeof asked)[number]

/** All that a home is held against (EMP-3.3 a to d), the asked ones first. */
export const criteria = [...asked, 'consents', 'rules'] as const
export type Criterion = (typeof criteria)[number]

/** An adult of the household as far as the evaluation reads it. */
export interface Adult {
  consentOn: Temporal.PlainDate | null
  rulesOn: Temporal.PlainDate | null
  withdrawnOn: Temporal.PlainDate | null
  leftOn: Temporal.PlainDate | null
}

/** Everything an evaluation is decided from. */
export interface HomeFacts {
  /** The track whose text asks EMP-3.3; for the other they are our own (EMP-0.3 asks for a residence only). */
  expanded: boolean
  answers: Readonly<Partial<Record<Asked, boolean | null>>>
  /** Adults besides the participant; null: nobody has counted them. */
  adultsCounted: number | null
  adults: readonly Adult[]
}

/** One criterion with its answer. */
export interface Held {
  code: Criterion
  clause: string
  own: boolean
  /** null: unknown, still to ask. */
  met: boolean | null
}

const clauses: Readonly<Record<Criterion, string>> = {
  'in-area': 'EMP-3.3(a)',
  acceptable: 'EMP-3.3(a)',
  accessible: 'EMP-3.3(a)',
  electricity: 'EMP-3.3(b)',
  cooperation: 'EMP-3.3(c)',
  consents: 'EMP-3.3(d)',
  rules: 'EMP-3.3(d)',
}

/**
 * Holds a home against each criterion. What each adult signed follows from the record of the adults, and is unknown
 * until as many are on record as were counted.
 * @example criteriaOf(facts).filter(({ met }) => met === null) // still to ask
 */
export function criteriaOf(facts: HomeFacts): Held[] {
  return criteria.map((code) => ({
    code,
    // The existing track asks where somebody lives in its own clause.
    clause: code === 'in-area' && !facts.expanded ? 'EMP-0.3' : clauses[code],
    own: !facts.expanded && code !== 'in-area',
    met: answerOf(code, facts),
  }))
}

function answerOf(code: Criterion, facts: HomeFacts): boolean | null {
  if (code === 'consents')
    return everyAdult(facts, ({ consentOn, withdrawnOn }) => consentOn !== null && withdrawnOn === null)
  if (code === 'rules') return everyAdult(facts, ({ rulesOn }) => rulesOn !== null)
  return facts.answers[code] ?? null
}

function everyAdult(facts: HomeFacts, holds: (adult: Adult) => boolean): boolean | null {
  const living = facts.adults.filter(({ leftOn }) => leftOn === null)
  if (living.some((adult) => !holds(adult))) return false
  return facts.adultsCounted === living.length ? true : null
}
