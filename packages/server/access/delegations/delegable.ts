import { type Decision, pack as lawPack, type Rank } from '@inlieu/law'
import { both, type Words } from '../../platform/words.ts'
import type { Permission } from '../permissions.ts'
import { programsOf } from '../programs-run.ts'

/** A decision that a text gives to somebody "or designee", in one program of the office. */
export interface Delegable {
  pack: string
  /** What people call the program. */
  program: string
  decision: Decision
  text: Words
  clause: string
  /** Whose power is passed on. */
  byRank: Rank
  rank: Words
}

/** A decision as a form names it. */
export interface NamedDecision {
  pack: string
  decision: string
  byRank: string
}

/** Everything that can be delegated in the programs of a county's office, in the order of their texts. */
export function delegableIn(county: string): Delegable[] {
  return programsOf(county).flatMap((program) =>
    lawPack(program.pack)
      .decisions.filter((row) => row.delegable)
      .flatMap((row) =>
        row.holders.map(({ rank, clause }) => ({
          pack: program.pack,
          program: program.name,
          decision: row.decision,
          text: both(row.textCode),
          clause,
          byRank: rank,
          rank: both(`authority.holder.${rank}`),
        })),
      ),
  )
}

/** What is named, where it can be delegated; else why not, as a sentence. */
export function delegableOrWhy(county: string, named: NamedDecision): Delegable | string {
  const is = (one: Delegable) =>
    one.pack === named.pack && one.decision === named.decision && one.byRank === named.byRank
  const found = delegableIn(county).find(is)
  if (found) return found
  const program = programsOf(county).find((one) => one.pack === named.pack)
  if (!program) return 'This office does not run that program. Choose a decision of one that it runs.'
  const row = lawPack(program.pack).decisions.find((one) => one.decision === named.decision)
  if (!row) return `The texts of ${program.name} do not know this decision.`
  if (row.holders.length === 0)
    return `${both(row.textCode).en}: nobody may decide this in ${program.name} (${row.clause}).`
  const whose = row.holders.map(({ rank }) => both(`authority.holder.${rank}`).en.toLowerCase()).join(', ')
  return row.delegable
    ? `${both(row.textCode).en}: in ${program.name} only this rank can delegate it: ${whose} (${row.clause}).`
    : `${both(row.textCode).en}: the text of ${program.name} knows no designee for it (${row.clause}). It stays with: ${whose}.`
}

// Where a page is more than the desk's, its permission: a designee without it could not use the power.
const opensWith: Readonly<Partial<Record<Decision, Permission>>> = {
  admit: 'screening.decide',
  deny: 'screening.decide',
  'return-to-custody': 'screening.decide',
  remove: 'screening.decide',
  'fee-waiver': 'waiver.decide',
}

/** What an account must be allowed besides, so that it can take a decision that is delegated to it. */
export const neededFor = (decision: Decision): Permission => opensWith[decision] ?? 'enrolment.write'
