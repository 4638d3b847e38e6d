import type { FactValue } from '@inlieu/law'
import type { RoomTx } from '../platform/database.ts'

/** What the evaluation of a home says, as far as a screening reads it (EMP-3.3); null: not known. */
export interface HomeFound {
  /** Somebody has visited it. */
  visited: boolean
  acceptable: boolean | null
  accessible: boolean | null
  electricity: boolean | null
  cooperation: boolean | null
  /** Each adult's signed consent to search, and agreement to the rules; null until all who live there are on record. */
  consents: boolean | null
  rules: boolean | null
}

/** Reads what was found of the home; null where nobody has visited it. */
export async function homeFound(tx: RoomTx<'intake'>, enrolmentId: string): Promise<HomeFound | null> {
  const row = await tx
    .selectFrom('home.v_evaluation')
    .select(['visited_on', 'adults_counted', 'answers'])
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst()
  if (!row?.visited_on) return null
  const adults = await tx
    .selectFrom('home.v_adult')
    .select(['consent_on', 'rules_on', 'withdrawn_on'])
    .where('enrolment_id', '=', enrolmentId)
    .where('left_on', 'is', null)
    .execute()
  const answers = row.answers as Readonly<Record<string, boolean | null>>
  const every = (signed: readonly boolean[]): boolean | null => {
    if (signed.includes(false)) return false
    return row.adults_counted === signed.length ? true : null
  }
  return {
    visited: true,
    acceptable: answers.acceptable ?? null,
    accessible: answers.accessible ?? null,
    electricity: answers.electricity ?? null,
    cooperation: answers.cooperation ?? null,
    consents: every(adults.map((one) => one.consent_on !== null && one.withdrawn_on === null)),
    rules: every(adults.map((one) => one.rules_on !== null)),
  }
}

/**
 * The facts of a screening that a visit to the home answers. A home that was visited is a residence; where the person
 * lives (EMP-0.3, SCC-2.B1) is asked, because a visit tells no county.
 */
export const factsOfHome = (home: HomeFound): Readonly<Record<string, FactValue>> => ({
  hasResidence: home.visited ? true : null,
  residenceAcceptable: home.acceptable,
  residenceAccessible: home.accessible,
  electricity: home.electricity,
  householdCooperates: home.cooperation,
  everyAdultSignedConsentToSearch: home.consents,
  everyAdultAgreedToRules: home.rules,
})
