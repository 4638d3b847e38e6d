/** Commitments for the tests of sentences, with everything that a case does not turn on filled in. */
import { computeSentence } from '../index.ts'
import type { CannotCompute, CommitmentTerm, SentenceInput, Worksheet } from '../types.ts'
import { wap } from './wap.ts'

export const START = '2026-03-01'
export const AS_OF = '2027-12-31'

type Given = Partial<CommitmentTerm> & { readonly id: string }

/** Booked, from March 1, ten days, no credit, nothing said on concurrency. */
export const booked = (given: Given): CommitmentTerm => ({
  docket: `docket ${given.id}`,
  sentencedOn: START,
  startsOn: START,
  length: { days: 10 },
  creditDays: 0,
  relation: 'unstated',
  arrival: { kind: 'booking' },
  ...given,
})

/** Consecutive to these, its start left to be derived. */
export const following = (consecutiveTo: readonly string[], given: Given): CommitmentTerm =>
  booked({ startsOn: null, relation: 'consecutive', consecutiveTo, ...given })

/** Received while active, its start left to be derived. */
export const received = (on: string, daysServed: number, given: Given): CommitmentTerm =>
  booked({ startsOn: null, arrival: { kind: 'received-while-active', on, daysServed }, ...given })

/** A modification of another that states nothing but what is given. */
export const modification = (of: string, on: string, given: Given): CommitmentTerm =>
  booked({ startsOn: null, length: null, arrival: { kind: 'modification', of, on }, ...given })

export function compute(
  commitments: readonly CommitmentTerm[],
  more: Partial<SentenceInput> = {},
): Worksheet | CannotCompute {
  const served = commitments.map((c) =>
    c.arrival.kind === 'received-while-active' ? c.arrival.daysServed : 0,
  )
  return computeSentence(wap, {
    commitments,
    daysServed: Math.max(0, ...served),
    asOf: AS_OF,
    ...more,
  })
}

export function worksheet(
  commitments: readonly CommitmentTerm[],
  more: Partial<SentenceInput> = {},
): Worksheet {
  const result = compute(commitments, more)
  if (result.kind === 'cannot-compute')
    throw new Error(`cannot compute: ${result.because.map((o) => `${o.commitment} ${o.code}`).join(', ')}`)
  return result
}

export function obstacles(
  commitments: readonly CommitmentTerm[],
  more: Partial<SentenceInput> = {},
): readonly (readonly [commitment: string | null, code: string])[] {
  const result = compute(commitments, more)
  return result.kind === 'worksheet' ? [] : result.because.map((o) => [o.commitment, o.code] as const)
}

/** The step of one commitment. */
export function stepOf(sheet: Worksheet, commitment: string) {
  const step = sheet.steps.find((s) => s.kind === 'term' && s.commitment === commitment)
  if (step?.kind !== 'term') throw new Error(`no step for ${commitment}`)
  return step
}
