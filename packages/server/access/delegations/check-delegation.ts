import type { Temporal } from 'temporal-polyfill'
import type { FieldProblem } from '../../platform/problem.ts'
import { dayInWords } from '../../platform/words.ts'
import { permissionsOf, type Role } from '../permissions.ts'
import { ranksOf } from '../ranks.ts'
import { type Delegable, neededFor } from './delegable.ts'
import { isOver, type Span, spansMeet } from './span.ts'

/** The account that something is delegated to. */
export interface Designee {
  id: string
  name: string
  roles: readonly Role[]
  isEnded: boolean
}

/** What is on record for the designee already. */
export interface Standing extends Span {
  pack: string | null
  decision: string
  byRank: string
}

/** A delegation as it was asked for, with what it is checked against. */
export interface DelegationAsked extends Span {
  chosen: readonly Delegable[]
  to: Designee
  signedPaper: string
  signedOn: Temporal.PlainDate | null
  /** The account that acts: who it is, and the ranks it holds. */
  by: { id: string; roles: readonly Role[] }
  standing: readonly Standing[]
  today: Temporal.PlainDate
}

/**
 * Whether somebody delegates with their own hand: they hold the rank whose power each of these is. Anybody else
 * records what the holder signed.
 */
export const isByOwnHand = ({ chosen, by }: Pick<DelegationAsked, 'chosen' | 'by'>): boolean =>
  chosen.every(({ byRank }) => ranksOf(by.roles).includes(byRank))

/** Everything that is wrong with a delegation, each at its field; empty: it can be made (SCC-2.A1 "or designee"). */
export function problemsOf(asked: DelegationAsked): FieldProblem[] {
  return [...designeeProblems(asked), ...overlaps(asked), ...dayProblems(asked), ...paperProblems(asked)]
}

function designeeProblems({ to, chosen, by, ...asked }: DelegationAsked): FieldProblem[] {
  const at = (message: string): FieldProblem[] => [{ path: 'toAccount', message }]
  if (to.isEnded) return at(`The account of ${to.name} is ended: nobody signs in with it. Choose another.`)
  const held = chosen.find(({ byRank }) => ranksOf(to.roles).includes(byRank))
  if (held)
    return at(
      `${to.name} holds this rank (${held.rank.en.toLowerCase()}) and decides this without a delegation.`,
    )
  if (to.id === by.id && !isByOwnHand({ chosen, by, ...asked }))
    return at('Somebody else has to record what is delegated to you.')
  const closed = chosen.find(({ decision }) => !permissionsOf(to.roles).has(neededFor(decision)))
  if (closed)
    return at(
      `The roles of ${to.name} do not open the page on which this is decided: ${closed.text.en}. Give a role that does first.`,
    )
  return []
}

function overlaps({ chosen, standing, to, ...span }: DelegationAsked): FieldProblem[] {
  return chosen.flatMap((one) => {
    const met = standing.find(
      (other) =>
        other.decision === one.decision &&
        other.byRank === one.byRank &&
        (other.pack === null || other.pack === one.pack) &&
        spansMeet(other, span),
    )
    if (!met) return []
    const until = met.untilDay ? ` until ${dayInWords(met.untilDay)}` : ', with no end'
    return [
      {
        path: 'decisions',
        message: `${to.name} has this already, from ${dayInWords(met.fromDay)}${until}: ${one.text.en}, ${one.program}. End that one first, or take days outside it.`,
      },
    ]
  })
}

function dayProblems({ fromDay, untilDay, today }: DelegationAsked): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (fromDay.toString() < today.toString())
    problems.push({
      path: 'fromDay',
      message: `This cannot begin before today, ${dayInWords(today)}: what was decided on a past day stands on who might decide it then.`,
    })
  if (untilDay && isOver({ fromDay, untilDay }, fromDay))
    problems.push({
      path: 'untilDay',
      message: 'This is the first day on which it no longer holds: give a day after the one it begins on.',
    })
  return problems
}

function paperProblems(asked: DelegationAsked): FieldProblem[] {
  const { signedPaper, signedOn, today } = asked
  const isNeeded = !isByOwnHand(asked) || signedPaper !== '' || signedOn !== null
  const problems: FieldProblem[] = []
  if (isNeeded && signedPaper === '')
    problems.push({
      path: 'signedPaper',
      message: 'Name the paper that the holder of the rank signed, so that it can be found.',
    })
  if (isNeeded && signedOn === null)
    problems.push({ path: 'signedOn', message: 'Give the day on which the paper was signed.' })
  if (signedOn && signedOn.toString() > today.toString())
    problems.push({ path: 'signedOn', message: 'A paper cannot have been signed after today.' })
  return problems
}
