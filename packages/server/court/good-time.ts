import { type Pack, pack, packs, say } from '@inlieu/law'
import type { RoomTx } from '../platform/database.ts'
import type { FieldProblem } from '../platform/problem.ts'
import { policy } from './checklist.ts'
import type { CommitmentFields } from './commitment-schema.ts'

/** The packs of a county's programs; of a county that has none of its own, the policy that papers are held against. */
function packsOf(county: string): readonly Pack[] {
  const folder = `${county.toLowerCase().replaceAll(' ', '-')}/`
  const own = [...packs.values()].filter(({ name }) => name.startsWith(folder))
  return own.length > 0 ? own : [policy]
}

/**
 * Refuses good time that cannot be: more than the term that the same paper states, which is a slip of the hand (SCC-2.D,
 * own); and any where no program of the office knows it: nobody is let go earlier by a credit that does not exist
 * (WAP-GT.1), and it exists in home detention alone (SCC-2.D).
 * @param serving the pack of the enrolment that stands on the commitment; null: none does yet
 */
export function goodTimeProblems(
  commitment: CommitmentFields,
  county: string,
  serving: string | null,
): FieldProblem[] {
  const { goodTimeDays } = commitment
  if (goodTimeDays === null) return []
  const at = (message: string): FieldProblem[] => [{ path: 'goodTimeDays', message }]
  const programs = serving ? [pack(serving)] : packsOf(county)
  if (!programs.some(({ sentence }) => sentence.goodTime))
    return at(`${noGoodTime(programs[0]!)}. Leave the days of good time empty.`)
  const term = termDays(commitment)
  if (term === null || goodTimeDays <= term) return []
  return at(`More good time than the term, which is ${term} days (SCC-2.D). Check the paper.`)
}

/** The days of the term as the paper states it, its first day counted; null where it states none. */
function termDays({ years, months, days, startsOn, receivedOn }: CommitmentFields): number | null {
  if (years === null && months === null && days === null) return null
  const from = startsOn ?? receivedOn
  return from.until(from.add({ years: years ?? 0, months: months ?? 0, days: days ?? 0 })).days
}

/** That a program knows no good time, with the clause. */
export function noGoodTime({ citations }: Pack): string {
  const said = citations['sentence.note.no-good-time']
  if (said) return `${say('en', 'sentence.note.no-good-time')} (${said.clause})`
  return 'This program knows no good time: it is granted in home detention alone (SCC-2.D)'
}

/** The pack of the enrolment that stands on a commitment; null where none does. */
export async function packServing(tx: RoomTx<'court'>, commitmentId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('programs.v_enrolment_commitment as j')
    .innerJoin('programs.v_enrolment as e', (join) =>
      join.onRef('e.agency_id', '=', 'j.agency_id').onRef('e.id', '=', 'j.enrolment_id'),
    )
    .select('e.pack')
    .where('j.commitment_id', '=', commitmentId)
    .executeTakeFirst()
  return row?.pack ?? null
}
