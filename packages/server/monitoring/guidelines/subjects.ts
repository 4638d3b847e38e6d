import { type Kind, kindNames } from '@inlieu/watch'
import { z } from 'zod'
import { type FieldProblem, Problem } from '../../platform/problem.ts'
import type { Subject } from './in-force.ts'
import { type NumberRow, type Numbers, numberProblems, staffingNumbers, watchNumbers } from './numbers.ts'
import type { Protocol } from './protocol.ts'

/** Ends of other alarms: nobody is asked for anything, so there is nothing to lay down. */
const endings: readonly Kind[] = ['returned', 'cleared', 'restored']

/** Every kind of alarm that has a protocol. */
export const protocolKinds = kindNames.filter((kind) => !endings.includes(kind))

/** Everything that an agency may lay down, in the order of the page. */
export const subjects: readonly Subject[] = [
  'parameters',
  'staffing',
  'protocol:*',
  ...protocolKinds.map((kind): Subject => `protocol:${kind}`),
]

export const subject = z.enum(subjects as readonly [Subject, ...Subject[]])

/** The kind of alarm that a subject is about; null for the others. */
export function kindOf(of: Subject): Kind | null {
  const name = of.startsWith('protocol:') ? of.slice('protocol:'.length) : ''
  return protocolKinds.find((kind) => kind === name) ?? null
}

/** The table of numbers of a subject; null for a protocol. */
export function numberRowsOf(of: Subject): readonly NumberRow[] | null {
  if (of === 'parameters') return watchNumbers
  return of === 'staffing' ? staffingNumbers : null
}

/** What was typed for a guideline: the one that fits its subject, the other null. */
export interface GivenContent {
  protocol: Protocol | null
  numbers: Numbers | null
}

/**
 * What of the given content is kept for a subject.
 * @throws Problem `cannot-be` with each field that is wrong
 */
export function contentOf(of: Subject, given: GivenContent): Protocol | Numbers {
  const rows = numberRowsOf(of)
  if (!rows) {
    if (given.protocol) return given.protocol
    throw wrong([{ path: 'protocol', message: 'Give the steps and their times.' }])
  }
  if (!given.numbers) throw wrong([{ path: 'numbers', message: 'Give the numbers.' }])
  const problems = numberProblems(rows, given.numbers)
  if (problems.length > 0)
    throw wrong(problems.map(({ name, message }) => ({ path: `numbers.${name}`, message })))
  return given.numbers
}

function wrong(fields: FieldProblem[]): Problem {
  return new Problem('cannot-be', 'Some of this cannot be laid down so.', { fields })
}
