import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { paths } from '../../../api/schema.gen.ts'

/** What an earlier release of the rules had wrong, with the cases decided under it. */
export type Erratum =
  paths['/api/desk/errata']['get']['responses'][200]['content']['application/json']['errata'][number]
type Case = Erratum['cases'][number]

/** One case, with the erratum it was decided under. */
export type ErratumRow = Case & { erratum: Erratum }

/** A row a case. */
export const rowsOf = (errata: readonly Erratum[]): readonly ErratumRow[] =>
  errata.flatMap((erratum) => erratum.cases.map((one) => ({ ...one, erratum })))

/** What was decided. */
export const kindWords: Record<Case['kind'], MessageDescriptor> = {
  assessment: msg`Eligibility`,
  checklist: msg`The court’s paper`,
  sentence: msg`Sentence`,
  fees: msg`Fees`,
}

/** What the rules answered. */
export const outcomeWords: Record<NonNullable<Case['before']>, MessageDescriptor> = {
  eligible: msg`Eligible`,
  'officer-decides': msg`An officer decides`,
  incomplete: msg`Something is not known`,
  ineligible: msg`Not eligible`,
}
