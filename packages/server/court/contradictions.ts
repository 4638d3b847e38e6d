import { type CommitmentItemName, commitmentItems, say } from '@inlieu/law'
import type { Temporal } from 'temporal-polyfill'
import type { FieldProblem } from '../platform/problem.ts'
import { policy } from './checklist.ts'
import type { CommitmentFields } from './commitment-schema.ts'

interface TypedItem {
  field: keyof CommitmentFields
  isTyped: (fields: CommitmentFields) => boolean
}

// The items of the checklist that are typed. A signature, a seal or a statement can only be seen.
const typedItems: Partial<Record<CommitmentItemName, TypedItem>> = {
  'docket-number': { field: 'docket', isTyped: (f) => f.docket !== '' },
  charges: { field: 'charges', isTyped: (f) => f.charges.length > 0 },
  'court-name': { field: 'courtName', isTyped: (f) => f.courtName !== '' },
  'court-or-county-name': { field: 'courtName', isTyped: (f) => f.courtName !== '' || f.county !== '' },
  'sentencing-date': { field: 'sentencedOn', isTyped: (f) => f.sentencedOn !== null },
  sentence: { field: 'days', isTyped: (f) => f.years !== null || f.months !== null || f.days !== null },
  'start-date': { field: 'startsOn', isTyped: (f) => f.startsOn !== null },
  relation: { field: 'relation', isTyped: (f) => f.relation !== 'unstated' },
  credit: { field: 'creditDays', isTyped: (f) => f.creditDays !== null },
  address: { field: 'addressOnPaper', isTyped: (f) => f.addressOnPaper !== '' },
}

/** Where the checklist and what was typed, or two days, contradict each other: at which field, and what to do. */
export function contradictions(fields: CommitmentFields, today: Temporal.PlainDate): FieldProblem[] {
  return [...itemProblems(fields), ...dayProblems(fields, today), ...orderProblems(fields)]
}

function itemProblems(fields: CommitmentFields): FieldProblem[] {
  return commitmentItems(policy, fields.origin).flatMap((item): FieldProblem[] => {
    const typed = typedItems[item.name]
    const state = fields.items[item.name]
    if (!typed) return []
    const name = say('en', item.textCode)
    if (state === 'present' && !typed.isTyped(fields)) {
      return [
        {
          path: typed.field,
          message: `The checklist says the paper shows it, but it is not typed: ${name}.`,
        },
      ]
    }
    if (state === 'absent' && typed.isTyped(fields)) {
      return [
        {
          path: typed.field,
          message: `The checklist says the paper does not show it, but it is typed: ${name}.`,
        },
      ]
    }
    return []
  })
}

function dayProblems(fields: CommitmentFields, today: Temporal.PlainDate): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (fields.receivedOn.since(today).days > 0) {
    problems.push({ path: 'receivedOn', message: 'A paper cannot be received on a day to come.' })
  }
  if (fields.sentencedOn && fields.sentencedOn.since(fields.receivedOn).days > 0) {
    problems.push({
      path: 'sentencedOn',
      message: 'The sentence is later than the day its paper was received.',
    })
  }
  return problems
}

function orderProblems(fields: CommitmentFields): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (fields.modifiesCommitmentId !== null && fields.modification !== true) {
    problems.push({
      path: 'modification',
      message: 'An earlier commitment is named, so this paper modifies it. Say so, or name none.',
    })
  }
  if (fields.consecutiveTo.length > 0 && fields.relation !== 'consecutive') {
    problems.push({
      path: 'relation',
      message: 'Commitments that it follows are named, so it is consecutive. Say so, or name none.',
    })
  }
  return problems
}
